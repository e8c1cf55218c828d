package app.inkling.mllib.examples;

import app.inkling.mllib.rl.CartPole;
import app.inkling.mllib.rl.DeepQ;
import app.inkling.mllib.rl.Reinforce;
import app.inkling.mllib.tensor.Rng;
import java.io.PrintStream;
import java.util.Locale;

/** A pole on a cart, balanced for 200 steps by two who learned it by trying: REINFORCE and DQN. */
public final class E25CartPole {
  private E25CartPole() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    Reinforce policy = new Reinforce(new CartPole(200), 0.99, 0.01f, new Rng(1));
    Rng random = new Rng(51);
    for (int update = 0; update <= 60; update++) {
      if (update % 20 == 0) {
        out.printf(Locale.ROOT, "REINFORCE after %3d episodes: %.1f steps%n", 10 * update,
            policy.meanReward(20, new Rng(21)));
      }
      policy.learn(10, 0.01f * (1 - update / 61f), random);
    }
    double byPolicy = policy.meanReward(100, new Rng(99));

    CartPole other = new CartPole(200);
    DeepQ worth = new DeepQ(new CartPole(200),
        new DeepQ.Settings(64, 0.99, 0.001f, 40000, 40000, 32, 2, 200, 0.2, 0.05), new Rng(1));
    double now;
    do {
      worth.learn(1000);
      now = worth.meanReward(other, 20, new Rng(21));
      out.printf(Locale.ROOT, "DQN after %5d steps: %.1f steps%n", worth.steps(), now);
    } while (worth.steps() < 20000 && now < 198);
    double byWorth = worth.meanReward(other, 100, new Rng(99));

    out.printf(Locale.ROOT, "mean of 100 new episodes: REINFORCE %.1f, DQN %.1f (195 is solved)%n", byPolicy,
        byWorth);
    Lesson.check(byPolicy >= 195, "REINFORCE solved it");
    Lesson.check(byWorth >= 195, "DQN solved it");
  }
}
