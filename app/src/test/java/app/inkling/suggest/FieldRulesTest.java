package app.inkling.suggest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import android.text.InputType;
import android.view.inputmethod.EditorInfo;
import app.inkling.suggest.Field.Capitals;
import app.inkling.suggest.Field.EnterAction;
import app.inkling.suggest.Field.Purpose;
import java.util.List;
import java.util.Set;
import org.junit.Test;

/** Every type of field with every flag: what may be offered, and that nothing private is learned. */
public final class FieldRulesTest {
  private static final int TEXT = InputType.TYPE_CLASS_TEXT;
  private static final List<Integer> FLAGS = List.of(0, InputType.TYPE_TEXT_FLAG_CAP_CHARACTERS,
      InputType.TYPE_TEXT_FLAG_CAP_WORDS, InputType.TYPE_TEXT_FLAG_CAP_SENTENCES,
      InputType.TYPE_TEXT_FLAG_AUTO_CORRECT, InputType.TYPE_TEXT_FLAG_AUTO_COMPLETE,
      InputType.TYPE_TEXT_FLAG_MULTI_LINE, InputType.TYPE_TEXT_FLAG_IME_MULTI_LINE,
      InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS);
  private static final int INCOGNITO = EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING;

  /** The only variations that are learned from. */
  private static final Set<Integer> PROSE = Set.of(InputType.TYPE_TEXT_VARIATION_NORMAL,
      InputType.TYPE_TEXT_VARIATION_EMAIL_SUBJECT, InputType.TYPE_TEXT_VARIATION_SHORT_MESSAGE,
      InputType.TYPE_TEXT_VARIATION_LONG_MESSAGE, InputType.TYPE_TEXT_VARIATION_WEB_EDIT_TEXT);

  @Test
  public void learnsFromProseAloneWhateverTheFlags() {
    int learning = 0;
    for (int type = 0; type <= InputType.TYPE_MASK_CLASS; type++) {
      for (int variation = 0; variation <= InputType.TYPE_MASK_VARIATION; variation += 0x10) {
        for (int flag : FLAGS) {
          for (int options : List.of(0, EditorInfo.IME_ACTION_SEND, INCOGNITO, INCOGNITO | EditorInfo.IME_ACTION_SEND)) {
            Field field = FieldRules.of(type | variation | flag, options);
            boolean mayLearn = type == TEXT && PROSE.contains(variation) && (options & INCOGNITO) == 0
                && flag != InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS
                && flag != InputType.TYPE_TEXT_FLAG_AUTO_COMPLETE;
            String which = "type " + type + " variation " + variation + " flag " + flag + " options " + options;
            assertEquals(which, mayLearn, field.learns());
            assertTrue(which, (options & INCOGNITO) == 0 || !field.personal());
            assertTrue(which, field.suggests() || !field.corrects() && !field.personal());
            learning += field.learns() ? 1 : 0;
          }
        }
      }
    }
    assertEquals(PROSE.size() * (FLAGS.size() - 2) * 2, learning);
  }

  @Test
  public void offersNothingInPasswordsAddressesFiltersAndNumbers() {
    for (int type : new int[] {TEXT | InputType.TYPE_TEXT_VARIATION_PASSWORD,
        TEXT | InputType.TYPE_TEXT_VARIATION_VISIBLE_PASSWORD, TEXT | InputType.TYPE_TEXT_VARIATION_WEB_PASSWORD,
        TEXT | InputType.TYPE_TEXT_VARIATION_EMAIL_ADDRESS, TEXT | InputType.TYPE_TEXT_VARIATION_WEB_EMAIL_ADDRESS,
        TEXT | InputType.TYPE_TEXT_VARIATION_URI, TEXT | InputType.TYPE_TEXT_VARIATION_FILTER,
        InputType.TYPE_CLASS_NUMBER, InputType.TYPE_CLASS_NUMBER | InputType.TYPE_NUMBER_VARIATION_PASSWORD,
        InputType.TYPE_CLASS_PHONE, InputType.TYPE_CLASS_DATETIME, InputType.TYPE_NULL}) {
      assertFalse("type " + type, FieldRules.of(type, 0).suggests());
    }
  }

  @Test
  public void takesAFieldForACodeByWhatItSaysOfItself() {
    for (String label : List.of("One-time code", "otp", "sms_otp", "Enter the verification code", "PIN", "CVC",
        "Passcode")) {
      assertFalse(label, FieldRules.of(TEXT, 0, null, label).suggests());
    }
    for (String label : List.of("Message", "Opinion", "Spinach recipe", "Search")) {
      assertTrue(label, FieldRules.of(TEXT, 0, label, null).learns());
    }
  }

  @Test
  public void correctsWhereProseIsWritten() {
    int lines = TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE;
    assertTrue(FieldRules.of(lines, 0).corrects());
    assertTrue(FieldRules.of(TEXT | InputType.TYPE_TEXT_FLAG_AUTO_CORRECT, 0).corrects());
    assertFalse(FieldRules.of(TEXT, 0).corrects());
    assertFalse(FieldRules.of(lines | InputType.TYPE_TEXT_VARIATION_WEB_EDIT_TEXT, 0).corrects());
    assertFalse(FieldRules.of(lines | InputType.TYPE_TEXT_VARIATION_PERSON_NAME, 0).corrects());
  }

  @Test
  public void readsPurposeCapitalsAndTheEnterKey() {
    assertEquals(Purpose.PASSWORD, FieldRules.of(TEXT | InputType.TYPE_TEXT_VARIATION_PASSWORD, 0).purpose());
    assertEquals(Purpose.EMAIL, FieldRules.of(TEXT | InputType.TYPE_TEXT_VARIATION_EMAIL_ADDRESS, 0).purpose());
    assertEquals(Purpose.URL, FieldRules.of(TEXT | InputType.TYPE_TEXT_VARIATION_URI, 0).purpose());
    assertEquals(Purpose.PHONE, FieldRules.of(InputType.TYPE_CLASS_PHONE, 0).purpose());
    assertEquals(Capitals.SENTENCES, FieldRules.of(TEXT | InputType.TYPE_TEXT_FLAG_CAP_SENTENCES, 0).capitals());
    assertEquals(Capitals.NONE, FieldRules.of(TEXT | InputType.TYPE_TEXT_FLAG_CAP_SENTENCES
        | InputType.TYPE_TEXT_VARIATION_PASSWORD, 0).capitals());
    assertEquals(EnterAction.SEND, FieldRules.of(TEXT, EditorInfo.IME_ACTION_SEND).enter());
    assertEquals(EnterAction.NEW_LINE, FieldRules.of(TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE,
        EditorInfo.IME_ACTION_SEND | EditorInfo.IME_FLAG_NO_ENTER_ACTION).enter());
    assertEquals(EnterAction.NEW_LINE, FieldRules.of(TEXT, EditorInfo.IME_ACTION_NONE).enter());
  }

  @Test
  public void numbersOfEachKindHaveTheirKeysAndPinsAreHidden() {
    int number = InputType.TYPE_CLASS_NUMBER;
    assertEquals(Purpose.NUMBER, FieldRules.of(number | InputType.TYPE_NUMBER_FLAG_DECIMAL, 0).purpose());
    assertEquals(Purpose.PIN, FieldRules.of(number | InputType.TYPE_NUMBER_VARIATION_PASSWORD, 0).purpose());
    assertTrue(Purpose.PIN.hidden());
    assertFalse(Purpose.NUMBER.hidden());
    for (int date : new int[] {InputType.TYPE_DATETIME_VARIATION_NORMAL, InputType.TYPE_DATETIME_VARIATION_DATE,
        InputType.TYPE_DATETIME_VARIATION_TIME}) {
      assertEquals(Purpose.DATE, FieldRules.of(InputType.TYPE_CLASS_DATETIME | date, 0).purpose());
    }
  }

  @Test
  public void aFieldThatWantsNoActionGetsALineBreakAlsoOnOneLine() {
    int none = EditorInfo.IME_ACTION_SEND | EditorInfo.IME_FLAG_NO_ENTER_ACTION;
    assertEquals(EnterAction.NEW_LINE, FieldRules.of(TEXT, none).enter());
    assertEquals(EnterAction.NEW_LINE, FieldRules.of(InputType.TYPE_NULL, 0).enter());
    assertEquals(EnterAction.SEND,
        FieldRules.of(TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE, EditorInfo.IME_ACTION_SEND).enter());
  }

  @Test
  public void aFieldMayNameItsOwnAction() {
    EditorInfo info = new EditorInfo();
    info.inputType = TEXT;
    info.imeOptions = EditorInfo.IME_ACTION_DONE;
    assertEquals(EnterAction.DONE, FieldRules.of(info).enter());
    info.actionLabel = "Join";
    Field field = FieldRules.of(info);
    assertEquals(EnterAction.CUSTOM, field.enter());
    assertEquals("Join", field.enterLabel());
    assertTrue("else it is the same field", field.learns());
    info.imeOptions |= EditorInfo.IME_FLAG_NO_ENTER_ACTION;
    assertEquals(EnterAction.NEW_LINE, FieldRules.of(info).enter());
    info.imeOptions = 0;
    info.hintText = "One-time code";
    assertFalse(FieldRules.of(info).suggests());
  }
}
