package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A tape: records each step as it is applied, then replays all of them with new input values, forward and
 * backward.
 *
 * <pre>{@code
 * Graph graph = new Graph();
 * Tensor x = Tensor.zeros(Shape.of(32, 784));
 * Var loss = squaredError.apply(network.apply(graph.input(x)), graph.input(target));
 * // for every batch: fill x and target, then
 * graph.forward();
 * graph.backward(loss);
 * graph.gradient(weight);   // of that batch
 * }</pre>
 *
 * Record once per batch size; a replay allocates nothing. Gradients belong to the graph, so that several
 * graphs can work on the same parameters in several threads; one graph belongs to one thread at a time.
 */
public final class Graph {
  private final Kernels kernels;
  private final List<Op> ops = new ArrayList<>();
  private final Map<Parameter, Var> parameters = new IdentityHashMap<>();
  private final Rng rng = new Rng(0);
  private boolean training;
  private boolean overwritesLogits;
  private List<Op> backwardPlan = Collections.emptyList();
  private Var plannedLoss;

  /** On the plain kernels. */
  public Graph() {
    this(Kernels.PLAIN);
  }

  /** @param kernels the arithmetic of this graph's steps */
  public Graph(Kernels kernels) {
    this.kernels = kernels;
  }

  public Kernels kernels() {
    return kernels;
  }

  /**
   * A variable over {@code value}, which the caller fills before each {@link #forward()}; it gets no
   * gradient.
   */
  public Var input(Tensor value) {
    return new Var(this, value, null, false);
  }

  /** As {@link #input}, with a gradient, to see how the loss depends on an input. */
  public Var variable(Tensor value) {
    return new Var(this, value, null, true);
  }

  /** The parameter's variable in this graph, always the same one. */
  public Var parameter(Parameter parameter) {
    Var known = parameters.get(parameter);
    if (known == null) {
      known = new Var(this, parameter.value(), null, true);
      parameters.put(parameter, known);
    }
    return known;
  }

  /** Runs a new step and adds it to the tape. Called by the operations. */
  public Var record(Op op) {
    boolean wantsGradient = false;
    for (Var input : op.inputs()) {
      wantsGradient |= input.wantsGradient;
    }
    op.forward();
    op.result = new Var(this, op.output(), op, wantsGradient);
    ops.add(op);
    plannedLoss = null;
    return op.result;
  }

  /** Whether steps that differ in training (dropout) behave so; false at first. */
  public void training(boolean training) {
    this.training = training;
  }

  public boolean training() {
    return training;
  }

  /**
   * Lets {@link #backward} write a loss's gradient over the logits it comes from where no step reads those
   * again; with many classes they take most of a graph's memory. The value of such logits then lasts from
   * {@link #forward} to {@link #backward} alone, and each backward wants a forward of its own. Call it before
   * the first backward.
   */
  public void overwriteLogits() {
    overwritesLogits = true;
  }

  /**
   * The randomness of this graph's steps. Seed it before every {@link #forward()} to make a step repeatable.
   */
  public Rng rng() {
    return rng;
  }

  /** Computes every step again from the current values of inputs and parameters. */
  public void forward() {
    for (int i = 0; i < ops.size(); i++) {
      ops.get(i).forward();
    }
  }

  /**
   * Computes the gradient of {@code loss} by every parameter and {@link #variable} of this graph, at the
   * values of the last {@link #forward()}.
   *
   * @param loss of shape [1]
   */
  public void backward(Var loss) {
    backward(loss, op -> { });
  }

  /**
   * As {@link #backward(Var)}; {@code look} sees each op before its turn, when its result's gradient is
   * complete.
   */
  void backward(Var loss, Consumer<Op> look) {
    if (loss != plannedLoss) {
      plan(loss);
    }
    loss.gradient.rows()[0][0] = 1;
    for (int i = 0; i < backwardPlan.size(); i++) {
      Op op = backwardPlan.get(i);
      look.accept(op);
      op.backward();
      for (int k = 0; k < op.adds.length; k++) {
        if (op.adds[k]) {
          float[][] sum = op.inputs()[k].gradient.rows();
          float[][] more = op.targets[k].rows();
          for (int r = 0; r < sum.length; r++) {
            Rows.add(sum[r], more[r], sum[r].length);
          }
        }
      }
    }
  }

  /**
   * Gradient of the last {@link #backward}'s loss, of the parameter's shape and layout; overwritten by the
   * next.
   */
  public Tensor gradient(Parameter parameter) {
    Var variable = parameters.get(parameter);
    if (variable == null) {
      throw new IllegalArgumentException("Graph.gradient: parameter " + parameter
          + " is not used in this graph");
    }
    return gradient(variable);
  }

  /** Gradient by a {@link #variable} or a parameter's variable. */
  public Tensor gradient(Var variable) {
    if (variable.source != null || !variable.wantsGradient) {
      throw new IllegalArgumentException("Graph.gradient: only variables and parameters keep their gradient, "
          + "and " + variable.shape() + " is an input or was computed; make it with graph.variable");
    }
    if (plannedLoss == null) {
      throw new IllegalStateException("Graph.gradient: call backward first");
    }
    if (variable.gradient == null) {
      variable.gradient = Tensor.zerosLike(variable.value());
    }
    return variable.gradient;
  }

  /** In the order in which they were recorded. */
  List<Op> ops() {
    return ops;
  }

  /** The parameter's name, or null for what isn't a parameter's variable. */
  String nameOf(Var variable) {
    for (Map.Entry<Parameter, Var> entry : parameters.entrySet()) {
      if (entry.getValue() == variable) {
        return entry.getKey().name();
      }
    }
    return null;
  }

  private void plan(Var loss) {
    if (loss.value().size() != 1 || loss.source == null || loss.graph() != this) {
      throw new ShapeException("Graph.backward: loss has shape " + loss.shape()
          + "; wants a computed [1] of this graph");
    }
    for (Op op : ops) {
      op.result.gradient = null;
      for (Var input : op.inputs()) {
        input.gradient = null;
      }
    }
    Workspace workspace = new Workspace();
    Set<Var> reached = new HashSet<>();
    reached.add(loss);
    loss.gradient = Tensor.zerosLike(loss.value());
    backwardPlan = new ArrayList<>();
    for (int i = ops.size() - 1; i >= 0; i--) {
      Op op = ops.get(i);
      if (op.result.wantsGradient && reached.contains(op.result)) {
        backwardPlan.add(op);
        planTargets(op, reached, workspace);
      }
    }
    plannedLoss = loss;
  }

  private void planTargets(Op op, Set<Var> reached, Workspace workspace) {
    Var[] inputs = op.inputs();
    for (int k = 0; k < inputs.length; k++) {
      Var input = inputs[k];
      if (!input.wantsGradient) {
        continue;
      }
      reached.add(input);
      op.adds[k] = input.gradient != null;
      if (op.passesGradientOn() && (op.adds[k] || input.source != null)) {
        op.targets[k] = Tensor.over(input.shape(), op.result.gradient.rows());
        if (!op.adds[k]) {
          input.gradient = op.targets[k];
          return;
        }
      } else if (op.adds[k]) {
        op.targets[k] = workspace.take(input.value());
      } else {
        input.gradient = input.source == null ? Tensor.zerosLike(input.value())
            : mayOverwrite(op, input.value().rows()) ? input.value()
            : workspace.take(input.value());
        op.targets[k] = input.gradient;
      }
    }
    op.prepareBackward(workspace);
    for (int k = 0; k < inputs.length; k++) {
      if (op.adds[k] && op.targets[k].rows() != op.result.gradient.rows()) {
        workspace.giveBack(op.targets[k].rows());
      }
    }
    if (op.result.gradient.size() > 1 && op.result.gradient.rows() != op.output().rows()) {
      workspace.giveBack(op.result.gradient.rows());
    }
  }

  /** Whether a step computes these rows, and none but {@code op} needs them behind its turn. */
  private boolean mayOverwrite(Op op, float[][] rows) {
    if (!overwritesLogits || !op.overwritesInput()) {
      return false;
    }
    boolean computed = false;
    for (Op other : ops) {
      if (other == op || other.passesGradientOn()) {
        continue;
      }
      if (other.output().rows() == rows) {
        if (other.readsOutput()) {
          return false;
        }
        computed = true;
      }
      for (Var input : other.inputs()) {
        if (input.value().rows() == rows) {
          return false;
        }
      }
    }
    return computed;
  }
}
