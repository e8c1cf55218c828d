package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.kernel.Kernels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The shipped digits that look to the network most like a drawing: "it looks like these, which it learned
 * from". Sees all of them when it is made, some seconds on a phone. Belongs to one model; one thread at a
 * time.
 */
public final class GeneralNeighbours {
  private final LabelledImages images;
  private final Features eyes;
  private final float[][] seen;
  private final StrokeRenderer renderer = new StrokeRenderer();

  /** @param images such as {@link GeneralDigits#replay}, digits that the model was trained on */
  public GeneralNeighbours(DigitModel model, LabelledImages images) {
    DigitParts parts = DigitParts.of(model);
    this.images = images;
    eyes = Features.ofImages(parts.sees(), 1, Kernels.PLAIN);
    seen = new float[images.size()][];
    for (int i = 0; i < seen.length; i++) {
      images.copyImage(i, eyes.input(0));
      seen[i] = see();
    }
  }

  /**
   * One of the shipped digits.
   *
   * @param image its number in the set
   * @param digit that it shows
   * @param similarity cosine of what the network sees of the two, 0 to 1
   */
  public record Match(int image, int digit, double similarity) {}

  /** The most similar ones first. */
  public List<Match> nearest(Drawing drawing, int most) {
    renderer.render(drawing, eyes.input(0));
    float[] asked = see();
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      matches.add(new Match(i, images.label(i), DigitMemory.similarity(asked, seen[i])));
    }
    matches.sort(Comparator.comparingDouble(Match::similarity).reversed());
    return new ArrayList<>(matches.subList(0, Math.min(most, matches.size())));
  }

  private float[] see() {
    eyes.run();
    float[] now = eyes.output(0).clone();
    DigitMemory.normalise(now);
    return now;
  }
}
