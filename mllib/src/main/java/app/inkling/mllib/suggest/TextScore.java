package app.inkling.mllib.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How good suggestions are, word by word: is the next word among the three when nothing is typed, and how many keys
 * does a typist need who takes the word as soon as it stands there?
 *
 * <p>The typist's rules: taking a suggestion is one key and writes the space after the word, too; otherwise the next
 * letter is typed, and the space at the end. Without suggestions every letter and the space is a key.
 */
public final class TextScore {
  private long words;
  private long outside;
  private long top1;
  private long top3;
  private long shown;
  private long shownTop1;
  private long keys;
  private long keysWithout;
  private double logLoss;
  private long[] nanos = new long[1 << 12];
  private int times;

  /**
   * Predicts every word of a sentence from those before it, and types it.
   *
   * @param sentence lower-cased words
   */
  public void add(KeyboardSuggester suggester, List<String> sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      add(suggester, sentence, i);
    }
  }

  /** Predicts one word of a sentence from those before it, and types it. */
  public void add(KeyboardSuggester suggester, List<String> sentence, int place) {
    List<String> before = new ArrayList<>(sentence.subList(0, place));
    String word = sentence.get(place);
    words++;
    List<Suggestion> strip = timed(suggester, before, "");
    List<Suggestion> predictions = suggester.predictions(before);
    int slot = place(predictions, word);
    top1 += slot == 0 ? 1 : 0;
    top3 += slot >= 0 ? 1 : 0;
    if (!strip.isEmpty()) {
      shown++;
      shownTop1 += slot == 0 ? 1 : 0;
    }
    if (suggester.isInVocabulary(word)) {
      logLoss -= StrictMath.log(suggester.probability(before, word));
    } else {
      outside++;
    }
    type(suggester, before, word, strip);
  }

  private void type(KeyboardSuggester suggester, List<String> before, String word, List<Suggestion> first) {
    List<Suggestion> strip = first;
    int typed = 0;
    while (typed < word.length() && place(strip, word) < 0) {
      typed = word.offsetByCodePoints(typed, 1);
      strip = typed < word.length() ? timed(suggester, before, word.substring(0, typed)) : List.of();
    }
    // A taken suggestion, or the space, is one key.
    keys += word.codePointCount(0, typed) + 1;
    keysWithout += word.codePointCount(0, word.length()) + 1;
  }

  private List<Suggestion> timed(KeyboardSuggester suggester, List<String> before, String typed) {
    long start = System.nanoTime();
    List<Suggestion> strip = suggester.suggest(before, typed);
    if (times == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * times);
    }
    nanos[times++] = System.nanoTime() - start;
    return strip;
  }

  private static int place(List<Suggestion> suggestions, String word) {
    for (int i = 0; i < suggestions.size(); i++) {
      if (WordList.lower(suggestions.get(i).word()).equals(word)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds another score's words to this one's. */
  public void add(TextScore other) {
    words += other.words;
    outside += other.outside;
    top1 += other.top1;
    top3 += other.top3;
    shown += other.shown;
    shownTop1 += other.shownTop1;
    keys += other.keys;
    keysWithout += other.keysWithout;
    logLoss += other.logLoss;
    nanos = Arrays.copyOf(nanos, Math.max(1, times + other.times));
    System.arraycopy(other.nanos, 0, nanos, times, other.times);
    times += other.times;
  }

  public long words() {
    return words;
  }

  /** Words outside the vocabulary. */
  public double outsidePercent() {
    return percent(outside, words);
  }

  /** Words that stood in the first place; one outside the vocabulary is missed unless it was learned. */
  public double top1Percent() {
    return percent(top1, words);
  }

  /** Words that stood in one of three places. */
  public double top3Percent() {
    return percent(top3, words);
  }

  /** exp of the mean negative logarithm of the probability of the words of the vocabulary. */
  public double perplexity() {
    return StrictMath.exp(logLoss / (words - outside));
  }

  /** Keys that suggestions saved, of all that are needed without. */
  public double keystrokeSavingsPercent() {
    return percent(keysWithout - keys, keysWithout);
  }

  /** Words before which the strip was not quiet. */
  public double shownPercent() {
    return percent(shown, words);
  }

  /** Of those, where the first place was right. */
  public double shownTop1Percent() {
    return percent(shownTop1, shown);
  }

  /** Milliseconds from key to suggestions that this part of all keys, 0 to 1, did not exceed. */
  public double milliseconds(double part) {
    long[] sorted = Arrays.copyOf(nanos, times);
    Arrays.sort(sorted);
    return times == 0 ? Double.NaN : sorted[(int) Math.min(times - 1, (long) (part * times))] / 1e6;
  }

  private static double percent(long part, long all) {
    return all == 0 ? Double.NaN : 100.0 * part / all;
  }
}
