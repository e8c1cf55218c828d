package app.inkling.mllib.autodiff;

import app.inkling.mllib.tensor.Tensor;
import java.util.Locale;

/**
 * One recorded step of a {@link Graph}: computes {@link #output} from the inputs' values, and the inputs'
 * gradients from the output's. Allocate in the constructor and in {@link #prepareBackward}, never in
 * {@link #forward} or {@link #backward}.
 *
 * <p>{@code backward} <em>overwrites</em> the tensors of {@link #inputGradient}; the graph adds up the
 * gradients of a variable that is used several times. It must skip inputs for which {@link #wantsGradient} is
 * false.
 */
public abstract class Op {
  private final Var[] inputs;
  private final Tensor output;
  private final Graph graph;
  /** Where each input's gradient goes: set by the graph's plan. */
  final Tensor[] targets;
  /** Whether the target is a scratch tensor whose content has to be added to the variable's gradient. */
  final boolean[] adds;
  Var result;

  /** @param output the tensor that {@link #forward} fills */
  protected Op(Tensor output, Var... inputs) {
    this.inputs = inputs;
    this.output = output;
    this.graph = inputs[0].graph();
    this.targets = new Tensor[inputs.length];
    this.adds = new boolean[inputs.length];
    for (Var input : inputs) {
      if (input.graph() != graph) {
        throw new IllegalArgumentException(getClass().getSimpleName()
            + ": its inputs belong to different graphs");
      }
    }
  }

  protected abstract void forward();

  protected abstract void backward();

  /**
   * Called once before the first {@link #backward}, when the gradient tensors are known: the place to
   * allocate for it.
   */
  protected void prepareBackward(Workspace workspace) {}

  /** What a reader of the graph calls it: at first the class's name. */
  protected String name() {
    String name = getClass().getSimpleName();
    String plain = name.endsWith("Op") ? name.substring(0, name.length() - 2) : name;
    return plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
  }

  protected final Graph graph() {
    return graph;
  }

  protected final Tensor output() {
    return output;
  }

  protected final Tensor input(int index) {
    return inputs[index].value();
  }

  protected final boolean wantsGradient(int index) {
    return inputs[index].wantsGradient;
  }

  protected final Tensor outputGradient() {
    return result.gradient;
  }

  /** What {@link #backward} overwrites. */
  protected final Tensor inputGradient(int index) {
    return targets[index];
  }

  /**
   * Whether {@link #backward} also works when it finds the only input's values where it writes the gradient:
   * it reads each number before it writes there.
   */
  protected boolean overwritesInput() {
    return false;
  }

  /** Whether {@link #backward} reads {@link #output}. */
  boolean readsOutput() {
    return true;
  }

  /** Whether the only input's gradient has the output gradient's numbers and rows, so that they may be one. */
  boolean passesGradientOn() {
    return false;
  }

  final Var[] inputs() {
    return inputs;
  }
}
