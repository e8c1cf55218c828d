package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tensor.Rng;
import java.util.List;

/**
 * What a session learns from, and for quick sessions what the layers that they leave alone see of each
 * example: made and seen once, when it first comes, and kept for all rounds. An example's randomness depends
 * on the session's seed and its number alone.
 *
 * @param parts of the network; those that see are only read
 * @param training all drawings that the session trains on
 * @param replay other people's digits
 * @param root where the examples' own randomness comes from
 */
record SeenExamples(DigitParts parts, List<OwnDrawing> training, LabelledImages replay, Rng root,
    Kernels kernels,
    float[][] seen, int[] classes) {
  SeenExamples(DigitParts parts, List<OwnDrawing> training, LabelledImages replay, Rng root,
      Kernels kernels) {
    this(parts, training, replay, root, kernels, new float[new SessionMatter(training, replay).size()][],
        new int[new SessionMatter(training, replay).size()]);
  }

  /** A source of examples for one thread. */
  SessionMatter matter() {
    return new SessionMatter(training, replay);
  }

  /**
   * Eyes for one thread, which keep what they see here; examples of one batch must be in one thread's part.
   */
  Eyes eyes(int atOnce) {
    return new Eyes(Features.ofImages(parts.sees(), atOnce, kernels));
  }

  /** Makes and sees what nobody has seen yet. */
  final class Eyes {
    private final SessionMatter matter = matter();
    private final Features features;
    private final int[] waiting;
    private final Rng random = new Rng(0);
    private int count;

    private Eyes(Features features) {
      this.features = features;
      waiting = new int[features.rows()];
    }

    void look(int example) {
      if (seen[example] == null) {
        root.splitInto(random, example);
        classes[example] = matter.make(example, random, features.input(count));
        waiting[count++] = example;
        if (count == waiting.length) {
          finish();
        }
      }
    }

    /** Sees those that still wait. */
    void finish() {
      if (count > 0) {
        features.run();
      }
      for (int row = 0; row < count; row++) {
        seen[waiting[row]] = features.output(row).clone();
      }
      count = 0;
    }
  }
}
