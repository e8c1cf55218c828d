package app.inkling.suggest;

/**
 * A word that may be taken instead of typed.
 *
 * @param word as the models know it, mostly in small letters
 * @param sure a correction that is made by itself when the word is finished
 */
public record Offer(String word, Kind kind, boolean sure) {
  /** What the word is to what is typed. */
  public enum Kind {
    /** The next word; nothing of it is typed. */
    PREDICTION,
    /** Begins with what is typed. */
    COMPLETION,
    /** What was probably meant. */
    CORRECTION
  }
}
