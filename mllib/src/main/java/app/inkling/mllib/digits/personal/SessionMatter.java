package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.ImageVariation;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyph;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.Scribbles;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.tensor.Rng;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one round of a session learns from: the user's drawings, each varied many times, and against
 * forgetting other people's digits, digits of our own shapes, and drawings that are none. About as much of
 * the one as of the other, however many drawings there are. Reuses its buffers, so one serves one thread at a
 * time.
 */
final class SessionMatter {
  /** Examples made of the user's drawings, at least. */
  private static final int OWN = 400;
  private static final int GLYPHS = 30;
  private static final int NOT_DIGITS = 50;
  /** The same hand in other moods: half as different as other hands are. */
  private static final StrokeVariation MOOD = new StrokeVariation(0.4f);
  private static final StrokeVariation OTHER_HAND = new StrokeVariation(0.75f);
  private static final float GLYPH_JITTER = 2;

  private final List<OwnDrawing> own;
  private final LabelledImages replay;
  private final int lastOwn;
  private final int lastReplay;
  private final int lastGlyph;
  private final ImageVariation imageHand = new ImageVariation(StrokeRenderer.SIDE, StrokeRenderer.SIDE, 0.5f);
  private final StrokeRenderer renderer = new StrokeRenderer();
  private final StrokeRenderer thin = new StrokeRenderer(1.05f);
  private final StrokeRenderer thick = new StrokeRenderer(1.45f);

  /** @param own all drawings that the session trains on */
  SessionMatter(List<OwnDrawing> own, LabelledImages replay) {
    this.own = own;
    this.replay = replay;
    lastOwn = own.size() * ((OWN + own.size() - 1) / own.size());
    lastReplay = lastOwn + replay.size();
    lastGlyph = lastReplay + GLYPHS;
  }

  int size() {
    return lastGlyph + NOT_DIGITS;
  }

  /**
   * The examples that are not made of drawings other than these: what a round without the others learns from.
   */
  int[] examples(int[] drawings) {
    boolean[] among = new boolean[own.size()];
    for (int drawing : drawings) {
      among[drawing] = true;
    }
    return IntStream.range(0, size()).filter(example -> example >= lastOwn || among[example % own.size()])
        .toArray();
  }

  /**
   * Makes an example.
   *
   * @param example 0 to {@link #size()} - 1; the first of each of the user's drawings is as it was drawn
   * @param image filled with 784 values
   * @return its class, 0 to 9 or {@link DigitModel#NOT_A_DIGIT}
   */
  int make(int example, Rng random, float[] image) {
    if (example < lastOwn) {
      OwnDrawing drawing = own.get(example % own.size());
      if (example < own.size()) {
        renderer.render(drawing.drawing(), image);
      } else {
        pen(random).render(MOOD.vary(drawing.drawing(), random), image);
      }
      return classOf(drawing.digit());
    }
    if (example < lastReplay) {
      int index = example - lastOwn;
      replay.copyImage(index, image);
      if (random.nextFloat() < 0.5f) {
        imageHand.vary(image, random);
      }
      return replay.label(index);
    }
    if (example < lastGlyph) {
      int digit = random.nextInt(10);
      List<Glyph> styles = Glyphs.styles(digit);
      Drawing drawing = styles.get(random.nextInt(styles.size())).drawing(random, GLYPH_JITTER);
      pen(random).render(OTHER_HAND.vary(drawing, random), image);
      return digit;
    }
    pen(random).render(Scribbles.forTraining(random), image);
    return DigitModel.NOT_A_DIGIT;
  }

  static int classOf(int digit) {
    return digit == LabelledDrawing.NOT_A_DIGIT ? DigitModel.NOT_A_DIGIT : digit;
  }

  private StrokeRenderer pen(Rng random) {
    int which = random.nextInt(4);
    return which == 0 ? thin : which == 1 ? thick : renderer;
  }
}
