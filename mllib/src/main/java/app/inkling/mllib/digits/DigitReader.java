package app.inkling.mllib.digits;

import app.inkling.mllib.data.stroke.Box;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitGuess.Refusal;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;

/**
 * Reads digits: a drawing becomes MNIST's kind of image, an engine runs the network, and what is no digit is
 * refused. The same code serves the drawing pad, the command-line tool and the tests.
 *
 * <pre>{@code
 * DigitGuess guess = new DigitReader(engine, model).read(drawing);
 * if (!guess.refused()) show(guess.digit(), guess.confidence());
 * }</pre>
 *
 * Reuses its buffers, so one reader serves one thread at a time; the engine stays the caller's to close.
 */
public final class DigitReader {
  /**
   * A drawing whose longer side is below this share of the canvas's shorter side is a dot or a slip of the
   * finger.
   */
  private static final float SMALLEST = 0.04f;

  private final InferenceEngine engine;
  private final float refusalThreshold;
  private final Evidence evidence;
  private final Bindings bindings;
  private final float[] image;
  private final float[] probabilities;
  private final StrokeRenderer renderer = new StrokeRenderer();

  /** @param engine runs this model's network */
  public DigitReader(InferenceEngine engine, DigitModel model) {
    this(engine, model, Evidence.NONE);
  }

  /**
   * @param engine runs this model's network
   * @param evidence what else speaks for a digit, such as the user's own drawings
   */
  public DigitReader(InferenceEngine engine, DigitModel model, Evidence evidence) {
    this(engine, model.refusalThreshold(), evidence);
  }

  /** @param refusalThreshold probability of "not a digit" from which on a drawing is refused */
  DigitReader(InferenceEngine engine, float refusalThreshold) {
    this(engine, refusalThreshold, Evidence.NONE);
  }

  private DigitReader(InferenceEngine engine, float refusalThreshold, Evidence evidence) {
    this.engine = engine;
    this.evidence = evidence;
    this.refusalThreshold = refusalThreshold;
    bindings = new Bindings(engine.signature());
    image = bindings.floatInput(DigitModel.INPUT);
    probabilities = bindings.floatOutput(DigitModel.OUTPUT);
    if (image.length != StrokeRenderer.PIXELS || probabilities.length != DigitModel.CLASSES) {
      throw new IllegalArgumentException("DigitReader: engine " + engine.name() + " takes " + image.length
          + " pixels and gives "
          + probabilities.length + " probabilities; wants " + StrokeRenderer.PIXELS + " and "
          + DigitModel.CLASSES);
    }
  }

  /**
   * What the drawing shows. Blank drawings and drawings too small to be meant are refused without asking the
   * network.
   *
   * @throws EngineException the engine failed; it must then be closed, and this reader with it left alone
   */
  public DigitGuess read(Drawing drawing) throws EngineException {
    if (drawing.isEmpty()) {
      return DigitGuess.unknown(Refusal.BLANK);
    }
    if (tooSmall(drawing)) {
      return DigitGuess.unknown(Refusal.TOO_SMALL);
    }
    renderer.render(drawing, image);
    return guess();
  }

  /** Whether a drawing, which isn't blank, is refused whatever the network makes of it. */
  public static boolean tooSmall(Drawing drawing) {
    return Box.of(drawing).side() < SMALLEST * Math.min(drawing.width(), drawing.height());
  }

  /**
   * What an image made as MNIST's shows.
   *
   * @param pixels 784 values row by row, 0 paper to 1 ink
   */
  public DigitGuess read(float[] pixels) throws EngineException {
    if (pixels.length != image.length) {
      throw new IllegalArgumentException("DigitReader: image has " + pixels.length + " pixels; wants "
          + image.length);
    }
    boolean blank = true;
    for (float value : pixels) {
      blank &= value <= 0;
    }
    if (blank) {
      return DigitGuess.unknown(Refusal.BLANK);
    }
    System.arraycopy(pixels, 0, image, 0, image.length);
    return guess();
  }

  private DigitGuess guess() throws EngineException {
    engine.run(bindings);
    evidence.weigh(image, probabilities);
    return DigitGuess.of(probabilities, refusalThreshold);
  }
}
