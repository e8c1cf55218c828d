package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ImageOps;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Convolution of images (as usual in networks a cross-correlation: the filter isn't flipped). Weight
 * [outputs, inputs * kernelHeight * kernelWidth], each row in the order input channel, line, column; bias
 * [outputs].
 */
public final class Conv2d implements Layer {
  private final String name;
  private final int inputs;
  private final int kernelHeight;
  private final int kernelWidth;
  private final int stride;
  private final int dilation;
  private final Padding padding;
  private final Parameter weight;
  private final Parameter bias;

  /** A square filter with stride 1 and a bias that starts at 0. */
  public Conv2d(String name, int inputs, int outputs, int size, Padding padding, Initializer initializer) {
    this(name, inputs, outputs, size, size, 1, padding, true, initializer);
  }

  /**
   * @param inputs number of channels that come in
   * @param outputs number of filters, the channels that go out
   * @param stride pixels from one position of the filter to the next, in both directions
   */
  public Conv2d(String name, int inputs, int outputs, int kernelHeight, int kernelWidth, int stride,
      Padding padding, boolean biased, Initializer initializer) {
    this(name, inputs, outputs, kernelHeight, kernelWidth, stride, 1, padding, biased, initializer);
  }

  /**
   * @param dilation pixels from one tap of the filter to the next, in both directions: above 1 the filter has
   *     holes and sees further with the same number of weights
   */
  public Conv2d(String name, int inputs, int outputs, int kernelHeight, int kernelWidth, int stride,
      int dilation, Padding padding, boolean biased, Initializer initializer) {
    this.name = name;
    this.inputs = inputs;
    this.kernelHeight = kernelHeight;
    this.kernelWidth = kernelWidth;
    this.stride = stride;
    this.dilation = dilation;
    this.padding = padding;
    LayerShapes.requirePositive(who(), "inputs", inputs);
    LayerShapes.requirePositive(who(), "outputs", outputs);
    LayerShapes.requirePositive(who(), "kernelHeight", kernelHeight);
    LayerShapes.requirePositive(who(), "kernelWidth", kernelWidth);
    LayerShapes.requirePositive(who(), "stride", stride);
    LayerShapes.requirePositive(who(), "dilation", dilation);
    int area = kernelHeight * kernelWidth;
    weight = new Parameter(name + "/weight", Tensor.zeros(Shape.of(outputs, inputs * area)));
    bias = biased ? new Parameter(name + "/bias", Tensor.zeros(Shape.of(outputs))) : null;
    initializer.fill(weight.value(), inputs * area, outputs * area);
  }

  public String name() {
    return name;
  }

  public int inputs() {
    return inputs;
  }

  public int outputs() {
    return weight.value().shape().get(0);
  }

  public int kernelHeight() {
    return kernelHeight;
  }

  public int kernelWidth() {
    return kernelWidth;
  }

  public int stride() {
    return stride;
  }

  public int dilation() {
    return dilation;
  }

  public Padding padding() {
    return padding;
  }

  /** [outputs, inputs * kernelHeight * kernelWidth]. */
  public Parameter weight() {
    return weight;
  }

  /** [outputs], or null if this layer has none. */
  public Parameter bias() {
    return bias;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample(who(), x));
    return ImageOps.conv2d(x, x.graph().parameter(weight), bias == null ? null : x.graph().parameter(bias),
        kernelHeight, kernelWidth, stride, dilation, padding);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireImage(who(), perExample);
    if (perExample.get(2) != inputs) {
      throw new ShapeException(who() + ": input has " + perExample.get(2) + " channels, weight is "
          + weight.value().shape() + " and wants " + inputs + "; did the channels change?");
    }
    int spanHeight = Padding.span(kernelHeight, dilation);
    int spanWidth = Padding.span(kernelWidth, dilation);
    int height = padding.outputSize(perExample.get(0), spanHeight, stride);
    int width = padding.outputSize(perExample.get(1), spanWidth, stride);
    if (height < 1 || width < 1) {
      throw new ShapeException(who() + ": wants images of at least " + spanHeight + " x " + spanWidth
          + ", got " + perExample.get(0) + " x " + perExample.get(1)
          + "; use fewer or smaller layers before it, or padding SAME");
    }
    return Shape.of(height, width, outputs());
  }

  @Override
  public List<Parameter> parameters() {
    return bias == null ? Collections.singletonList(weight) : Arrays.asList(weight, bias);
  }

  @Override
  public long connections(Shape perExample) {
    return (long) weight.value().size() / outputs() * outputShape(perExample).size();
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return before.window(kernelHeight, kernelWidth, stride, dilation);
  }

  @Override
  public String describe() {
    Description description = new Description("conv2d").with("name", name).with("inputs", inputs)
        .with("outputs", outputs()).with("kernelHeight", kernelHeight).with("kernelWidth", kernelWidth)
        .with("stride", stride).with("padding", padding.name().toLowerCase(Locale.ROOT))
        .with("bias", bias != null);
    return (dilation == 1 ? description : description.with("dilation", dilation)).toString();
  }

  private String who() {
    return "Conv2d \"" + name + "\"";
  }
}
