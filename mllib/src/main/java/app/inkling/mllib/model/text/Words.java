package app.inkling.mllib.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text to words: lower-cased runs of letters, digits and inner apostrophes. {@code "Don't go, 'Tom'!"} has the words
 * {@code don't}, {@code go}, {@code tom}. A typographic apostrophe (U+2019) counts as a plain one.
 */
public final class Words {
  private Words() {}

  /** All words of {@code text} in order, in lower case; none for a text without letters and digits. */
  public static List<String> of(String text) {
    List<String> words = written(text);
    words.replaceAll(word -> word.toLowerCase(Locale.ROOT));
    return words;
  }

  /** All words of {@code text} in order with their capitals. */
  public static List<String> written(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length();) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isWordPart(c)) {
        word.appendCodePoint(c);
      } else if (isApostrophe(c) && word.length() > 0 && next < text.length() && isWordPart(text.codePointAt(next))) {
        word.append('\'');
      } else {
        end(word, words);
      }
      i = next;
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** Letters, digits, and the marks that belong to a letter. */
  public static boolean isWordPart(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint) || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  public static boolean isApostrophe(int codePoint) {
    return codePoint == '\'' || codePoint == '\u2019';
  }
}
