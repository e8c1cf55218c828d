package app.inkling.mllib.cli.bench;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.JavaEngine;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tensor.Rng;

/** One image at a time through one of the {@link Networks}. */
public final class InferenceWork {
  private static final int IMAGES = 64;

  private final JavaEngine engine;
  private final Bindings bindings;
  private final float[][] images = new float[IMAGES][Networks.PIXELS];
  private int next;

  public InferenceWork(Networks kind, Kernels kernels) {
    Rng random = new Rng(1);
    for (float[] image : images) {
      Networks.draw(image, random);
    }
    engine = new JavaEngine(Networks.withSoftmax(kind.create(random)), Networks.signature(), kernels);
    bindings = new Bindings(engine.signature());
  }

  /** Reads the next image; the copy into the engine's input counts. */
  public void step() {
    System.arraycopy(images[next], 0, bindings.floatInput("image"), 0, Networks.PIXELS);
    next = (next + 1) % IMAGES;
    engine.run(bindings);
  }
}
