package app.inkling.mllib.train.session;

import app.inkling.mllib.train.session.Verdict.Reason;

/**
 * The gate between a trained model and its use. Judged by samples that did not train the model that answers
 * them, a session is accepted if
 * <ul>
 * <li>general accuracy falls by no more than {@code mostForgotten},
 * <li>the new model's log-losses lie below blind guessing's: one that only became less sure of wrong labels
 *     has a lower loss, too, but not so low,
 * <li>no more answers are wrong than before,
 * <li>the mean log-loss falls, and by a paired test ({@link SignedRank}) not by chance.
 * </ul>
 *
 * @param significance largest probability of chance, 0 to 1
 * @param mostForgotten how far general accuracy may fall, 0 to 1
 * @param fewest samples that can judge at all
 */
public record Acceptance(double significance, double mostForgotten, int fewest) {
  /** One time in twenty, 0.3 points, and 8 samples. */
  public static final Acceptance DEFAULT = new Acceptance(0.05, 0.003, 8);

  /** A fall of exactly the limit is allowed; the two shares are rounded numbers. */
  private static final double ROUNDING = 1e-9;

  /**
   * @param before how the parent did on the samples that judge
   * @param after how the new model did on the same, none of which it had trained on
   * @param chanceLoss log-loss of blind guessing
   */
  public Verdict judge(Outcomes before, Outcomes after, Outcomes generalBefore, Outcomes generalAfter,
      double chanceLoss) {
    double[] gained = new double[before.size()];
    double[] overChance = new double[before.size()];
    for (int i = 0; i < gained.length; i++) {
      gained[i] = before.losses()[i] - after.losses()[i];
      overChance[i] = chanceLoss - after.losses()[i];
    }
    double probability = SignedRank.above(gained);
    Reason reason;
    if (before.size() < fewest) {
      reason = Reason.TOO_FEW;
    } else if (!Double.isFinite(after.loss())) {
      reason = Reason.DIVERGED;
    } else if (generalAfter.accuracy() < generalBefore.accuracy() - mostForgotten - ROUNDING) {
      reason = Reason.FORGETS;
    } else if (!(after.loss() < chanceLoss) || SignedRank.above(overChance) > significance) {
      reason = Reason.GUESSES;
    } else if (after.errors() > before.errors()) {
      reason = Reason.MORE_ERRORS;
    } else if (!(after.loss() < before.loss()) || probability > significance) {
      reason = Reason.NO_GAIN;
    } else {
      reason = Reason.HELPS;
    }
    return verdict(reason, before, after, generalBefore, generalAfter, probability);
  }

  static Verdict verdict(Reason reason, Outcomes before, Outcomes after, Outcomes generalBefore,
      Outcomes generalAfter,
      double probability) {
    int asked = java.util.Arrays.stream(before.of()).sum();
    return new Verdict(reason, before.size(), before.loss(), after.loss(), asked - before.errors(),
        asked - after.errors(),
        asked, generalBefore.accuracy(), generalAfter.accuracy(), probability);
  }
}
