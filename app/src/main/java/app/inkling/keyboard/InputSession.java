package app.inkling.keyboard;

import app.inkling.suggest.Field;
import app.inkling.suggest.Field.Capitals;
import app.inkling.suggest.Offer;
import app.inkling.suggest.WordSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Typing into one field, from the moment it gets the keyboard to the moment it loses it. Each key press
 * becomes an edit of the field and then a new {@link KeyboardState}; what the word before the cursor is, and
 * whether a capital is due, is read from the field itself each time, so moved cursors and changed text need no
 * special care. Words to offer are asked for after every change and shown when they come.
 *
 * <p>One thread, the main one.
 */
public final class InputSession {
  /** Two spaces within this time are a full stop. */
  static final long DOUBLE_PRESS_MILLIS = 700;
  /** So much text is looked at: a long sentence. */
  private static final int LOOK = 400;

  private final Field field;
  private final EditorPort editor;
  private final WordSource words;
  private final Consumer<KeyboardState> screen;
  private final LongSupplier clock;
  private final boolean mayCorrect;
  private final TypedSentence typedHere;
  private final Set<String> kept = new HashSet<>();
  /** Forgotten in this field; the source may take a moment to forget, too. */
  private final Set<String> forgotten = new HashSet<>();

  private Shift shift = Shift.OFF;
  private List<Offer> offers = List.of();
  private String offersFor = "";
  private Correction correction;
  private boolean spaceIsOurs;
  private long lastSpace = Long.MIN_VALUE / 2;
  private long lastShift = Long.MIN_VALUE / 2;
  private String lastBefore = "";
  private boolean selecting;
  private int changes;

  /**
   * @param mayCorrect the user wants finished words to be corrected
   * @param clock milliseconds, from any start
   */
  public InputSession(Field field, EditorPort editor, WordSource words, boolean mayCorrect,
      Consumer<KeyboardState> screen, LongSupplier clock) {
    this.field = field;
    this.editor = editor;
    this.words = words;
    this.mayCorrect = mayCorrect;
    this.screen = screen;
    this.clock = clock;
    this.typedHere = new TypedSentence(field, words);
    refresh();
  }

  /** What is typed into. */
  public Field field() {
    return field;
  }

  /** A letter, digit or symbol, small as on the key; shift makes it a capital. */
  public void type(String text) {
    String wanted = shift == Shift.OFF ? text : text.toUpperCase(Locale.getDefault());
    if (Letters.inWord(text.codePointAt(0))) {
      typedHere.letter();
      change(0, 0, wanted);
    } else {
      finishWord(wanted);
    }
  }

  /** The space bar: ends a word; twice ends a sentence; right after a taken word it is already there. */
  public void space() {
    boolean twice = clock.getAsLong() - lastSpace < DOUBLE_PRESS_MILLIS;
    lastSpace = clock.getAsLong();
    String before = before();
    if (spaceIsOurs && before.endsWith(" ")) {
      spaceIsOurs = false;
      refresh();
    } else if (twice && endsWordAndSpace(before)) {
      typedHere.end(Letters.withoutSpaceAtEnd(before) + ".");
      edit(1, 0, ". ");
      correction = new Correction("  ", ". ");
      changed();
    } else {
      finishWord(" ");
    }
  }

  private static boolean endsWordAndSpace(String before) {
    if (before.length() < 2 || !before.endsWith(" ")) {
      return false;
    }
    int last = before.codePointBefore(before.length() - 1);
    return Letters.inWord(last) || Letters.closesQuote(last);
  }

  /** Line break or the field's action. */
  public void enter() {
    correctWord("");
    typedHere.end(before());
    editor.enter(field.enter());
    changed();
  }

  /** Deletes the selection, brings back what was just replaced, or deletes one symbol. */
  public void backspace() {
    String before = before();
    if (!reads()) {
      editor.pressDelete();
    } else if (editor.selecting()) {
      change(0, 0, "");
    } else if (correction != null && before.endsWith(correction.result())) {
      String typed = correction.typed();
      int length = correction.result().length();
      if (Letters.wordAtEnd(typed) > 0) {
        kept.add(typed);
        words.keep(typed, field);
      }
      change(length, 0, typed);
    } else if (before.isEmpty()) {
      editor.pressDelete();
      changed();
    } else {
      change(Letters.lastSymbol(before), 0, "");
    }
  }

  /** Deletes the word before the cursor and the space behind it. */
  public void deleteWord() {
    String before = before();
    int spaces = before.length() - Letters.withoutSpaceAtEnd(before).length();
    int word = Letters.wordAtEnd(Letters.withoutSpaceAtEnd(before));
    if (spaces + word == 0 || editor.selecting()) {
      backspace();
    } else {
      change(spaces + word, 0, "");
    }
  }

  /** Off, once, off again; twice quickly locks. */
  public void pressShift() {
    boolean twice = clock.getAsLong() - lastShift < DOUBLE_PRESS_MILLIS;
    lastShift = clock.getAsLong();
    shift = twice && shift == Shift.ONCE ? Shift.LOCKED : shift == Shift.OFF ? Shift.ONCE : Shift.OFF;
    show();
  }

  /** Takes an offered word in place of the one that the cursor is in, and adds a space. */
  public void accept(Offer offer) {
    String before = before();
    String after = field.suggests() ? editor.after(LOOK) : "";
    int left = Letters.wordAtEnd(before);
    int right = left == 0 ? 0 : Letters.wordAtStart(after);
    boolean spaced = after.startsWith(" ", right);
    String typed = before.substring(before.length() - left) + after.substring(0, right);
    typedHere.wordFinished(offer.word());
    edit(left, right, offer.word() + (spaced ? "" : " "));
    if (spaced) {
      editor.moveCursor(1);
    }
    spaceIsOurs = true;
    correction = offer.kind() == Offer.Kind.CORRECTION ? new Correction(typed, offer.word() + " ") : null;
    changed();
  }

  /** The user wants to see this word no more. */
  public void forget(Offer offer) {
    words.forget(offer.word());
    forgotten.add(offer.word().toLowerCase(Locale.getDefault()));
    changed();
  }

  /** Moves the cursor by characters, as a slide along the space bar does. */
  public void moveCursor(int characters) {
    editor.moveCursor(withinText(characters));
    fieldChanged();
  }

  /** Beyond the text's ends the next arrow key would lead to another field. */
  private int withinText(int characters) {
    if (!reads() || editor.selecting()) {
      return characters;
    }
    return characters < 0 ? -Math.min(-characters, Letters.symbols(before()))
        : Math.min(characters, Letters.symbols(editor.after(LOOK)));
  }

  /** The cursor or the text may have been changed by someone else; our own edits are recognised. */
  public void fieldChanged() {
    if (!reads() || editor.selecting() == selecting && before().equals(lastBefore)) {
      return;
    }
    // Stepping over a space behind a taken word is our own doing, told late.
    if (!before().equals(lastBefore + ' ')) {
      spaceIsOurs = false;
    }
    correction = null;
    if (typedHere.wasTaken(before()) && editor.after(1).isEmpty()) {
      typedHere.learn();
    }
    changed();
  }

  /** The field loses the keyboard. It is not read any more: another one may stand in its place already. */
  public void finish() {
    typedHere.finishWord(lastBefore);
    typedHere.learn();
    changes++;
  }

  private void finishWord(String separator) {
    String before = before();
    if (spaceIsOurs && Letters.closes(separator) && before.endsWith(" ")) {
      typedHere.mayEnd(Letters.withoutSpaceAtEnd(before) + separator);
      edit(1, 0, separator + " ");
      spaceIsOurs = true;
      changed();
      return;
    }
    if (!correctWord(separator)) {
      typedHere.finishWord(before);
      change(0, 0, separator);
    }
    typedHere.mayEnd(before());
  }

  /** Replaces the word before the cursor and puts the separator behind it, where a correction is sure. */
  private boolean correctWord(String separator) {
    String before = before();
    String word = before.substring(before.length() - Letters.wordAtEnd(before));
    Offer sure = offers.stream().filter(Offer::sure).findFirst().orElse(null);
    if (sure == null || !mayCorrect || !field.corrects() || word.isEmpty() || !word.equals(offersFor)
        || kept.contains(word) || !rest().isEmpty()) {
      return false;
    }
    typedHere.wordFinished(sure.word());
    edit(word.length(), 0, sure.word() + separator);
    correction = new Correction(word, sure.word() + separator);
    changed();
    return true;
  }

  private void change(int before, int after, String text) {
    edit(before, after, text);
    changed();
  }

  private void edit(int before, int after, String text) {
    correction = null;
    spaceIsOurs = false;
    editor.replace(before, after, text);
  }

  private void changed() {
    if (shift != Shift.LOCKED) {
      shift = Shift.OFF;
    }
    refresh();
  }

  private void refresh() {
    String before = before();
    typedHere.seen(before);
    lastBefore = before;
    selecting = reads() && editor.selecting();
    if (shift == Shift.OFF && capitalIsDue(before)) {
      shift = Shift.ONCE;
    }
    ask(before);
    show();
  }

  private boolean capitalIsDue(String before) {
    return field.capitals() != Capitals.NONE && Letters.capitalAfter(before, field.capitals());
  }

  private void ask(String before) {
    int change = ++changes;
    if (!field.suggests() || selecting) {
      offers = List.of();
      return;
    }
    int left = Letters.wordAtEnd(before);
    String typed = before.substring(before.length() - left);
    String whole = left == 0 ? "" : typed + rest();
    String sentence = Letters.sentence(before.substring(0, before.length() - left));
    words.ask(new WordSource.Question(sentence, whole, field), found -> {
      if (change == changes) {
        offersFor = whole;
        offers = cased(found, whole);
        show();
      }
    });
  }

  /** The letters of the word behind a cursor that stands inside it. */
  private String rest() {
    String after = editor.after(LOOK);
    return after.substring(0, Letters.wordAtStart(after));
  }

  private List<Offer> cased(List<Offer> found, String typed) {
    List<Offer> cased = new ArrayList<>();
    for (Offer offer : found) {
      if (forgotten.contains(offer.word().toLowerCase(Locale.getDefault()))) {
        continue;
      }
      cased.add(new Offer(Casing.fit(offer.word(), typed, shift), offer.kind(), offer.sure()));
    }
    return cased;
  }

  /** Private fields are not even read. */
  private boolean reads() {
    return field.suggests() || field.capitals() != Capitals.NONE;
  }

  private String before() {
    return reads() ? editor.before(LOOK) : "";
  }

  private void show() {
    screen.accept(new KeyboardState(field, shift, offers));
  }
}
