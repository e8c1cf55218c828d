package app.inkling.training;

import android.content.res.Resources;
import androidx.annotation.WorkerThread;
import app.inkling.data.StoredDrawing;
import app.inkling.engines.DigitVersion;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.train.session.Paired;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two versions read the same drawings.
 *
 * @param own the user's named drawings that are set aside, or all named ones while none is
 * @param heldOut whether {@code own} are set aside, so that neither version learned from them
 * @param general other people's digits
 * @param confusions what was read wrongly as what, the user's and other people's together
 * @param apart the user's drawings, of all that are named, that the two read differently
 */
record Comparison(Paired own, boolean heldOut, Paired general, List<Confusion> confusions,
    List<Disagreement> apart) implements Compared {
  /** So often something meant was read as something else. */
  record Confusion(int meant, int read, int first, int second) {}

  /** A drawing that the two read differently. */
  record Disagreement(StoredDrawing drawing, int first, int second) {}

  @Override
  public ComparisonPage page(Resources resources) {
    return new ComparisonText(resources).page(this);
  }

  /** Reads everything with both; takes seconds. */
  @WorkerThread
  static Comparison of(DigitVersion first, DigitVersion second, List<StoredDrawing> named,
      LabelledImages general) throws EngineException {
    try (InferenceEngine one = first.model().javaEngine();
        InferenceEngine two = second.model().javaEngine()) {
      return new Reader(new DigitReader(one, first.model()), new DigitReader(two, second.model()))
          .compare(named, general);
    }
  }

  /** Counts while both read. */
  private static final class Reader {
    private final DigitReader one;
    private final DigitReader two;
    private final Map<Integer, int[]> confusions = new TreeMap<>();
    private final List<Disagreement> apart = new ArrayList<>();

    Reader(DigitReader one, DigitReader two) {
      this.one = one;
      this.two = two;
    }

    Comparison compare(List<StoredDrawing> named, LabelledImages general) throws EngineException {
      boolean heldOut = named.stream().anyMatch(StoredDrawing::heldOut);
      Counts own = new Counts();
      for (StoredDrawing drawing : named) {
        if (drawing.ink() != null) {
          int first = one.read(drawing.ink()).reading();
          int second = two.read(drawing.ink()).reading();
          if (first != second) {
            apart.add(new Disagreement(drawing, first, second));
          }
          if (drawing.heldOut() == heldOut) {
            own.add(drawing.correction(), first, second, confusions);
          }
        }
      }
      Counts others = new Counts();
      float[] image = new float[StrokeRenderer.PIXELS];
      for (int i = 0; i < general.size(); i++) {
        general.copyImage(i, image);
        others.add(general.label(i), one.read(image).reading(), two.read(image).reading(), confusions);
      }
      return new Comparison(own.score(), heldOut, others.score(), listed(), List.copyOf(apart));
    }

    private List<Confusion> listed() {
      List<Confusion> all = new ArrayList<>();
      confusions.forEach((key, counts) ->
          all.add(new Confusion(key / 16 - 1, key % 16 - 1, counts[0], counts[1])));
      all.sort((a, b) -> Integer.compare(b.first() + b.second(), a.first() + a.second()));
      return all;
    }
  }

  private static final class Counts {
    private Paired score = Paired.NONE;

    void add(int meant, int readFirst, int readSecond, Map<Integer, int[]> confusions) {
      boolean rightFirst = readFirst == meant;
      boolean rightSecond = readSecond == meant;
      score = score.and(rightFirst, rightSecond);
      if (!rightFirst) {
        confusions.computeIfAbsent(key(meant, readFirst), key -> new int[2])[0]++;
      }
      if (!rightSecond) {
        confusions.computeIfAbsent(key(meant, readSecond), key -> new int[2])[1]++;
      }
    }

    private static int key(int meant, int read) {
      return (meant + 1) * 16 + read + 1;
    }

    Paired score() {
      return score;
    }
  }
}
