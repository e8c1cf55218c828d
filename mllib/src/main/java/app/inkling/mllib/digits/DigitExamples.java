package app.inkling.mllib.digits;

import app.inkling.mllib.data.ImageVariation;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyph;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.Scribbles;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.tensor.Rng;
import java.util.List;

/**
 * What the digit model learns from: every image once an epoch, every drawing {@value #DRAWING_REPEATS} times,
 * digits of our own shapes, and drawings that are no digit, each of them varied anew whenever it is made.
 * Reuses its buffers, so one serves one thread at a time; several may share images and drawings.
 */
public final class DigitExamples {
  private static final int DRAWING_REPEATS = 3;
  /** Digits of our own shapes, as a share of images and drawings. */
  private static final float GLYPH_SHARE = 0.05f;
  /** Drawings that are no digit, as a share of images and drawings. */
  private static final float NOT_A_DIGIT_SHARE = 0.15f;

  /**
   * Shares of images and drawings that are left as sharp as they are. Varying softens an image a little: were
   * only one of the two kinds soft, the network would take sharpness for a sign of how people write, and read
   * sharp images of MNIST wrongly.
   */
  private static final float PLAIN_IMAGES = 0.3f;
  private static final float PLAIN_DRAWINGS = 0.5f;

  private static final float IMAGE_STRENGTH = 0.6f;
  private static final StrokeVariation HAND = new StrokeVariation(0.75f);
  private static final float GLYPH_JITTER = 2;
  private static final float THINNEST = 1f;
  private static final float PEN_STEP = 0.1f;

  private final LabelledImages images;
  private final List<LabelledDrawing> drawings;
  private final ImageVariation imageHand = new ImageVariation(StrokeRenderer.SIDE, StrokeRenderer.SIDE,
      IMAGE_STRENGTH);
  private final StrokeRenderer[] pens = new StrokeRenderer[7];
  private final int lastDrawing;
  private final int lastGlyph;
  private final int size;

  /** @param drawings of digits; a drawing that is none may be among them */
  public DigitExamples(LabelledImages images, List<LabelledDrawing> drawings) {
    if (images.rows() != StrokeRenderer.SIDE || images.columns() != StrokeRenderer.SIDE) {
      throw new IllegalArgumentException("DigitExamples: images are " + images.rows() + " x "
          + images.columns() + "; wants 28 x 28");
    }
    this.images = images;
    this.drawings = List.copyOf(drawings);
    for (int i = 0; i < pens.length; i++) {
      pens[i] = new StrokeRenderer(THINNEST + PEN_STEP * i);
    }
    int digits = images.size() + DRAWING_REPEATS * drawings.size();
    lastDrawing = digits;
    lastGlyph = lastDrawing + Math.round(GLYPH_SHARE * digits);
    size = lastGlyph + Math.round(NOT_A_DIGIT_SHARE * digits);
  }

  /** Examples of one epoch. */
  public int size() {
    return size;
  }

  /**
   * Makes one example anew.
   *
   * @param index 0 to {@link #size()} - 1
   * @param image filled with 784 values, 0 paper to 1 ink
   * @return its class, 0 to 9 or {@link DigitModel#NOT_A_DIGIT}
   */
  public int make(int index, Rng random, float[] image) {
    if (index < images.size()) {
      images.copyImage(index, image);
      if (random.nextFloat() >= PLAIN_IMAGES) {
        imageHand.vary(image, random);
      }
      return images.label(index);
    }
    int label;
    Drawing drawing;
    if (index < lastDrawing) {
      LabelledDrawing labelled = drawings.get((index - images.size()) % drawings.size());
      label = labelled.digit() == LabelledDrawing.NOT_A_DIGIT ? DigitModel.NOT_A_DIGIT : labelled.digit();
      drawing = HAND.vary(labelled.drawing(), random);
    } else if (index < lastGlyph) {
      label = random.nextInt(10);
      List<Glyph> styles = Glyphs.styles(label);
      drawing = HAND.vary(styles.get(random.nextInt(styles.size())).drawing(random, GLYPH_JITTER), random);
    } else {
      label = DigitModel.NOT_A_DIGIT;
      drawing = Scribbles.forTraining(random);
    }
    pens[random.nextInt(pens.length)].render(drawing, image);
    if (random.nextFloat() >= PLAIN_DRAWINGS) {
      imageHand.vary(image, random);
    }
    return label;
  }
}
