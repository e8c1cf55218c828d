package app.inkling.mllib.model.text;

import java.util.Arrays;

/**
 * Interpolated modified Kneser-Ney (Chen and Goodman 1999, "An empirical study of smoothing techniques for language
 * modeling", section 3). With h the context, h' the context without its first word, c the count of hw:
 *
 * <pre>
 * p(w | h) = (c - D(c)) / sum of c + g(h) p(w | h')
 * g(h)     = sum of D(c) over all w seen after h / sum of c
 * D(c)     = 0, D1, D2, D3+ for c = 0, 1, 2, 3 or more:  Dk = k - (k + 1) Y n(k+1) / n(k),  Y = n1 / (n1 + 2 n2)
 * </pre>
 *
 * Below the highest order, c is the number of different words that hw was seen after, not how often; except where h
 * begins a sentence, before which there is nothing. The last backing off is to the uniform distribution over all
 * numbers but {@link Vocabulary#START}.
 *
 * <p>This is the whole model, as large as its text; {@link NgramModel} is what a keyboard carries.
 */
public final class KneserNey implements MarkovModel {
  private final int order;
  private final NgramCounts grams;
  /** By level and node: the count that matters there. */
  private final int[][] counts;
  /** By level and node as a context: sum of c after it, and the mass g that goes to the shorter context. */
  private final double[][] sums;
  private final double[][] backOffs;
  /** By level: D1, D2, D3+. */
  private final double[][] discounts;
  private final double uniform;

  /** @param sentences as numbers of the vocabulary, without {@link Vocabulary#START} */
  public KneserNey(Iterable<int[]> sentences, int order, int vocabularySize) {
    if (order < 1) {
      throw new IllegalArgumentException("KneserNey: order is " + order + "; wants at least 1");
    }
    this.order = order;
    grams = new NgramCounts(order, vocabularySize);
    for (int[] sentence : sentences) {
      grams.add(sentence);
    }
    uniform = 1.0 / (vocabularySize - 1);
    counts = new int[order + 1][];
    sums = new double[order + 1][];
    backOffs = new double[order + 1][];
    discounts = new double[order + 1][];
    for (int n = 1; n <= order; n++) {
      counts[n] = adjustedCounts(n);
    }
    for (int n = 1; n <= order; n++) {
      discounts[n] = discounts(counts[n], grams.level(n).size);
      collect(n);
    }
  }

  private int[] adjustedCounts(int n) {
    NgramCounts.Level level = grams.level(n);
    if (n == order) {
      return level.counts;
    }
    int[] adjusted = new int[level.size];
    NgramCounts.Level longer = grams.level(n + 1);
    for (int node = 0; node < longer.size; node++) {
      adjusted[longer.suffixes[node]]++;
    }
    for (int node = 0; node < level.size; node++) {
      if (n > 1 && firstWord(n, node) == Vocabulary.START) {
        adjusted[node] = level.counts[node];
      }
    }
    return adjusted;
  }

  private int firstWord(int n, int node) {
    int first = node;
    for (int level = n; level > 1; level--) {
      first = grams.level(level).contexts[first];
    }
    return grams.level(1).words[first];
  }

  private static double[] discounts(int[] counts, int size) {
    double[] n = new double[5];
    for (int node = 0; node < size; node++) {
      if (counts[node] >= 1 && counts[node] <= 4) {
        n[counts[node]]++;
      }
    }
    double[] discounts = new double[3];
    double y = n[1] / Math.max(1, n[1] + 2 * n[2]);
    for (int k = 1; k <= 3; k++) {
      double wanted = n[k] == 0 ? 0 : k - (k + 1) * y * n[k + 1] / n[k];
      // A text of a few sentences has no statistics of counts; then each discount is what Kneser and Ney took.
      discounts[k - 1] = wanted > 0 && wanted <= k ? wanted : y > 0 && y < 1 ? y : 0.5;
    }
    return discounts;
  }

  private double discount(int n, int count) {
    return count == 0 ? 0 : discounts[n][Math.min(count, 3) - 1];
  }

  /** Sums of counts and of discounts by context. */
  private void collect(int n) {
    int contexts = n == 1 ? 1 : grams.level(n - 1).size;
    sums[n - 1] = new double[contexts];
    backOffs[n - 1] = new double[contexts];
    NgramCounts.Level level = grams.level(n);
    for (int node = 0; node < level.size; node++) {
      int context = level.contexts[node];
      sums[n - 1][context] += counts[n][node];
      backOffs[n - 1][context] += discount(n, counts[n][node]);
    }
    for (int context = 0; context < contexts; context++) {
      if (sums[n - 1][context] > 0) {
        backOffs[n - 1][context] /= sums[n - 1][context];
      } else {
        backOffs[n - 1][context] = 1;
      }
    }
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public int words() {
    return grams.level(1).size;
  }

  NgramCounts grams() {
    return grams;
  }

  @Override
  public double probability(int[] context, int word) {
    int[] gram = Arrays.copyOf(context, context.length + 1);
    gram[context.length] = word;
    double p = uniform;
    for (int n = 1; n <= order && n <= gram.length; n++) {
      int context1 = n == 1 ? 0 : grams.find(gram, gram.length - n, gram.length - 1);
      if (context1 < 0) {
        break;
      }
      int node = n == 1 ? word : grams.level(n).find(context1, word);
      p = interpolate(n, context1, node, p);
    }
    return p;
  }

  private double interpolate(int n, int context, int node, double shorter) {
    double own = 0;
    if (node >= 0 && sums[n - 1][context] > 0) {
      int count = counts[n][node];
      own = (count - discount(n, count)) / sums[n - 1][context];
    }
    return own + backOffs[n - 1][context] * shorter;
  }

  /** Probabilities of all n-grams of a level by node, given those of the level below (null for level 1). */
  double[] probabilities(int n, double[] below) {
    NgramCounts.Level level = grams.level(n);
    double[] p = new double[level.size];
    for (int node = 0; node < p.length; node++) {
      p[node] = interpolate(n, level.contexts[node], node, n == 1 ? uniform : below[level.suffixes[node]]);
    }
    return p;
  }

  /** The mass that a context of so many words leaves to the shorter one. */
  double backOff(int length, int node) {
    return backOffs[length][node];
  }

  /** exp of the mean negative logarithm of the probability of every word of the sentences. */
  public double perplexity(Iterable<int[]> sentences) {
    double sum = 0;
    long words = 0;
    for (int[] sentence : sentences) {
      int[] context = new int[sentence.length + 1];
      context[0] = Vocabulary.START;
      System.arraycopy(sentence, 0, context, 1, sentence.length);
      for (int i = 0; i < sentence.length; i++) {
        sum -= StrictMath.log(probability(Arrays.copyOfRange(context, Math.max(0, i + 2 - order), i + 1), sentence[i]));
        words++;
      }
    }
    return StrictMath.exp(sum / words);
  }
}
