package app.inkling.mllib.train.session;

import java.util.Locale;

/**
 * Whether a session's model may be used, why, and the numbers that decided.
 *
 * @param reason the first condition that failed, or {@link Reason#HELPS}
 * @param judged samples of the user's that judged without having trained
 * @param lossBefore their mean log-loss with the parent, in nats
 * @param lossAfter their mean log-loss after the session
 * @param rightBefore right answers to them with the parent
 * @param rightAfter right answers to them after the session
 * @param asked answers asked for
 * @param generalBefore share of right answers on the general set with the parent, 0 to 1
 * @param generalAfter the same after the session
 * @param probability of a gain like this by chance, from the paired test
 */
public record Verdict(Reason reason, int judged, double lossBefore, double lossAfter, int rightBefore,
    int rightAfter,
    int asked, double generalBefore, double generalAfter, double probability) {
  /** Why a model was accepted or rejected. */
  public enum Reason {
    /** Accepted. */
    HELPS,
    /** There are too few samples to see anything. */
    TOO_FEW,
    /** Numbers grew beyond bounds while training. */
    DIVERGED,
    /** General accuracy fell by more than is allowed. */
    FORGETS,
    /** No better than guessing: what the samples are said to mean doesn't follow from them. */
    GUESSES,
    /** More of the user's own samples are read wrongly than before. */
    MORE_ERRORS,
    /** The gain is none, or no more than chance gives. */
    NO_GAIN
  }

  public boolean accepted() {
    return reason == Reason.HELPS;
  }

  /** One sentence in English with the numbers that decided; an app phrases its own from the same. */
  public String sentence() {
    return switch (reason) {
      case HELPS -> String.format(Locale.ROOT,
          "Accepted: %d of %d right, before %d; in general %.1f %%, before %.1f %%.",
          rightAfter, asked, rightBefore, 100 * generalAfter, 100 * generalBefore);
      case TOO_FEW -> "Rejected: " + judged + " samples are too few to tell whether it helps.";
      case DIVERGED -> "Rejected: the training went astray, its numbers grew beyond bounds.";
      case FORGETS -> String.format(Locale.ROOT,
          "Rejected: in general it would be right in %.1f %%, before %.1f %%.",
          100 * generalAfter, 100 * generalBefore);
      case GUESSES -> String.format(Locale.ROOT,
          "Rejected: with %d of %d right it is no better than guessing; are the corrections right?",
          rightAfter, asked);
      case MORE_ERRORS -> String.format(Locale.ROOT, "Rejected: %d of %d would be right, before %d.",
          rightAfter, asked,
          rightBefore);
      case NO_GAIN -> String.format(Locale.ROOT,
          "Rejected: it is not surely better: %d of %d right, before %d, and chance does as well one time in "
              + "%.0f.",
          rightAfter, asked, rightBefore, 1 / Math.max(probability, 1e-9));
    };
  }
}
