package app.inkling.mllib.suggest;

/**
 * A word for one slot of the strip.
 *
 * @param word as it should be written in the middle of a sentence ({@code "don't"}, {@code "I"}, {@code "London"}), or
 *     with the capitals of what was typed so far; without a space
 * @param kind what it is to what was typed
 * @param probability that this word is meant, given all that is known, 0 to 1; those of one answer sum to at most 1
 */
public record Suggestion(String word, Kind kind, double probability) {
  /** What a suggestion is to what was typed. */
  public enum Kind {
    /** The next word; nothing is typed of it. */
    PREDICTION,
    /** Begins with what was typed, or is it with other capitals. */
    COMPLETION,
    /** Does not begin with what was typed, which may be a slip. */
    CORRECTION
  }
}
