package app.inkling.mllib.suggest;

import java.util.List;

/**
 * A keyboard's engine: what may come next, and learning from what came.
 *
 * <pre>{@code
 * suggester.suggest(List.of(), "");                     // at the start of a sentence: I, The, What
 * suggester.suggest(List.of("see", "you"), "tom");      // tomorrow, ...
 * suggester.learn("See you tomorrow!");                 // once the sentence is sent, if the field allows it
 * }</pre>
 *
 * <p>There is no call for committing a word: the words before say it. Whoever asks again after a word more
 * pays one step of the network, after a word less or another letter none; see {@link #suggest}.
 *
 * <p><b>Threads.</b> One at a time; the caller sees to that. A keyboard asks on one background thread.
 *
 * <p><b>Privacy.</b> Nothing is learned but by {@link #learn}; never call it for private fields or
 * incognito input. {@link #suggest} keeps the words before in memory until other ones are asked about;
 * {@link #clearContext} drops them.
 */
public interface Suggester extends AutoCloseable {
  /** Slots of the strip. */
  int SLOTS = 3;

  /**
   * Up to {@value #SLOTS} suggestions, the likeliest first, all different; none when nothing is likely
   * enough. The word that was typed is not among them unless its capitals should change.
   *
   * @param before words of the sentence before the one being typed, from its start, any capitals, as {@link
   *     app.inkling.mllib.model.text.Words} cuts them; empty at the start of a sentence
   * @param typed what is typed of the word so far; empty to predict the next word
   */
  List<Suggestion> suggest(List<String> before, String typed);

  /** Whether this is a word to us: of the word list, learned with evidence, or either with 's; any capitals. */
  boolean knows(String word);

  /**
   * Learns a sentence that its writer has finished: its words, and which follows which. Effective at once.
   *
   * @param sentence as written
   */
  void learn(String sentence);

  /**
   * Forgets all that was learned about a word, alone and among others: its probability is again what it was
   * before it was ever typed.
   *
   * @param word any capitals
   * @return whether anything was known about it
   */
  boolean forget(String word);

  /** Forgets everything learned. */
  void forgetAll();

  /** All learned words that are still remembered, the most used first. */
  List<LearnedWord> learned();

  /** All that was learned, to be stored; opaque, versioned, with a checksum. */
  byte[] savePersonal();

  /**
   * Replaces what was learned by what {@link #savePersonal} gave.
   *
   * @throws app.inkling.mllib.data.FormatException the bytes are damaged or of a newer version; nothing has
   *     changed
   */
  void restorePersonal(byte[] saved) throws app.inkling.mllib.data.FormatException;

  /**
   * Sentences learned since the beginning, those before a {@link #restorePersonal} included: tells which of
   * a log of sentences a restored state holds.
   */
  long sentencesLearned();

  /** From what probability of the likeliest word on predictions of the next word are shown, 0 to 1. */
  double threshold();

  /** @param threshold 0 to show predictions always */
  void setThreshold(double threshold);

  /** Drops the words before and the network's state after them. */
  void clearContext();

  @Override
  void close();
}
