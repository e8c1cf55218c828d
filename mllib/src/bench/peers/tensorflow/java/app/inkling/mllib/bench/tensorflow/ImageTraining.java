package app.inkling.mllib.bench.tensorflow;

import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Work;
import java.util.List;
import java.util.function.BiFunction;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** W1 and W2. */
final class ImageTraining implements Work {
  private final Images images = new Images();
  private final Model model;
  private final Placeholder<TFloat32> input;
  private final Placeholder<TInt32> labels;
  private final Operand<TFloat32> loss;
  private final List<Op> updates;
  /** Fed again and again, with new contents. */
  private final TFloat32 pixels;
  private final TInt32 classes;
  private final float[] pixelValues = new float[Images.BATCH * Images.PIXELS];
  private final int[] classValues = new int[Images.BATCH];

  ImageTraining(Model model, Placeholder<TFloat32> input,
      BiFunction<Model, Operand<TFloat32>, Operand<TFloat32>> network) {
    this.model = model;
    this.input = input;
    labels = model.integers(Images.BATCH);
    Model.Loss mean = model.loss(network.apply(model, input), labels, Images.BATCH);
    loss = mean.value();
    updates = model.updates(model.gradients(mean), Images.LEARNING_RATE);
    pixels = TFloat32.tensorOf(input.shape());
    classes = TInt32.tensorOf(labels.shape());
  }

  @Override
  public float step() {
    int first = images.take(Images.BATCH);
    for (int i = 0; i < Images.BATCH; i++) {
      System.arraycopy(images.image(first + i), 0, pixelValues, i * Images.PIXELS, Images.PIXELS);
      classValues[i] = Images.label(first + i);
    }
    pixels.asRawTensor().data().asFloats().write(pixelValues);
    classes.asRawTensor().data().asInts().write(classValues);
    Session.Runner runner = model.session.runner().feed(input, pixels).feed(labels, classes).fetch(loss);
    updates.forEach(runner::addTarget);
    try (Result result = runner.run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }

  @Override
  public void close() {
    pixels.close();
    classes.close();
    model.close();
  }
}
