package app.inkling.mllib.rl;

import app.inkling.mllib.tensor.Rng;
import java.util.Arrays;

/**
 * Learns when a suggestion is welcome, from taps alone: shown and taken, or shown and ignored. What is not
 * shown teaches nothing, so it must sometimes show what it doubts, and less and less often: a contextual
 * bandit.
 *
 * <p>The chance that a suggestion is taken is a logistic regression on the context, {@code p = sigmoid(w x)},
 * and of the weights w it keeps a mean and a covariance C: what it believes, and how far it may be wrong.
 * Each time a score is drawn from that belief, and believed (Thompson sampling; Chapelle and Li 2011, "An
 * empirical evaluation of Thompson sampling"):
 *
 * <pre>
 * score ~ N(mean x, x C x)
 * show  where sigmoid(score) > cost / (1 + cost)       what an ignored one costs, a taken one being worth 1
 * learn C += drift I                                    the user may have changed since
 *       C -= C x (C x)' p (1 - p) / (1 + p (1 - p) x C x)      a tap makes it surer along x
 *       mean += C x (y - p)                             y = 1 if taken, else 0
 * </pre>
 * The last two lines are one step of Newton's method on the likelihood (Laplace's approximation, carried on
 * from tap to tap).
 */
public final class SuggestionBandit {
  /** Of a weight that nothing is known about. */
  private static final double FIRST_VARIANCE = 1;
  private static final double[] PROBABILITIES = {0.1, 0.2, 0.3, 0.45, 0.6, 0.8};
  private static final int LETTERS = 4;
  /** Numbers of a {@link #context}. */
  public static final int FEATURES = 1 + PROBABILITIES.length + LETTERS;

  private final double cost;
  private final double drift;
  private final double[] mean;
  private final double[][] covariance;

  /**
   * @param features of a context
   * @param cost of a suggestion that is ignored, as a share of what a taken one is worth, above 0
   * @param drift variance by which each weight may change from tap to tap, 0 or more; 0 for users that never
   * do
   */
  public SuggestionBandit(int features, double cost, double drift) {
    if (features < 1 || !(cost > 0) || !(drift >= 0)) {
      throw new IllegalArgumentException("SuggestionBandit: " + features + " features, cost " + cost
          + ", drift " + drift + "; wants at least 1 feature, a cost above 0, a drift of 0 or more");
    }
    this.cost = cost;
    this.drift = drift;
    mean = new double[features];
    covariance = new double[features][features];
    for (int j = 0; j < features; j++) {
      covariance[j][j] = FIRST_VARIANCE;
    }
  }

  /**
   * A context of a keyboard, in steps, so that what a user wants need not be a straight line: 1, then 1 for
   * each of some levels that the top suggestion's probability reaches, then 1 for each letter typed, up to 4.
   */
  public static double[] context(double topProbability, int lettersTyped) {
    if (!(topProbability >= 0 && topProbability <= 1) || lettersTyped < 0) {
      throw new IllegalArgumentException("SuggestionBandit: probability " + topProbability + ", "
          + lettersTyped + " letters; wants 0 to 1, and 0 letters or more");
    }
    double[] context = new double[FEATURES];
    context[0] = 1;
    for (int i = 0; i < PROBABILITIES.length; i++) {
      context[1 + i] = topProbability >= PROBABILITIES[i] ? 1 : 0;
    }
    Arrays.fill(context, 1 + PROBABILITIES.length, 1 + PROBABILITIES.length + Math.min(lettersTyped, LETTERS),
        1);
    return context;
  }

  /** Whether to show the suggestion this time. */
  public boolean show(double[] context, Rng random) {
    double spread = Math.sqrt(Math.max(0, dot(context, reach(context))));
    double drawn = dot(mean, context) + spread * random.nextGaussian();
    return sigmoid(drawn) > cost / (1 + cost);
  }

  /** Learns from a suggestion that was shown. */
  public void learn(double[] context, boolean taken) {
    double chance = chance(context);
    for (int j = 0; j < mean.length; j++) {
      covariance[j][j] += drift;
    }
    double[] reach = reach(context);
    double curve = chance * (1 - chance);
    double certainty = 1 + curve * dot(context, reach);
    for (int i = 0; i < mean.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        covariance[i][j] -= reach[i] * reach[j] * curve / certainty;
      }
      // C x after the update is C x before it, over the certainty.
      mean[i] += reach[i] / certainty * ((taken ? 1 : 0) - chance);
    }
  }

  /** The chance, by what is known, that a suggestion would be taken. */
  public double chance(double[] context) {
    requireFeatures(context);
    return sigmoid(dot(mean, context));
  }

  /** C x. */
  private double[] reach(double[] context) {
    requireFeatures(context);
    double[] reach = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      reach[i] = dot(covariance[i], context);
    }
    return reach;
  }

  private void requireFeatures(double[] context) {
    if (context.length != mean.length) {
      throw new IllegalArgumentException("SuggestionBandit: a context of " + context.length
          + " features; wants " + mean.length + ": is it saved by another version?");
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** All that was learned: the means, then the covariance, row by row. */
  public double[] state() {
    int features = mean.length;
    double[] state = Arrays.copyOf(mean, features + features * features);
    for (int i = 0; i < features; i++) {
      System.arraycopy(covariance[i], 0, state, features * (i + 1), features);
    }
    return state;
  }

  /**
   * Goes on from what {@link #state} gave.
   *
   * @throws IllegalArgumentException it is of another number of features, or not finite
   */
  public void restore(double[] state) {
    int features = mean.length;
    if (state.length != features + features * features || !Arrays.stream(state).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("SuggestionBandit: a state of " + state.length + " numbers; wants "
          + (features + features * features) + ", all finite: is it saved by another version?");
    }
    System.arraycopy(state, 0, mean, 0, features);
    for (int i = 0; i < features; i++) {
      System.arraycopy(state, features * (i + 1), covariance[i], 0, features);
    }
  }
}
