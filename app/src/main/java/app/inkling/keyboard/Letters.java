package app.inkling.keyboard;

import app.inkling.suggest.Field.Capitals;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What characters are to a typist: parts of words, ends of sentences, whole symbols. */
final class Letters {
  private static final String CLOSERS = ".,!?;:)]}\u2019\u201d\u2026";
  /** What may stand between a sentence's end and the space behind it. */
  private static final String QUOTES_END = "\"'\u2019\u201d)]}";
  /** What may stand before a sentence's first letter. */
  private static final String QUOTES_START = "\"'\u2018\u201c\u201e([{\u00bf\u00a1";

  /** What a person would call one symbol; java.text's own iterator cuts families of emoji in pieces. */
  private static final Pattern SYMBOL = Pattern.compile("\\X");
  private static final int LONGEST_SYMBOL = 40;
  private static final Pattern ABBREVIATION = Pattern.compile("\\.\\p{L}+\\.$");

  private Letters() {}

  /** Letters, digits, marks and apostrophes stand in words. */
  static boolean inWord(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint) || codePoint == '\'' || codePoint == '\u2019'
        || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Ends a sentence. */
  static boolean ends(int codePoint) {
    return codePoint == '.' || codePoint == '!' || codePoint == '?' || codePoint == '\u2026' || codePoint == '\n';
  }

  /** Stands right behind a word, without a space. */
  static boolean closes(String text) {
    return text.length() == 1 && CLOSERS.contains(text);
  }

  /** Ends a quotation or something in brackets. */
  static boolean closesQuote(int codePoint) {
    return QUOTES_END.indexOf(codePoint) >= 0;
  }

  /** How many characters of {@code text}'s end are in one word. */
  static int wordAtEnd(String text) {
    int start = text.length();
    while (start > 0 && inWord(text.codePointBefore(start))) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    return text.length() - start;
  }

  /** How many characters of {@code text}'s start are in one word. */
  static int wordAtStart(String text) {
    int end = 0;
    while (end < text.length() && inWord(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** How many characters the last symbol takes that a person would call one: an emoji may take eleven. */
  static int lastSymbol(String text) {
    Matcher symbols = SYMBOL.matcher(text.substring(Math.max(0, text.length() - LONGEST_SYMBOL)));
    int length = 0;
    while (symbols.find()) {
      length = symbols.end() - symbols.start();
    }
    return length;
  }

  /** How many symbols a text has. */
  static int symbols(String text) {
    Matcher symbols = SYMBOL.matcher(text);
    int count = 0;
    while (symbols.find()) {
      count++;
    }
    return count;
  }

  /** What of {@code before} belongs to the sentence that its end is in. */
  static String sentence(String before) {
    int start = before.length();
    while (start > 0 && !ends(before.codePointBefore(start))) {
      start -= Character.charCount(before.codePointBefore(start));
    }
    return before.substring(start);
  }

  /** A field with these rules wants a capital behind {@code before}. */
  static boolean capitalAfter(String before, Capitals capitals) {
    return switch (capitals) {
      case NONE -> false;
      case CHARACTERS -> true;
      case WORDS -> before.isEmpty() || !inWord(before.codePointBefore(before.length()));
      case SENTENCES -> startsSentence(before);
    };
  }

  /** As Android's own rule: quotes and brackets are looked through, and "e.g." ends no sentence. */
  private static boolean startsSentence(String before) {
    String open = withoutAtEnd(before, QUOTES_START);
    String bare = withoutSpaceAtEnd(open);
    if (bare.isEmpty() || open.substring(bare.length()).indexOf('\n') >= 0) {
      return true;
    }
    String sentence = withoutAtEnd(bare, QUOTES_END);
    return bare.length() < open.length() && !sentence.isEmpty()
        && ends(sentence.codePointBefore(sentence.length())) && !ABBREVIATION.matcher(sentence).find();
  }

  private static String withoutAtEnd(String text, String signs) {
    int end = text.length();
    while (end > 0 && signs.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /** {@code text} without the spaces and line ends that it ends in; older Androids' strings can't. */
  static String withoutSpaceAtEnd(String text) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
