package app.inkling.mllib.model.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Makes a small {@link NgramModel} of a whole {@link KneserNey}. Kept are the n-grams whose loss would cost the text
 * they were counted in the most, count * ln(p(w | h) / (b(h) p(w | h'))) (Seymore and Rosenfeld 1996, "Scalable backoff
 * language models"), and all that they continue; then the back-off weights are made anew, so that probabilities sum
 * to 1 again.
 */
public final class NgramPruning {
  private static final int TABLE = 256;
  /** Mass that is left to words that don't follow, however much the others seem to have. */
  private static final double LEAST = 1e-6;

  private final KneserNey whole;
  private final int order;
  private final double[][] probabilities;
  /** By level and node: whether it is kept. */
  private final boolean[][] kept;
  /** By level and node as a context: its new back-off weight. */
  private final double[][] weights;

  private NgramPruning(KneserNey whole) {
    this.whole = whole;
    order = whole.order();
    probabilities = new double[order + 1][];
    kept = new boolean[order + 1][];
    weights = new double[order + 1][];
    for (int n = 1; n <= order; n++) {
      probabilities[n] = whole.probabilities(n, n == 1 ? null : probabilities[n - 1]);
      kept[n] = new boolean[probabilities[n].length];
      weights[n] = new double[probabilities[n].length];
    }
  }

  /** @param most n-grams of two words or more to keep, those that are kept for what continues them not counted */
  public static NgramModel prune(KneserNey whole, int most) {
    NgramPruning pruning = new NgramPruning(whole);
    pruning.choose(most);
    return pruning.build();
  }

  private void choose(int most) {
    Arrays.fill(kept[1], true);
    double[][] gains = new double[order + 1][];
    int all = 0;
    for (int n = 2; n <= order; n++) {
      gains[n] = gains(n);
      all += gains[n].length;
    }
    double[] sorted = new double[all];
    int at = 0;
    for (int n = 2; n <= order; n++) {
      System.arraycopy(gains[n], 0, sorted, at, gains[n].length);
      at += gains[n].length;
    }
    Arrays.sort(sorted);
    double least = all <= most ? Double.NEGATIVE_INFINITY : sorted[all - most];
    for (int n = order; n >= 2; n--) {
      NgramCounts.Level level = whole.grams().level(n);
      for (int node = 0; node < level.size; node++) {
        kept[n][node] |= gains[n][node] >= least;
        if (kept[n][node]) {
          kept[n - 1][level.contexts[node]] = true;
        }
      }
    }
  }

  private double[] gains(int n) {
    NgramCounts.Level level = whole.grams().level(n);
    double[] gains = new double[level.size];
    for (int node = 0; node < level.size; node++) {
      double shorter = probabilities[n - 1][level.suffixes[node]];
      double without = whole.backOff(n - 1, level.contexts[node]) * shorter;
      gains[node] = level.counts[node] * StrictMath.log(probabilities[n][node] / without);
    }
    return gains;
  }

  private NgramModel build() {
    NgramModel.Level[] levels = new NgramModel.Level[order];
    int[] nodes = IntStream.range(0, kept[1].length).toArray();
    probabilities[1][Vocabulary.START] = 0;
    for (int n = 1; n <= order; n++) {
      int[] next = n < order ? continuations(n, nodes) : null;
      levels[n - 1] = level(n, nodes, next);
      nodes = next;
    }
    return new NgramModel(levels);
  }

  /** Kept nodes of the level above, in the order of their contexts, and of their words within a context. */
  private int[] continuations(int n, int[] contexts) {
    NgramCounts.Level level = whole.grams().level(n + 1);
    int[] place = new int[kept[n].length];
    for (int i = 0; i < contexts.length; i++) {
      place[contexts[i]] = i;
    }
    return IntStream.range(0, level.size).filter(node -> kept[n + 1][node]).boxed()
        .sorted(Comparator.comparingLong(node -> (long) place[level.contexts[node]] << 16 | level.words[node]))
        .mapToInt(Integer::intValue).toArray();
  }

  private NgramModel.Level level(int n, int[] nodes, int[] next) {
    NgramCounts.Level level = whole.grams().level(n);
    char[] words = new char[nodes.length];
    double[] p = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      words[i] = (char) level.words[nodes[i]];
      p[i] = probabilities[n][nodes[i]];
    }
    float[] table = table(p);
    if (next == null) {
      return new NgramModel.Level(words, codes(p, table), null, null, table, null);
    }
    int[] children = new int[nodes.length + 1];
    double[] backOffs = backOffs(n, nodes, next, children);
    float[] backOffTable = table(backOffs);
    return new NgramModel.Level(words, codes(p, table), codes(backOffs, backOffTable), children, table, backOffTable);
  }

  /** What is left for words that don't follow a context, by what the shorter context gives them. */
  private double[] backOffs(int n, int[] nodes, int[] next, int[] children) {
    NgramCounts.Level longer = whole.grams().level(n + 1);
    double[] backOffs = new double[nodes.length];
    int child = 0;
    for (int i = 0; i < nodes.length; i++) {
      double left = 1;
      double leftBelow = 1;
      for (; child < next.length && longer.contexts[next[child]] == nodes[i]; child++) {
        left -= probabilities[n + 1][next[child]];
        leftBelow -= small(n, longer.suffixes[next[child]]);
      }
      children[i + 1] = child;
      backOffs[i] = Math.max(LEAST, left) / Math.max(LEAST, leftBelow);
      weights[n][nodes[i]] = backOffs[i];
    }
    return backOffs;
  }

  /** The small model's probability of an n-gram of the whole one. */
  private double small(int n, int node) {
    if (kept[n][node]) {
      return probabilities[n][node];
    }
    NgramCounts.Level level = whole.grams().level(n);
    int context = level.contexts[node];
    return (kept[n - 1][context] ? weights[n - 1][context] : 1) * small(n - 1, level.suffixes[node]);
  }

  /** 256 values from the least to the greatest, each larger than the one before by the same ratio. */
  private static float[] table(double[] values) {
    double least = Arrays.stream(values).filter(value -> value > 0).min().orElse(1);
    double ratio = StrictMath.log(Arrays.stream(values).max().orElse(1) / least) / (TABLE - 1);
    float[] table = new float[TABLE];
    for (int i = 0; i < TABLE; i++) {
      table[i] = (float) (least * StrictMath.exp(i * ratio));
    }
    return table;
  }

  /** For each value the nearest of the table, by ratio. */
  private static byte[] codes(double[] values, float[] table) {
    byte[] codes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int at = Arrays.binarySearch(table, (float) values[i]);
      int above = Math.min(TABLE - 1, at < 0 ? -at - 1 : at);
      int below = Math.max(0, above - 1);
      codes[i] = (byte) (values[i] * values[i] < (double) table[below] * table[above] ? below : above);
    }
    return codes;
  }
}
