package app.inkling.mllib.model.text;

import java.util.Arrays;

/**
 * All n-grams of a text up to an order, each once, in the order of their first appearance, level by level: an n-gram
 * is an (n-1)-gram, its context, and one more word. Level 1 holds every number of the vocabulary as itself.
 *
 * <p>Sentences begin with {@link Vocabulary#START} as a context; the end of a sentence is not counted, a keyboard
 * never predicts it, unless the caller puts a word for it there.
 */
final class NgramCounts {
  private final int order;
  private final Level[] levels;

  NgramCounts(int order, int vocabularySize) {
    this.order = order;
    levels = new Level[order + 1];
    for (int n = 1; n <= order; n++) {
      levels[n] = new Level();
    }
    for (int word = 0; word < vocabularySize; word++) {
      levels[1].add(0, word, 0);
    }
  }

  int order() {
    return order;
  }

  Level level(int n) {
    return levels[n];
  }

  /** Counts the n-grams that end at each word of the sentence. */
  void add(int[] sentence) {
    int[] nodes = new int[order + 1];
    int[] before = new int[order + 1];
    Arrays.fill(before, -1);
    before[1] = Vocabulary.START;
    for (int word : sentence) {
      Arrays.fill(nodes, -1);
      nodes[1] = word;
      levels[1].counts[word]++;
      for (int n = 2; n <= order && before[n - 1] >= 0; n++) {
        nodes[n] = levels[n].findOrAdd(before[n - 1], word, nodes[n - 1]);
        levels[n].counts[nodes[n]]++;
      }
      int[] swapped = before;
      before = nodes;
      nodes = swapped;
    }
  }

  /** The node of this n-gram, the last word last, or -1. */
  int find(int[] words, int from, int to) {
    int node = words[from];
    for (int i = from + 1; i < to && node >= 0; i++) {
      node = levels[i - from + 1].find(node, words[i]);
    }
    return node;
  }

  /** The n-grams of one length. Arrays are longer than {@link #size}. */
  static final class Level {
    int size;
    /** Node of the n-gram without its last word, one level below. */
    int[] contexts = new int[1 << 10];
    int[] words = new int[1 << 10];
    /** Node of the n-gram without its first word, one level below. */
    int[] suffixes = new int[1 << 10];
    int[] counts = new int[1 << 10];
    private int[] table = new int[1 << 12];

    Level() {
      Arrays.fill(table, -1);
    }

    int find(int context, int word) {
      for (int slot = slot(context, word);; slot = slot + 1 & table.length - 1) {
        int node = table[slot];
        if (node < 0 || contexts[node] == context && words[node] == word) {
          return node;
        }
      }
    }

    int findOrAdd(int context, int word, int suffix) {
      int node = find(context, word);
      return node >= 0 ? node : add(context, word, suffix);
    }

    private int add(int context, int word, int suffix) {
      if (size == words.length) {
        contexts = Arrays.copyOf(contexts, 2 * size);
        words = Arrays.copyOf(words, 2 * size);
        suffixes = Arrays.copyOf(suffixes, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      contexts[size] = context;
      words[size] = word;
      suffixes[size] = suffix;
      if (2 * size >= table.length) {
        table = new int[2 * table.length];
        Arrays.fill(table, -1);
        for (int node = 0; node < size; node++) {
          put(node);
        }
      }
      put(size);
      return size++;
    }

    private void put(int node) {
      int slot = slot(contexts[node], words[node]);
      while (table[slot] >= 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = node;
    }

    private int slot(int context, int word) {
      long mixed = (context * 0x9E3779B97F4A7C15L ^ word) * 0xBF58476D1CE4E5B9L;
      return (int) (mixed >>> 40) & table.length - 1;
    }
  }
}
