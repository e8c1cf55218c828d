package app.inkling.mllib.suggest;

import java.util.Locale;

/** Capitals of a suggestion. */
public final class Casing {
  private Casing() {}

  /** With its first letter as a capital. */
  public static String capitalised(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int end = word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end);
  }

  /**
   * {@code word} as whoever typed {@code typed} so far would write it: all in capitals after two or more capitals,
   * with a capital after one, otherwise as it is.
   */
  static String like(String typed, String word) {
    if (typed.isEmpty() || !Character.isUpperCase(typed.codePointAt(0))) {
      return word;
    }
    boolean several = typed.codePointCount(0, typed.length()) > 1;
    return several && typed.equals(typed.toUpperCase(Locale.ROOT)) ? word.toUpperCase(Locale.ROOT) : capitalised(word);
  }
}
