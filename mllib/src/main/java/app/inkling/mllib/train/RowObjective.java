package app.inkling.mllib.train;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Examples in memory, one row of numbers each, and what a network should make of them. */
public final class RowObjective implements Objective {
  private final UnaryOperator<Var> network;
  private final float[][] inputs;
  /** One of the two is null. */
  private final int[] classes;
  private final float[][] targets;

  private RowObjective(UnaryOperator<Var> network, float[][] inputs, int[] classes, float[][] targets) {
    int wanted = classes == null ? targets.length : classes.length;
    if (inputs.length != wanted) {
      throw new IllegalArgumentException("RowObjective: " + inputs.length + " inputs, but " + wanted
          + " answers; do they belong together?");
    }
    this.network = network;
    this.inputs = inputs;
    this.classes = classes;
    this.targets = targets;
  }

  /**
   * Softmax cross-entropy.
   *
   * @param network rows to logits
   * @param inputs one row an example; not copied
   * @param classes one an example; not copied
   */
  public static RowObjective classes(Layer network, float[][] inputs, int[] classes) {
    return classes(network::apply, inputs, classes);
  }

  /** As {@link #classes(Layer, float[][], int[])}, for what is more than a layer. */
  public static RowObjective classes(UnaryOperator<Var> network, float[][] inputs, int[] classes) {
    return new RowObjective(network, inputs, classes, null);
  }

  /**
   * Mean squared error.
   *
   * @param network rows to rows as long as the targets
   * @param inputs one row an example; not copied
   * @param targets one row an example; not copied
   */
  public static RowObjective targets(Layer network, float[][] inputs, float[][] targets) {
    return new RowObjective(network::apply, inputs, null, targets);
  }

  /** What a network makes of rows, one by one in one batch; dropout does nothing. */
  public static float[][] outputs(Layer network, float[][] inputs) {
    float[][] copies = new float[inputs.length][];
    for (int n = 0; n < inputs.length; n++) {
      copies[n] = inputs[n].clone();
    }
    Tensor x = Tensor.over(Shape.of(inputs.length, inputs[0].length), copies);
    return network.apply(new Graph().input(x)).value().rows();
  }

  @Override
  public Shard record(Graph graph, int examples) {
    Tensor x = Tensor.zeros(Shape.of(examples, inputs[0].length));
    Var y = network.apply(graph.input(x));
    if (classes == null) {
      Tensor t = Tensor.zeros(Shape.of(examples, targets[0].length));
      return shard(examples, new SquaredError().apply(y, graph.input(t)), (n, example) -> {
        copy(inputs[example], x, n);
        copy(targets[example], t, n);
      });
    }
    Labels labels = new Labels(examples);
    return shard(examples, new SoftmaxCrossEntropy().apply(y, labels), (n, example) -> {
      copy(inputs[example], x, n);
      labels.set(n, classes[example], 1);
    });
  }

  private interface Loading {
    void load(int n, int example);
  }

  private static Shard shard(int size, Var loss, Loading loading) {
    return new Shard() {
      @Override
      public Var loss() {
        return loss;
      }

      @Override
      public void load(int[] examples, int from, Rng rng) {
        for (int n = 0; n < size; n++) {
          loading.load(n, examples[from + n]);
        }
      }
    };
  }

  private static void copy(float[] row, Tensor to, int n) {
    System.arraycopy(row, 0, to.rows()[n], 0, row.length);
  }
}
