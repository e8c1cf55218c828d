package app.inkling.mllib.rl;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** The bandit before users of four kinds, whose taps follow a chance that it isn't told. */
public class SuggestionBanditTest {
  private static final double COST = 0.5;
  private static final int MEETINGS = 3000;
  private static final int LAST = 1000;

  /** The chance that a shown suggestion is taken. */
  private interface User {
    double chance(double probability, int letters);
  }

  private static final User TRUSTING = (probability, letters) -> 0.2 + 0.75 * probability;
  private static final User SLOW = (probability, letters) -> letters >= 3 ? 0.3 + 0.6 * probability : 0.02;
  private static final User CHOOSY = (probability, letters) -> probability > 0.6 ? 0.8 : 0.05;
  private static final User UNWILLING = (probability, letters) -> 0.02;

  /** Rewards a meeting over the last thousand, of four ways to decide. */
  private record Rewards(double bandit, double knowing, double always, double shown) {}

  private static Rewards meet(User user, SuggestionBandit bandit, long seed) {
    Rng world = new Rng(seed);
    Rng chance = new Rng(seed + 1000);
    double ours = 0;
    double knowing = 0;
    double always = 0;
    double shown = 0;
    for (int meeting = 0; meeting < MEETINGS; meeting++) {
      double probability = world.nextDouble() * world.nextDouble();
      int letters = world.nextInt(7);
      double taken = user.chance(probability, letters);
      double reward = world.nextDouble() < taken ? 1 : -COST;
      double[] context = SuggestionBandit.context(probability, letters);
      boolean show = bandit.show(context, chance);
      if (show) {
        bandit.learn(context, reward > 0);
      }
      if (meeting >= MEETINGS - LAST) {
        ours += show ? reward / LAST : 0;
        shown += show ? 1.0 / LAST : 0;
        always += reward / LAST;
        knowing += taken - COST * (1 - taken) > 0 ? reward / LAST : 0;
      }
    }
    return new Rewards(ours, knowing, always, shown);
  }

  /**
   * Over five users of a kind: 92, 89 and 93 % of what one who knows them would get were seen, in the order
   * of the tests.
   */
  private static void requireLearned(User user, double shareOfKnowing) {
    double ours = 0;
    double knowing = 0;
    double always = 0;
    for (int seed = 1; seed <= 5; seed++) {
      Rewards rewards = meet(user, new SuggestionBandit(SuggestionBandit.FEATURES, COST, 0), seed);
      ours += rewards.bandit() / 5;
      knowing += rewards.knowing() / 5;
      always += rewards.always() / 5;
    }
    assertTrue(ours + " of " + knowing, ours > shareOfKnowing * knowing);
    assertTrue(ours + ", always showing " + always, ours > always);
  }

  @Test
  public void learnsAUserWhoTakesWhatIsLikely() {
    requireLearned(TRUSTING, 0.85);
  }

  @Test
  public void learnsAUserWhoTypesThreeLettersFirst() {
    requireLearned(SLOW, 0.8);
  }

  @Test
  public void learnsAUserWhoWantsSureOnesAlone() {
    requireLearned(CHOOSY, 0.8);
  }

  @Test
  public void leavesInPeaceWhoNeverTakesOne() {
    for (int seed = 1; seed <= 5; seed++) {
      Rewards rewards = meet(UNWILLING, new SuggestionBandit(SuggestionBandit.FEATURES, COST, 0), seed);
      assertTrue(seed + ": shown " + rewards.shown(), rewards.shown() < 0.03);
    }
  }

  /** Who begins to want suggestions is noticed, if old taps may fade. */
  @Test
  public void followsAUserWhoChanges() {
    double fading = 0;
    double stubborn = 0;
    for (int seed = 1; seed <= 5; seed++) {
      SuggestionBandit fades = new SuggestionBandit(SuggestionBandit.FEATURES, COST, 0.003);
      SuggestionBandit stays = new SuggestionBandit(SuggestionBandit.FEATURES, COST, 0);
      for (SuggestionBandit bandit : new SuggestionBandit[] {fades, stays}) {
        meet(TRUSTING, bandit, seed);
        meet(SLOW, bandit, seed + 100);
      }
      fading += meet(CHOOSY, fades, seed + 200).bandit() / 5;
      stubborn += meet(CHOOSY, stays, seed + 200).bandit() / 5;
    }
    assertTrue(fading + " and " + stubborn, fading > stubborn);
  }

  @Test
  public void goesOnFromItsState() {
    SuggestionBandit bandit = new SuggestionBandit(SuggestionBandit.FEATURES, COST, 0.003);
    meet(SLOW, bandit, 1);
    SuggestionBandit other = new SuggestionBandit(SuggestionBandit.FEATURES, COST, 0.003);
    other.restore(bandit.state());
    assertArrayEquals(bandit.state(), other.state(), 0);
    double[] context = SuggestionBandit.context(0.4, 2);
    assertEquals(bandit.chance(context), other.chance(context), 0);
  }

  @Test
  public void refusesWhatDoesNotFit() {
    SuggestionBandit bandit = new SuggestionBandit(SuggestionBandit.FEATURES, COST, 0);
    for (ThrowingRunnable step : new ThrowingRunnable[] {
        () -> new SuggestionBandit(0, COST, 0), () -> new SuggestionBandit(3, 0, 0),
        () -> bandit.chance(new double[2]), () -> SuggestionBandit.context(1.1, 0),
        () -> bandit.restore(new double[]{Double.NaN}), () -> bandit.restore(new double[5])}) {
      String message = assertThrows(IllegalArgumentException.class, step).getMessage();
      assertTrue(message, message.startsWith("SuggestionBandit: ") && message.contains("wants "));
    }
  }
}
