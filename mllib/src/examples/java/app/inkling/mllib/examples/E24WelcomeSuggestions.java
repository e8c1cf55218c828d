package app.inkling.mllib.examples;

import app.inkling.mllib.rl.SuggestionBandit;
import app.inkling.mllib.tensor.Rng;
import java.io.PrintStream;
import java.util.Locale;

/**
 * A bandit meets a user who takes suggestions, but not before the third letter; it learns so from taps alone.
 */
public final class E24WelcomeSuggestions {
  private static final double COST = 0.5;

  private E24WelcomeSuggestions() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    SuggestionBandit bandit = new SuggestionBandit(SuggestionBandit.FEATURES, COST, 0);
    Rng world = new Rng(1);
    Rng chance = new Rng(2);
    double[] reward = new double[4];
    int[] shownEarly = new int[4];
    for (int meeting = 0; meeting < 2000; meeting++) {
      double probability = world.nextDouble();
      int letters = world.nextInt(6);
      boolean wouldTake = world.nextDouble() < (letters < 3 ? 0.05 : 0.2 + 0.7 * probability);
      double[] context = SuggestionBandit.context(probability, letters);
      if (bandit.show(context, chance)) {
        bandit.learn(context, wouldTake);
        reward[meeting / 500] += wouldTake ? 1 : -COST;
        shownEarly[meeting / 500] += letters < 3 ? 1 : 0;
      }
    }
    for (int part = 0; part < 4; part++) {
      out.printf(Locale.ROOT, "words %4d to %4d: shown before the third letter %3d times, reward %6.1f%n",
          500 * part + 1, 500 * part + 500, shownEarly[part], reward[part]);
    }
    double early = bandit.chance(SuggestionBandit.context(0.9, 1));
    double later = bandit.chance(SuggestionBandit.context(0.9, 3));
    out.printf(Locale.ROOT,
        "a likely word would be taken: after one letter %.2f (0.05 is right), after three %.2f "
        + "(0.83)%n", early, later);
    Lesson.check(shownEarly[3] * 3 < shownEarly[0], "it learned to wait");
    Lesson.check(reward[3] > reward[0], "waiting pays");
    Lesson.check(early < 1 / 3.0 && later > 1 / 3.0, "it knows when showing pays: from one in three on");
  }
}
