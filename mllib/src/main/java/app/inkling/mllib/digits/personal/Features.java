package app.inkling.mllib.digits.personal;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;

/** Runs some layers forward on a few rows at a time, as in use, not in training. One thread at a time. */
final class Features {
  private final Graph graph;
  private final Tensor input;
  private final Var output;

  /** @param rows most rows at a time */
  Features(Sequential layers, int inputs, int rows, Kernels kernels) {
    graph = new Graph(kernels);
    input = Tensor.zeros(Shape.of(rows, inputs));
    output = layers.apply(graph.input(input));
  }

  /** For images of 784 pixels. */
  static Features ofImages(Sequential layers, int rows, Kernels kernels) {
    return new Features(layers, StrokeRenderer.PIXELS, rows, kernels);
  }

  int rows() {
    return input.rows().length;
  }

  /** To be filled before {@link #run}; a row's outcome depends on that row alone. */
  float[] input(int row) {
    return input.rows()[row];
  }

  void run() {
    graph.forward();
  }

  /** Valid until the next {@link #run}. */
  float[] output(int row) {
    return output.value().rows()[row];
  }
}
