package app.inkling.keyboard;

import app.inkling.suggest.Field;
import app.inkling.suggest.WordSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what of a field's sentence was typed with this keyboard, and hands it on to be learned: text that
 * stood there before, or was pasted, is somebody else's. Knows the words that were finished here, in order,
 * and the sentence as last seen; what was typed here is the longest end of the sentence whose words are among
 * those. In a field that isn't learned from it knows nothing.
 */
final class TypedSentence {
  private final Field field;
  private final WordSource words;
  private final List<String> finished = new ArrayList<>();
  private String sentence = "";
  private boolean typing;

  TypedSentence(Field field, WordSource words) {
    this.field = field;
    this.words = words;
  }

  /** A letter was typed: the word before the cursor is ours. */
  void letter() {
    typing = field.learns();
  }

  void wordFinished(String word) {
    typing = false;
    if (field.learns()) {
      finished.add(word);
    }
  }

  /** The word at the end of {@code before} is finished as it stands, if it was typed here. */
  void finishWord(String before) {
    int length = Letters.wordAtEnd(before);
    if (typing && length > 0) {
      wordFinished(before.substring(before.length() - length));
    }
    typing = false;
  }

  /** @param before what stands before the cursor now */
  void seen(String before) {
    if (field.learns()) {
      sentence = Letters.sentence(before);
    }
  }

  /** The text was taken away with what was typed in it: sent, most likely. */
  boolean wasTaken(String before) {
    return before.isEmpty() && !finished.isEmpty();
  }

  /** If {@code text} ends a sentence, learns it. */
  void mayEnd(String text) {
    if (!text.isEmpty() && Letters.ends(text.codePointBefore(text.length()))) {
      end(text);
    }
  }

  /** @param text what stands before the cursor, with any sign that ends the sentence */
  void end(String text) {
    int end = text.length();
    while (end > 0 && Letters.ends(text.codePointBefore(end))) {
      end--;
    }
    String bare = text.substring(0, end);
    finishWord(bare);
    seen(bare);
    learn();
  }

  /** Hands on what was typed here of the sentence as last seen; begins anew. */
  void learn() {
    String own = ownPart();
    finished.clear();
    sentence = "";
    if (!own.isEmpty()) {
      words.learn(own, field);
    }
  }

  private String ownPart() {
    int start = sentence.length();
    int end = sentence.length();
    int typed = finished.size();
    while (end > 0) {
      int length = Letters.wordAtEnd(sentence.substring(0, end));
      if (length == 0) {
        end--;
        continue;
      }
      typed = finished.subList(0, typed).lastIndexOf(sentence.substring(end - length, end));
      if (typed < 0) {
        break;
      }
      end -= length;
      start = end;
    }
    return sentence.substring(start).trim();
  }
}
