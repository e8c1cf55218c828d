package app.inkling.mllib.suggest;

import java.util.List;

/**
 * When a finished word is replaced without asking: the likeliest correction must be at least so likely to
 * be meant (the rest is mostly a word that nobody knows), and so much likelier than any other word.
 *
 * @param probability 0 to 1
 * @param ratio 1 or more
 */
public record AutoCorrect(double probability, double ratio) {
  /** Chosen on held-out text; {@code text evaluate --held-out DIR --corrections} measures it. */
  public static final AutoCorrect DEFAULT = new AutoCorrect(0.1, 5);

  private static final int SHORTEST = 2;

  /**
   * Whether the first suggestion replaces the word.
   *
   * @param found what {@link Suggester#suggest} gave for it
   * @param typed the whole word, as typed; one that is known is never replaced: ask {@link Suggester#knows}
   *     before
   */
  public boolean isSure(List<Suggestion> found, String typed) {
    if (found.isEmpty() || found.get(0).kind() != Suggestion.Kind.CORRECTION || typed.length() < SHORTEST
        || typed.chars().anyMatch(Character::isDigit)) {
      return false;
    }
    double next = found.size() > 1 ? found.get(1).probability() : 0;
    return found.get(0).probability() >= Math.max(probability, ratio * next);
  }
}
