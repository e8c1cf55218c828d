package app.inkling.mllib.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What this user types: n-grams of up to three words whose counts fade, over the general model.
 *
 * <pre>
 * p0(w)     = the general model's p(w | all words before)
 * pk(w | h) = (c(hw) + m[k] p(k-1)(w)) / (c(h) + m[k])      h the last k - 1 words, k = 1, 2, 3
 * </pre>
 *
 * So what was never typed changes nothing, much evidence beats the general model, and little moves it a little
 * (MacKay and Peto 1995, "A hierarchical Dirichlet language model"). A count halves with every so many words typed
 * after it (Kuhn and De Mori 1990, "A cache-based natural language model for speech recognition").
 *
 * <p>Learned words have numbers of their own, from 0 in the order of their first use. One thread at a time.
 */
public final class PersonalModel {
  /** Uses from which on a word of no list is suggested: a slip, typed once, stays invisible. */
  public static final int EVIDENCE = 2;

  static final int ORDER = 3;
  private static final int START = 0xFFFFF;
  private static final int MOST_WORDS = START - 1;
  /** N-grams of two and three words kept; beyond, the most faded half goes. */
  private static final int MOST_NGRAMS = 60_000;
  /** Steps of 2 by which a use now may weigh more than one at the clock's beginning, before all are scaled down. */
  private static final double LARGEST_EXPONENT = 200;

  /**
   * @param halfLife words typed after which a use counts half
   * @param strengths m[1] to m[3]: evidence at which a context is believed as much as the shorter one
   */
  public record Settings(double halfLife, double... strengths) {
    public static final Settings DEFAULTS = new Settings(20_000, 120, 6, 2);
  }

  private final Settings settings;
  final List<String> words = new ArrayList<>();
  /** How each is written in the middle of a sentence. */
  final List<String> written = new ArrayList<>();
  final Counts unigrams = new Counts();
  final Map<Long, Counts> contexts = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  int[] uses = new int[64];
  /** Words learned so far, and when a use weighed 1. */
  long clock;
  long base;
  long sentences;
  private int ngrams;

  public PersonalModel(Settings settings) {
    this.settings = settings;
  }

  /** Weights of the words that follow one context, in no order. */
  static final class Counts {
    int size;
    int[] words = new int[2];
    double[] weights = new double[2];
    double total;

    private int find(int word) {
      int at = 0;
      while (at < size && words[at] != word) {
        at++;
      }
      return at;
    }

    /** @return whether the word is new here */
    boolean add(int word, double weight) {
      int at = find(word);
      if (at == words.length) {
        words = Arrays.copyOf(words, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      total += weight;
      if (at < size) {
        weights[at] += weight;
        return false;
      }
      words[size] = word;
      weights[size++] = weight;
      return true;
    }

    /** @return whether it was there */
    boolean remove(int word) {
      int at = find(word);
      if (at == size) {
        return false;
      }
      size--;
      words[at] = words[size];
      weights[at] = weights[size];
      addUp();
      return true;
    }

    void scale(double factor) {
      for (int i = 0; i < size; i++) {
        weights[i] *= factor;
      }
      addUp();
    }

    void addUp() {
      total = 0;
      for (int i = 0; i < size; i++) {
        total += weights[i];
      }
    }
  }

  /** What a use weighs now. */
  private double weightNow() {
    return StrictMath.pow(2, (clock - base) / settings.halfLife());
  }

  /**
   * Learns a sentence.
   *
   * @param sentence its words in lower case
   * @param asWritten the same words with their capitals
   */
  public void learn(List<String> sentence, List<String> asWritten) {
    int[] line = new int[sentence.size()];
    for (int i = 0; i < line.length; i++) {
      line[i] = numberOrNew(sentence.get(i));
    }
    for (int i = 0; i < line.length && line[i] <= MOST_WORDS; i++) {
      clock++;
      if (clock - base > LARGEST_EXPONENT * settings.halfLife()) {
        rebase();
      }
      uses[line[i]]++;
      // The first word's capital says nothing about the word.
      if (i > 0 || written.get(line[i]).isEmpty()) {
        written.set(line[i], i > 0 ? asWritten.get(i) : sentence.get(i));
      }
      double weight = weightNow();
      unigrams.add(line[i], weight);
      for (int length = 1; length < ORDER && length <= i + 1; length++) {
        Counts counts = contexts.computeIfAbsent(key(line, i, length), key -> new Counts());
        ngrams += counts.add(line[i], weight) ? 1 : 0;
      }
    }
    sentences++;
    if (ngrams > MOST_NGRAMS) {
      dropFaded();
    }
  }

  private int numberOrNew(String word) {
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    numbers.put(word, words.size());
    words.add(word);
    written.add("");
    if (words.size() > uses.length) {
      uses = Arrays.copyOf(uses, 2 * uses.length);
    }
    return words.size() - 1;
  }

  /** The last words before place {@code end}. */
  private static long key(int[] line, int end, int length) {
    long key = length;
    for (int i = end - length; i < end; i++) {
      key = key << 20 | (i < 0 ? START : line[i]);
    }
    return key;
  }

  /** Weighs everything by what a use weighs now, so that a use weighs 1 again. */
  private void rebase() {
    double factor = 1 / weightNow();
    unigrams.scale(factor);
    contexts.values().forEach(counts -> counts.scale(factor));
    base = clock;
  }

  private void dropFaded() {
    double[] weights = contexts.values().stream()
        .flatMapToDouble(counts -> Arrays.stream(counts.weights, 0, counts.size)).sorted().toArray();
    double middle = weights[weights.length / 2];
    for (Counts counts : contexts.values()) {
      for (int i = counts.size - 1; i >= 0; i--) {
        if (counts.weights[i] <= middle) {
          counts.remove(counts.words[i]);
        }
      }
    }
    contexts.values().removeIf(counts -> counts.size == 0);
    countNgrams();
  }

  /** Number of a learned word, or -1. */
  int number(String word) {
    return numbers.getOrDefault(word, -1);
  }

  /** Numbers of learned words, forgotten ones included. */
  int size() {
    return words.size();
  }

  /** How often the word was typed in all. */
  int uses(int number) {
    return uses[number];
  }

  /**
   * What the general model's answer becomes: {@code p(w) = keep * general(w) + more[number of w]}.
   *
   * @param before lower-cased words of the sentence so far
   * @param more gets what to add for each learned word, {@link #size} numbers
   * @return keep, 1 while nothing of this is known
   */
  double after(List<String> before, double[] more) {
    Arrays.fill(more, 0, size(), 0);
    double keep = mix(unigrams, 0, more, size());
    int[] line = new int[before.size()];
    for (int i = Math.max(0, line.length - ORDER); i < line.length; i++) {
      line[i] = number(before.get(i));
    }
    for (int length = 1; length < ORDER && length <= line.length + 1; length++) {
      if (length <= line.length && line[line.length - length] < 0) {
        break;
      }
      Counts counts = contexts.get(key(line, line.length, length));
      if (counts != null) {
        keep *= mix(counts, length, more, size());
      }
    }
    return keep;
  }

  private double mix(Counts counts, int length, double[] more, int size) {
    double one = weightNow();
    double strength = settings.strengths()[length] * one;
    double keep = strength / (counts.total + strength);
    for (int word = 0; word < size; word++) {
      more[word] *= keep;
    }
    double scale = 1 / (counts.total + strength);
    for (int i = 0; i < counts.size; i++) {
      more[counts.words[i]] += scale * counts.weights[i];
    }
    return keep;
  }

  int uses(String word) {
    int number = number(word);
    return number < 0 ? 0 : uses[number];
  }

  /** Forgets a word, alone and among others; whether anything was known. */
  boolean forget(String word) {
    int number = number(word);
    if (number < 0 || uses[number] == 0) {
      return false;
    }
    uses[number] = 0;
    written.set(number, "");
    unigrams.remove(number);
    contexts.keySet().removeIf(key -> mentions(key, number));
    for (Counts counts : contexts.values()) {
      counts.remove(number);
    }
    contexts.values().removeIf(counts -> counts.size == 0);
    countNgrams();
    return true;
  }

  void countNgrams() {
    ngrams = contexts.values().stream().mapToInt(counts -> counts.size).sum();
  }

  /** A word as it was stored, with the next number; an empty one holds the place of a word that was forgotten. */
  void put(String word, String asWritten, int itsUses) {
    int number = numberOrNew(itsUses == 0 ? "\0" + words.size() : word);
    written.set(number, asWritten);
    uses[number] = itsUses;
  }

  private static boolean mentions(long key, int number) {
    boolean two = key >>> 40 == 2;
    return (key & 0xFFFFF) == number || two && (key >>> 20 & 0xFFFFF) == number;
  }

  /** All words that are remembered, the most used first. */
  List<LearnedWord> learned(java.util.function.Predicate<String> listed) {
    List<LearnedWord> learned = new ArrayList<>();
    double one = weightNow();
    for (int i = 0; i < unigrams.size; i++) {
      int number = unigrams.words[i];
      learned.add(new LearnedWord(written.get(number), uses[number], unigrams.weights[i] / one,
          uses[number] >= EVIDENCE || listed.test(words.get(number))));
    }
    learned.sort(Comparator.comparingInt((LearnedWord word) -> -word.uses()).thenComparing(LearnedWord::word));
    return learned;
  }

  /** Sentences learned since the beginning. */
  long sentences() {
    return sentences;
  }
}
