package app.inkling.keyboard;

import java.util.Locale;

/** Words are known in small letters (but for names); here they get the capitals that the typist is using. */
final class Casing {
  private Casing() {}

  /**
   * @param typed the word's letters so far, which show the wish: "Ca" wants "Cat", "CA" wants "CAT"
   * @param shift what the next letter would be; decides where nothing is typed
   */
  static String fit(String word, String typed, Shift shift) {
    boolean shouting = typed.codePointCount(0, typed.length()) > 1 ? isUpper(typed) : shift == Shift.LOCKED;
    if (shouting) {
      return word.toUpperCase(Locale.getDefault());
    }
    boolean capital = typed.isEmpty() ? shift != Shift.OFF : Character.isUpperCase(typed.codePointAt(0));
    return capital ? capitalized(word) : word;
  }

  static String capitalized(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int first = Character.charCount(word.codePointAt(0));
    return word.substring(0, first).toUpperCase(Locale.getDefault()) + word.substring(first);
  }

  private static boolean isUpper(String text) {
    return text.codePoints().anyMatch(Character::isUpperCase)
        && text.codePoints().noneMatch(Character::isLowerCase);
  }
}
