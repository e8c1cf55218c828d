package app.inkling.mllib.model.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that a model knows, by number. Number {@value #UNKNOWN} stands for every other word,
 * {@value #START} for the beginning of a sentence; the words follow, the most frequent first. Immutable.
 */
public final class Vocabulary {
  /** Any word that is not in the vocabulary. */
  public static final int UNKNOWN = 0;
  /** The beginning of a sentence: a context, never predicted. */
  public static final int START = 1;
  /** Number of the first word. */
  public static final int FIRST_WORD = 2;

  private final List<String> words;
  private final Map<String, Integer> numbers;

  /** @param words all different, the most frequent first; their numbers are {@value #FIRST_WORD} and on */
  public Vocabulary(List<String> words) {
    this.words = new ArrayList<>();
    this.words.add("<unknown>");
    this.words.add("<start>");
    this.words.addAll(words);
    numbers = new HashMap<>(words.size() * 2);
    for (int i = FIRST_WORD; i < this.words.size(); i++) {
      if (numbers.put(this.words.get(i), i) != null) {
        throw new IllegalArgumentException("Vocabulary: wants each word once, got \""
            + this.words.get(i) + "\" twice");
      }
    }
  }

  /** The {@code size} most frequent words; equally frequent ones in alphabetical order. */
  public static Vocabulary ofMostFrequent(Map<String, Double> counts, int size) {
    List<Map.Entry<String, Double>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(Comparator.comparing((Map.Entry<String, Double> entry) -> -entry.getValue())
        .thenComparing(Map.Entry::getKey));
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, Double> entry : entries.subList(0, Math.min(size, entries.size()))) {
      words.add(entry.getKey());
    }
    return new Vocabulary(words);
  }

  /** All numbers, {@link #UNKNOWN} and {@link #START} included. */
  public int size() {
    return words.size();
  }

  /** The word's number, or {@link #UNKNOWN}. */
  public int number(String word) {
    return numbers.getOrDefault(word, UNKNOWN);
  }

  public String word(int number) {
    return words.get(number);
  }

  /** The words alone, in the order of their numbers. */
  public List<String> words() {
    return new ArrayList<>(words.subList(FIRST_WORD, words.size()));
  }

  /** Numbers of the words of a sentence. */
  public int[] numbers(List<String> sentence) {
    int[] result = new int[sentence.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = number(sentence.get(i));
    }
    return result;
  }

  /** The share of a word among all that can come next, which {@link #START} never does. */
  static double share(float[] softmax, int word) {
    return word == START ? 0 : softmax[word] / (1.0 - softmax[START]);
  }

  /** {@link #share} of every word. */
  static void shares(float[] softmax, float[] all) {
    for (int word = 0; word < all.length; word++) {
      all[word] = (float) share(softmax, word);
    }
  }
}
