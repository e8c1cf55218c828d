package app.inkling.mllib.train.session;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.train.session.Verdict.Reason;
import java.util.Arrays;
import org.junit.Test;

public class AcceptanceTest {
  private static final double CHANCE = StrictMath.log(10);
  private static final Outcomes GENERAL = outcomes(1000, 0.1, 990);

  @Test
  public void acceptsWhatIsSurelyBetter() {
    Verdict verdict = judge(outcomes(20, 0.5, 15), outcomes(20, 0.2, 18), GENERAL);
    assertEquals(Reason.HELPS, verdict.reason());
    assertEquals("Accepted: 18 of 20 right, before 15; in general 99.0 %, before 99.0 %.",
        verdict.sentence());
  }

  @Test
  public void aFallOfThreeTenthsOfAPointIsAllowedAndNoMore() {
    Outcomes before = outcomes(20, 0.5, 15);
    Outcomes after = outcomes(20, 0.2, 18);
    assertEquals(Reason.HELPS, judge(before, after, outcomes(1000, 0.1, 987)).reason());
    Verdict verdict = judge(before, after, outcomes(1000, 0.1, 986));
    assertEquals(Reason.FORGETS, verdict.reason());
    assertEquals("Rejected: in general it would be right in 98.6 %, before 99.0 %.", verdict.sentence());
  }

  @Test
  public void rejectsWhatOnlyBecameLessSureOfWrongLabels() {
    Outcomes before = outcomes(50, 9, 5);
    assertEquals(Reason.GUESSES, judge(before, outcomes(50, 2.5, 5), GENERAL).reason());
    assertEquals(Reason.GUESSES, judge(before, outcomes(50, 2.35, 9), GENERAL).reason());
  }

  @Test
  public void rejectsMoreErrorsAlsoWhenTheLossFalls() {
    assertEquals(Reason.MORE_ERRORS, judge(outcomes(20, 0.5, 15), outcomes(20, 0.2, 14), GENERAL).reason());
  }

  @Test
  public void rejectsNoGainAndGainsByChance() {
    Outcomes before = outcomes(20, 0.5, 15);
    assertEquals(Reason.NO_GAIN, judge(before, before, GENERAL).reason());
    Outcomes mixed = outcomes(20, 0.5, 15);
    for (int i = 0; i < 20; i++) {
      mixed.losses()[i] += i % 2 == 0 ? -0.1 - 0.001 * i : 0.09 + 0.001 * i;
    }
    assertEquals(Reason.NO_GAIN, judge(before, mixed, GENERAL).reason());
  }

  @Test
  public void rejectsWithTooFewToTell() {
    assertEquals(Reason.TOO_FEW, judge(outcomes(7, 0.5, 5), outcomes(7, 0.1, 7), GENERAL).reason());
  }

  @Test
  public void rejectsNumbersThatAreNone() {
    Verdict verdict = judge(outcomes(20, 0.5, 15), outcomes(20, Double.NaN, 15), GENERAL);
    assertEquals(Reason.DIVERGED, verdict.reason());
    assertTrue(verdict.sentence(), verdict.sentence().contains("astray"));
  }

  private static Verdict judge(Outcomes before, Outcomes after, Outcomes generalAfter) {
    return Acceptance.DEFAULT.judge(before, after, GENERAL, generalAfter, CHANCE);
  }

  /** So many samples with losses near {@code loss}, the first {@code right} of them right. */
  private static Outcomes outcomes(int count, double loss, int right) {
    Outcomes outcomes = Outcomes.room(count);
    Arrays.setAll(outcomes.losses(), i -> loss * (1 + 0.001 * i));
    Arrays.setAll(outcomes.right(), i -> i < right ? 1 : 0);
    Arrays.fill(outcomes.of(), 1);
    return outcomes;
  }
}
