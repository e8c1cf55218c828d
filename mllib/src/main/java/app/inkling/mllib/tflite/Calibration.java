package app.inkling.mllib.tflite;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a network beside its export, to see between what numbers each tensor of the file lies on examples. */
final class Calibration {
  /** The smallest and the largest number, 0 among them, since padding and ReLU need it. */
  record Range(float low, float high) {
    Range with(float value) {
      return new Range(Math.min(low, value), Math.max(high, value));
    }
  }

  private final Graph graph = new Graph();
  private final Map<Integer, Var> traced = new HashMap<>();
  private Tensor input;

  void input(int tensor, int size) {
    input = Tensor.zeros(Shape.of(1, size));
    traced.put(tensor, graph.input(input));
  }

  /** One tensor was made of another by these layers. */
  void follow(int from, List<Layer> layers, int to) {
    Var x = traced.get(from);
    for (Layer layer : layers) {
      x = layer.apply(x);
    }
    traced.put(to, x);
  }

  /** @param examples rows of the network's input */
  Map<Integer, Range> ranges(List<float[]> examples) {
    Map<Integer, Range> ranges = new HashMap<>();
    traced.keySet().forEach(tensor -> ranges.put(tensor, new Range(0, 0)));
    for (float[] example : examples) {
      input.copyFrom(example);
      graph.forward();
      traced.forEach((tensor, x) -> ranges.put(tensor, widened(ranges.get(tensor), x.value())));
    }
    return ranges;
  }

  private static Range widened(Range range, Tensor numbers) {
    Range wide = range;
    for (float[] row : numbers.rows()) {
      for (float number : row) {
        if (!(number >= wide.low() && number <= wide.high())) { // so that NaN stays
          wide = wide.with(number);
        }
      }
    }
    return wide;
  }
}
