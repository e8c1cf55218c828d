package app.inkling.mllib.contract;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Sequence;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer between rows of numbers, [N, features] in and out, whatever the layer itself takes, under a squared
 * error.
 */
final class Probe {
  final Graph graph;
  final Tensor input;
  final Tensor target;
  final Var output;
  final Var loss;
  private final Var x;
  private final Layer layer;

  /** @param ids 0 for any numbers as input, else whole numbers below it */
  Probe(Layer layer, Shape perExample, int examples, int uses, int ids, Rng rng) {
    this(layer, perExample, examples, uses, ids, rng, Kernels.PLAIN);
  }

  Probe(Layer layer, Shape perExample, int examples, int uses, int ids, Rng rng, Kernels kernels) {
    graph = new Graph(kernels);
    this.layer = layer;
    Shape rows = Shape.of(examples, perExample.size());
    input = ids == 0 ? random(rows, rng) : randomIds(rows, ids, rng);
    x = graph.variable(input);
    Var sum = null;
    for (int use = 0; use < uses; use++) {
      Var y = rows(x, layer, perExample);
      sum = sum == null ? y : ElementOps.add(sum, y);
    }
    output = sum;
    target = random(output.shape(), rng);
    loss = new SquaredError().apply(output, graph.input(target));
  }

  static Var rows(Var x, Layer layer, Shape perExample) {
    Var shaped = x;
    if (perExample.rank() == 2) {
      shaped = new Sequence(perExample.get(0), perExample.get(1)).apply(x);
    } else if (perExample.rank() == 3) {
      shaped = new Image(perExample.get(0), perExample.get(1), perExample.get(2)).apply(x);
    }
    Var y = layer.apply(shaped);
    return y.shape().rank() == 2 ? y : new Flatten().apply(y);
  }

  /** Values of the input and then of each learned parameter. */
  List<float[]> points() {
    List<float[]> points = new ArrayList<>();
    points.add(input.toArray());
    for (Parameter parameter : layer.parameters()) {
      if (parameter.learned()) {
        points.add(parameter.value().toArray());
      }
    }
    return points;
  }

  /** Gradients by the input and each learned parameter. */
  List<float[]> gradients() {
    graph.forward();
    graph.backward(loss);
    List<float[]> gradients = new ArrayList<>();
    gradients.add(graph.gradient(x).toArray());
    for (Parameter parameter : layer.parameters()) {
      if (parameter.learned()) {
        gradients.add(graph.gradient(parameter).toArray());
      }
    }
    return gradients;
  }

  /** Leaves numbers where gradients were that whoever forgets to overwrite them will find. */
  void spoil() {
    graph.gradient(x).fill(77);
    for (Parameter parameter : layer.parameters()) {
      graph.gradient(parameter).fill(77);
    }
  }

  static Tensor randomIds(Shape shape, int ids, Rng rng) {
    Tensor tensor = Tensor.zeros(shape);
    for (float[] row : tensor.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = rng.nextInt(ids);
      }
    }
    return tensor;
  }

  static Tensor random(Shape shape, Rng rng) {
    Tensor tensor = Tensor.zeros(shape);
    for (float[] row : tensor.rows()) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) rng.nextGaussian();
      }
    }
    return tensor;
  }
}
