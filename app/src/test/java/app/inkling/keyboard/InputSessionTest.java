package app.inkling.keyboard;

import static org.junit.Assert.assertEquals;

import app.inkling.suggest.Field;
import app.inkling.suggest.Field.Capitals;
import app.inkling.suggest.Field.EnterAction;
import app.inkling.suggest.Field.Purpose;
import app.inkling.suggest.Offer;
import java.util.List;
import org.junit.Test;

/** Typing, as stories: keys go in, the field's text with its cursor comes out. */
public final class InputSessionTest {
  private static final Field MESSAGE =
      new Field(Purpose.TEXT, Capitals.SENTENCES, EnterAction.SEND, true, true, true, true);
  private static final Field PLAIN =
      new Field(Purpose.TEXT, Capitals.NONE, EnterAction.NEW_LINE, true, true, true, true);

  private final FakeWords words = new FakeWords();
  private FakeEditor editor;
  private InputSession session;
  private KeyboardState state = KeyboardState.BLANK;
  private long now;

  private void open(Field field, String text) {
    editor = new FakeEditor(text);
    session = new InputSession(field, editor, words, true, shown -> state = shown, () -> now);
  }

  private void type(String text) {
    for (String key : text.split("")) {
      now += 1000;
      if (key.equals(" ")) {
        session.space();
      } else {
        session.type(key);
      }
    }
  }

  private List<String> offered() {
    return state.offers().stream().map(Offer::word).toList();
  }

  @Test
  public void typesWithACapitalAtTheStartOfEachSentence() {
    open(MESSAGE, "|");
    type("hello there. how are you");
    assertEquals("Hello there. How are you|", editor.shown());
  }

  @Test
  public void locksCapitalsWhenShiftIsPressedTwiceAndUnlocksOnTheThird() {
    open(PLAIN, "|");
    session.pressShift();
    session.pressShift();
    assertEquals(Shift.LOCKED, state.shift());
    type("ok ");
    session.pressShift();
    type("ok");
    assertEquals("OK ok|", editor.shown());
  }

  @Test
  public void aSlowSecondPressOfShiftTurnsItOff() {
    open(PLAIN, "|");
    session.pressShift();
    now += 5000;
    session.pressShift();
    type("a");
    assertEquals("a|", editor.shown());
  }

  @Test
  public void shiftMayBeTurnedOffWhereACapitalWasDue() {
    open(MESSAGE, "|");
    assertEquals(Shift.ONCE, state.shift());
    session.pressShift();
    type("ipod");
    assertEquals("ipod|", editor.shown());
  }

  @Test
  public void acceptsACompletionAndPutsTheSpace() {
    words.offer("tomo", FakeWords.completion("tomorrow"));
    open(PLAIN, "see you |");
    type("tomo");
    session.accept(state.offers().get(0));
    assertEquals("see you tomorrow |", editor.shown());
  }

  @Test
  public void punctuationGoesBeforeTheSpaceThatWasAdded() {
    words.offer("tomo", FakeWords.completion("tomorrow"));
    open(MESSAGE, "See you |");
    type("tomo");
    session.accept(state.offers().get(0));
    type("!");
    assertEquals("See you tomorrow! |", editor.shown());
    type("ok");
    assertEquals("See you tomorrow! Ok|", editor.shown());
  }

  @Test
  public void theSpaceBarAddsNoSecondSpaceBehindATakenWord() {
    words.offer("", FakeWords.next("you"));
    open(PLAIN, "see |");
    session.accept(state.offers().get(0));
    session.space();
    type("soon");
    assertEquals("see you soon|", editor.shown());
  }

  @Test
  public void twoSpacesEndASentence() {
    open(MESSAGE, "|");
    type("done");
    session.space();
    now += 100;
    session.space();
    type("next");
    assertEquals("Done. Next|", editor.shown());
  }

  @Test
  public void twoSlowSpacesAreTwoSpaces() {
    open(MESSAGE, "|");
    type("done  ");
    assertEquals("Done  |", editor.shown());
  }

  @Test
  public void correctsAFinishedWordAndBackspaceBringsItBackForGood() {
    words.offer("teh", FakeWords.correction("the"));
    open(PLAIN, "|");
    type("teh ");
    assertEquals("the |", editor.shown());
    session.backspace();
    assertEquals("teh|", editor.shown());
    assertEquals(List.of("teh"), words.kept());
    type(" ");
    assertEquals("teh |", editor.shown());
  }

  @Test
  public void bringsBackOnlyRightAfterTheCorrection() {
    words.offer("teh", FakeWords.correction("the"));
    open(PLAIN, "|");
    type("teh a");
    session.backspace();
    session.backspace();
    assertEquals("the|", editor.shown());
  }

  @Test
  public void aTappedCorrectionIsBroughtBackToo() {
    words.offer("helo", new Offer("hello", Offer.Kind.CORRECTION, false));
    open(PLAIN, "|");
    type("helo");
    session.accept(state.offers().get(0));
    assertEquals("hello |", editor.shown());
    session.backspace();
    assertEquals("helo|", editor.shown());
  }

  @Test
  public void correctsNothingThatTheAnswerDoesNotBelongTo() {
    words.offer("te", FakeWords.correction("to"));
    words.hold();
    open(PLAIN, "|");
    type("te");
    words.answer(2);
    type("a ");
    assertEquals("tea |", editor.shown());
  }

  @Test
  public void showsNoAnswerThatComesTooLate() {
    words.offer("a", FakeWords.completion("and")).offer("ab", FakeWords.completion("about"));
    words.hold();
    open(PLAIN, "|");
    type("ab");
    words.answer(2);
    words.answer(1);
    assertEquals(List.of("about"), offered());
  }

  @Test
  public void replacesTheWholeWordThatTheCursorIsIn() {
    words.offer("tomrow", new Offer("tomorrow", Offer.Kind.CORRECTION, true));
    open(PLAIN, "see you tom|row then");
    assertEquals("tomrow", words.lastQuestion().typed());
    session.accept(state.offers().get(0));
    assertEquals("see you tomorrow |then", editor.shown());
  }

  @Test
  public void deletesInsideAWordAndAsksForTheWholeOne() {
    open(PLAIN, "a worrd| here");
    session.moveCursor(-1);
    session.backspace();
    assertEquals("a wor|d here", editor.shown());
    assertEquals("word", words.lastQuestion().typed());
  }

  @Test
  public void doesNotCorrectAWordThatIsCutInTwo() {
    words.offer("teh", FakeWords.correction("the"));
    open(PLAIN, "te|h");
    type(" ");
    assertEquals("te |h", editor.shown());
  }

  @Test
  public void deletesWholeSymbolsAndWholeWords() {
    open(PLAIN, "family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67|");
    session.backspace();
    assertEquals("family |", editor.shown());
    session.deleteWord();
    assertEquals("|", editor.shown());
    session.deleteWord();
    assertEquals("|", editor.shown());
  }

  @Test
  public void typesOverASelectionAndDeletesIt() {
    open(PLAIN, "one |two| three");
    session.type("2");
    assertEquals("one 2| three", editor.shown());
    editor.set("one |2| three");
    session.fieldChanged();
    session.backspace();
    assertEquals("one | three", editor.shown());
  }

  @Test
  public void offersWordsInTheCaseThatIsBeingTyped() {
    words.offer("", FakeWords.next("i")).offer("Th", FakeWords.completion("thanks"))
        .offer("TH", FakeWords.completion("thanks"));
    open(MESSAGE, "|");
    assertEquals(List.of("I"), offered());
    type("th");
    assertEquals(List.of("Thanks"), offered());
    editor.set("TH|");
    session.fieldChanged();
    assertEquals(List.of("THANKS"), offered());
  }

  @Test
  public void asksWithTheSentenceAndNotWithTheOneBefore() {
    open(PLAIN, "It rains. we stay at h|");
    assertEquals(" we stay at ", words.lastQuestion().sentence());
    assertEquals("h", words.lastQuestion().typed());
  }

  @Test
  public void learnsEachSentenceThatWasTypedHere() {
    words.offer("to", FakeWords.completion("tonight"));
    open(MESSAGE, "|");
    type("see you to");
    session.accept(state.offers().get(0));
    type("? yes, gladly");
    session.enter();
    assertEquals(List.of("See you tonight", "Yes, gladly"), words.learned());
    assertEquals(List.of(EnterAction.SEND), editor.entered());
  }

  @Test
  public void learnsASentenceAsItWasMendedNotAsItWasFirstTyped() {
    open(PLAIN, "|");
    type("meet me at noon ");
    session.deleteWord();
    type("nine.");
    assertEquals(List.of("meet me at nine"), words.learned());
  }

  @Test
  public void learnsWhatASendButtonTookAway() {
    open(PLAIN, "|");
    type("on my way");
    session.space();
    editor.set("|");
    session.fieldChanged();
    assertEquals(List.of("on my way"), words.learned());
  }

  @Test
  public void learnsNothingThatStoodThereOrWasPasted() {
    open(PLAIN, "They wrote this |");
    type("and i this.");
    assertEquals(List.of("and i this"), words.learned());
    editor.set("secret pasted words |");
    session.fieldChanged();
    session.enter();
    assertEquals(1, words.learned().size());
  }

  @Test
  public void learnsTheLastSentenceWhenTheFieldIsLeft() {
    open(PLAIN, "|");
    type("half a thought");
    session.finish();
    assertEquals(List.of("half a thought"), words.learned());
  }

  @Test
  public void neitherReadsNorAsksNorLearnsInAPrivateField() {
    open(new Field(Purpose.PASSWORD, Capitals.NONE, EnterAction.DONE, false, false, false, false), "|");
    type("hunter2. x");
    session.backspace();
    session.enter();
    session.finish();
    assertEquals("hunter2. |", editor.shown());
    assertEquals(0, editor.reads());
    assertEquals(List.of(), words.questions());
    assertEquals(List.of(), words.learned());
  }

  @Test
  public void offersButDoesNotLearnInIncognito() {
    words.offer("he", FakeWords.completion("hello"));
    open(new Field(Purpose.TEXT, Capitals.NONE, EnterAction.DONE, true, true, false, false), "|");
    type("he");
    assertEquals(List.of("hello"), offered());
    session.accept(state.offers().get(0));
    session.enter();
    session.finish();
    assertEquals(List.of(), words.learned());
  }

  @Test
  public void forgetsAWordOnRequest() {
    words.offer("se", FakeWords.completion("secretword"));
    open(PLAIN, "|");
    type("se");
    session.forget(state.offers().get(0));
    assertEquals(List.of("secretword"), words.forgotten());
    assertEquals(List.of(), offered());
    assertEquals("se|", editor.shown());
  }

  @Test
  public void aCapitalIsDueBehindAnOpeningQuoteAndAClosedOne() {
    open(MESSAGE, "|");
    type("\"hello (yes.\" \"so");
    assertEquals("\"Hello (yes.\" \"So|", editor.shown());
    editor.set("He said (\u201cno.\u201d) |");
    session.fieldChanged();
    assertEquals(Shift.ONCE, state.shift());
  }

  @Test
  public void anAbbreviationEndsNoSentence() {
    open(MESSAGE, "Fruit, e.g. |");
    type("apples at 3 p.m. sharp. ok");
    assertEquals("Fruit, e.g. apples at 3 p.m. sharp. Ok|", editor.shown());
  }

  @Test
  public void backspaceTurnsAFullStopOfTwoSpacesIntoTheSpacesAgain() {
    open(MESSAGE, "|");
    type("done");
    session.space();
    now += 100;
    session.space();
    session.backspace();
    assertEquals("Done  |", editor.shown());
    now += 100;
    session.space();
    assertEquals("Done   |", editor.shown());
    assertEquals("no word was taken back", List.of(), words.kept());
  }

  @Test
  public void twoSpacesEndASentenceBehindAQuoteToo() {
    open(MESSAGE, "He said \"yes\"|");
    session.space();
    now += 100;
    session.space();
    assertEquals("He said \"yes\". |", editor.shown());
  }

  @Test
  public void aMovedCursorTakesNoSpaceAwayThatTheTypistPutThere() {
    words.offer("tomo", FakeWords.completion("tomorrow"));
    open(PLAIN, "tomo|");
    session.fieldChanged();
    session.accept(state.offers().get(0));
    editor.set("one |two tomorrow ");
    session.fieldChanged();
    type(".");
    assertEquals("one .|two tomorrow ", editor.shown());
  }

  @Test
  public void aMovedCursorEndsWhatBackspaceBringsBack() {
    words.offer("teh", FakeWords.correction("the"));
    open(PLAIN, "|");
    type("teh ");
    editor.set("and the |there");
    session.fieldChanged();
    session.backspace();
    assertEquals("and the|there", editor.shown());
  }

  @Test
  public void readsNothingOfTheFieldThatFollows() {
    open(PLAIN, "|");
    type("half a thought");
    editor.set("another one's secret|");
    int before = editor.reads();
    session.finish();
    assertEquals(before, editor.reads());
    assertEquals(List.of("half a thought"), words.learned());
  }

  @Test
  public void movesTheCursorBySymbolsAndNeverOutOfTheField() {
    open(PLAIN, "a\uD83D\uDE00b|");
    session.moveCursor(-50);
    assertEquals("three symbols stand there", -3, editor.lastMove());
    editor.set("ab|c");
    session.moveCursor(9);
    assertEquals(1, editor.lastMove());
    editor.set("abc|");
    session.moveCursor(1);
    assertEquals(0, editor.lastMove());
  }
}
