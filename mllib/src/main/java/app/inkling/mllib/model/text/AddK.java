package app.inkling.mllib.model.text;

/**
 * An n-gram model of counts, to each of which k is added, so that what was never seen is not impossible
 * (Lidstone 1920; with k = 1 Laplace's rule; n = 2 is the bigram model). With h the last n - 1 words:
 *
 * <pre>
 * p(w | h) = (count of hw + k) / (count of h + k V)
 * </pre>
 *
 * V counts all numbers but {@link Vocabulary#START}. Where most contexts are rare it gives away far too much;
 * {@link KneserNey} asks the shorter context instead.
 */
public final class AddK implements MarkovModel {
  private final int order;
  private final int words;
  private final double k;
  private final NgramCounts grams;
  /** By length and node of a context: how often a word followed. */
  private final long[][] followed;

  /**
   * @param sentences as numbers of the vocabulary, without {@link Vocabulary#START}
   * @param order n, at least 1
   * @param k above 0
   */
  public AddK(Iterable<int[]> sentences, int order, int words, double k) {
    if (order < 1 || !(k > 0)) {
      throw new IllegalArgumentException("AddK: order is " + order + ", k is " + k
          + "; wants at least 1, and more than 0: without it an unseen word ends every product");
    }
    this.order = order;
    this.words = words;
    this.k = k;
    grams = new NgramCounts(order, words);
    sentences.forEach(grams::add);
    followed = new long[order][];
    for (int n = 1; n <= order; n++) {
      NgramCounts.Level level = grams.level(n);
      followed[n - 1] = new long[n == 1 ? 1 : grams.level(n - 1).size];
      for (int node = 0; node < level.size; node++) {
        followed[n - 1][level.contexts[node]] += level.counts[node];
      }
    }
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public int words() {
    return words;
  }

  @Override
  public double probability(int[] context, int word) {
    int length = Math.min(order - 1, context.length);
    int before = length == 0 ? 0 : grams.find(context, context.length - length, context.length);
    if (before < 0) {
      return 1.0 / (words - 1);
    }
    int node = length == 0 ? word : grams.level(length + 1).find(before, word);
    double count = node < 0 ? 0 : grams.level(length + 1).counts[node];
    return (count + k) / (followed[length][before] + k * (words - 1));
  }
}
