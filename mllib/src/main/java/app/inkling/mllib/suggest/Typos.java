package app.inkling.mllib.suggest;

import app.inkling.mllib.tensor.Rng;

/**
 * Misspells words as fingers do, to measure corrections by: a neighbouring key, two letters in the wrong
 * order, a letter left out, a letter typed twice; one slip a word, each of the four as often, anywhere in
 * the word.
 */
public final class Typos {
  private static final int SLIPS = 4;

  private final Rng random;

  public Typos(Rng random) {
    this.random = random;
  }

  /**
   * The word with one slip, never as it was; null if it has less than three letters or others than a to z.
   */
  public String of(String word) {
    if (word.length() < 3 || !word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
      return null;
    }
    while (true) {
      int at = random.nextInt(word.length());
      String typo = switch (random.nextInt(SLIPS)) {
        case 0 -> word.substring(0, at) + neighbour(word.charAt(at)) + word.substring(at + 1);
        case 1 -> at == 0 ? word : word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1)
            + word.substring(at + 1);
        case 2 -> word.substring(0, at) + word.substring(at + 1);
        default -> word.substring(0, at) + word.charAt(at) + word.substring(at);
      };
      if (!typo.equals(word)) {
        return typo;
      }
    }
  }

  private char neighbour(char letter) {
    while (true) {
      char other = (char) ('a' + random.nextInt(26));
      if (other != letter && Keys.areNeighbours(letter, other)) {
        return other;
      }
    }
  }
}
