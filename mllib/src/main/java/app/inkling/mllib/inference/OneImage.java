package app.inkling.mllib.inference;

import app.inkling.mllib.autodiff.Op;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Activations;
import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Identity;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A network's first layers on one image, without a way back: convolutions of stride 1, ReLU and max-pooling
 * on {@link Planes}. The layers' own ops keep each line of an image in a row of its own, with the batch
 * innermost; of one image these rows are short. Here they are as long as the image is large, and nothing is
 * copied from one layer to the next. Adds in the order of the layers' ops, so gives the same bits on the plain
 * kernels.
 */
final class OneImage extends Op {
  private final List<Runnable> steps = new ArrayList<>();
  private final List<Layer> layers;

  /** The network on x [N, features]; where N is 1 and the network begins with an image, this way. */
  static Var apply(Sequential network, Var x) {
    List<Layer> layers = flat(network);
    int end = x.shape().get(0) == 1 ? end(layers) : 0;
    Var y = x;
    if (end > 0) {
      boolean flattens = end < layers.size() && layers.get(end) instanceof Flatten;
      OneImage op = new OneImage(layers.subList(0, end), flattens, x);
      y = x.graph().record(op);
      end += flattens ? 1 : 0;
    }
    for (Layer layer : layers.subList(end, layers.size())) {
      y = layer.apply(y);
    }
    return y;
  }

  /** Without what does nothing when a network is used, and pooling before ReLU, which has less to do then. */
  private static List<Layer> flat(Sequential network) {
    List<Layer> layers = new ArrayList<>();
    for (Layer layer : network.layers()) {
      if (layer instanceof Sequential) {
        layers.addAll(flat((Sequential) layer));
      } else if (!(layer instanceof Dropout || layer instanceof Identity)) {
        layers.add(layer);
      }
    }
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i) instanceof MaxPool2d && layers.get(i - 1) instanceof Relu) {
        layers.add(i - 1, layers.remove(i));
      }
    }
    return layers;
  }

  /** How many layers can go this way; none where there is no convolution among them. */
  private static int end(List<Layer> layers) {
    if (layers.isEmpty() || !(layers.get(0) instanceof Image)) {
      return 0;
    }
    int end = 1;
    boolean convolves = false;
    while (end < layers.size() && (isConvolution(layers.get(end)) || layers.get(end) instanceof Relu
        || layers.get(end) instanceof MaxPool2d)) {
      convolves |= layers.get(end++) instanceof Conv2d;
    }
    return convolves ? end : 0;
  }

  private static boolean isConvolution(Layer layer) {
    return layer instanceof Conv2d && ((Conv2d) layer).stride() == 1;
  }

  private OneImage(List<Layer> layers, boolean flattens, Var x) {
    super(output(layers, flattens, x), x);
    this.layers = layers;
    Image image = (Image) layers.get(0);
    Planes planes = planes(1, image.channels(), image.height(), image.width(), 0);
    read(planes);
    for (int i = 1; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      if (layer instanceof Conv2d) {
        planes = convolve((Conv2d) layer, planes, i + 1);
      } else if (layer instanceof MaxPool2d) {
        planes = pool((MaxPool2d) layer, planes, i + 1);
      } else {
        rectify(planes);
      }
    }
    write(planes, flattens);
  }

  private static Tensor output(List<Layer> layers, boolean flattens, Var x) {
    Shape shape = Shape.of(x.shape().get(1));
    for (Layer layer : layers) {
      shape = layer.outputShape(shape);
    }
    return flattens ? Tensor.zeros(Shape.of(1, shape.size()))
        : Tensor.planes(Shape.of(shape.get(2), shape.get(0), shape.get(1), 1));
  }

  /**
   * What goes into layer {@code next}, with the zeros that it wants around.
   *
   * @param pitch that of the planes which a convolution reads, or 0 for the smallest that this and the
   *     convolutions behind it can do with
   */
  private Planes planes(int next, int channels, int height, int width, int pitch) {
    Conv2d reader = nextConvolution(next);
    Sides lines = new Sides(reader, height, true);
    int left = new Sides(reader, width, false).before;
    return new Planes(channels, height, width, pitch > 0 ? pitch : pitch(next, width), lines.before, left,
        lines.after);
  }

  /** The convolution that reads what goes into layer {@code next}, or null. */
  private Conv2d nextConvolution(int next) {
    int i = next;
    while (i < layers.size() && layers.get(i) instanceof Relu) {
      i++;
    }
    return i < layers.size() && layers.get(i) instanceof Conv2d ? (Conv2d) layers.get(i) : null;
  }

  private boolean isPadded(int next) {
    return nextConvolution(next) != null && nextConvolution(next).padding() == Padding.SAME;
  }

  private int pitch(int next, int width) {
    int pitch = width;
    int outWidth = width;
    for (int i = next; i < layers.size() && !(layers.get(i) instanceof MaxPool2d); i++) {
      if (layers.get(i) instanceof Conv2d) {
        Sides columns = new Sides((Conv2d) layers.get(i), outWidth, false);
        pitch = Math.max(pitch, outWidth + Math.max(columns.before, columns.after));
        outWidth = columns.out;
      }
    }
    return pitch;
  }

  /** Zeros before and after the pixels along one axis, and what a convolution makes of these. */
  private static final class Sides {
    final int before;
    final int after;
    final int out;

    Sides(Conv2d reader, int size, boolean lines) {
      int span = reader == null ? 1
          : Padding.span(lines ? reader.kernelHeight() : reader.kernelWidth(), reader.dilation());
      Padding padding = reader == null ? Padding.VALID : reader.padding();
      before = padding.before(size, span, 1);
      out = padding.outputSize(size, span, 1);
      after = out + span - 1 - size - before;
    }
  }

  /** From pixel after pixel, all channels of each. */
  private void read(Planes to) {
    steps.add(() -> {
      float[] pixels = input(0).rows()[0];
      for (int c = 0; c < to.channels; c++) {
        Columns.everyNth(to.rows[c], to.origin, to.pitch, pixels, c, to.channels, to.height, to.width);
      }
    });
  }

  private Planes convolve(Conv2d layer, Planes from, int next) {
    int height = new Sides(layer, from.height, true).out;
    int width = new Sides(layer, from.width, false).out;
    Planes to = planes(next, layer.outputs(), height, width, from.pitch);
    boolean padded = isPadded(next);
    float[][] weight = layer.weight().value().rows();
    float[] bias = layer.bias() == null ? new float[layer.outputs()] : layer.bias().value().rows()[0];
    float[][] under = new float[weight[0].length][];
    int[] shifts = new int[under.length];
    int k = 0;
    for (float[] row : from.rows) {
      for (int u = 0; u < layer.kernelHeight(); u++) {
        for (int v = 0; v < layer.kernelWidth(); v++) {
          under[k] = row;
          shifts[k++] = (u * from.pitch + v) * layer.dilation();
        }
      }
    }
    steps.add(() -> {
      graph().kernels().convolve(to.rows, to.origin, bias, weight, under, shifts, to.span());
      if (padded) {
        to.clearBetweenLines();
      }
    });
    return to;
  }

  private Planes pool(MaxPool2d layer, Planes from, int next) {
    Shape shape = layer.outputShape(Shape.of(from.height, from.width, from.channels));
    Planes to = planes(next, from.channels, shape.get(0), shape.get(1), 0);
    boolean padded = isPadded(next);
    boolean halves = layer.size() == 2 && layer.stride() == 2;
    steps.add(() -> {
      if (halves) {
        graph().kernels().halve(to.rows, to.origin, to.pitch, from.rows, from.origin, from.pitch, to.height,
            to.width);
      } else {
        Columns.maxima(to.rows, to.origin, to.pitch, from.rows, from.origin, from.pitch, layer.size(),
            layer.stride(), to.height, to.width);
      }
      if (padded) {
        to.clearBetweenLines();
      }
    });
    return to;
  }

  private void rectify(Planes planes) {
    int length = planes.origin + planes.span();
    steps.add(() -> {
      for (float[] row : planes.rows) {
        Activations.relu(row, row, length);
      }
    });
  }

  private void write(Planes from, boolean flattens) {
    float[][] to = output().rows();
    steps.add(() -> {
      for (int c = 0; c < from.channels; c++) {
        if (flattens) {
          Columns.toEveryNth(to[0], c, from.channels, from.rows[c], from.origin, from.pitch, from.height,
              from.width);
        } else {
          for (int y = 0; y < from.height; y++) {
            System.arraycopy(from.rows[c], from.line(y), to[c * from.height + y], 0, from.width);
          }
        }
      }
    });
  }

  @Override
  protected void forward() {
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).run();
    }
  }

  /** Never called: the input is no variable, and the graph doesn't know the parameters. */
  @Override
  protected void backward() {
    throw new UnsupportedOperationException("OneImage: runs a network, can't train it; apply its layers "
        + "instead");
  }
}
