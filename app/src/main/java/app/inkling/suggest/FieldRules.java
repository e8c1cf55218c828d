package app.inkling.suggest;

import android.text.InputType;
import android.view.inputmethod.EditorInfo;
import androidx.annotation.Nullable;
import app.inkling.suggest.Field.Capitals;
import app.inkling.suggest.Field.EnterAction;
import app.inkling.suggest.Field.Purpose;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a field declares about itself, as {@link Field}. Learned from are plain text fields alone: no passwords,
 * codes, numbers, addresses of any kind, no names, no field that wants no suggestions, and none that asks not
 * to be learned from. What isn't known is treated as private.
 *
 * <p>Offering follows the platform's own keyboard: none in passwords, e-mail addresses, URLs, filters, where
 * the field says so, and where the app offers completions of its own.
 */
public final class FieldRules {
  /** Fields for one-time codes have no type of their own; they say so in their hint or name. */
  private static final Pattern CODE = Pattern.compile(
      "\\b(otp|pin|cvv|cvc|tan|2fa|mfa|one[- _]?time|passcode|password|verification|security code|code)\\b");

  private FieldRules() {}

  /** A field as it declares itself to keyboards. */
  public static Field of(EditorInfo info) {
    Field field = of(info.inputType, info.imeOptions, info.hintText, info.fieldName, info.label);
    boolean named = info.actionLabel != null && info.actionLabel.length() > 0
        && !has(info.imeOptions, EditorInfo.IME_FLAG_NO_ENTER_ACTION);
    return named ? field.withAction(info.actionLabel.toString()) : field;
  }

  /**
   * @param inputType an {@link InputType} with its flags
   * @param imeOptions {@link EditorInfo}'s, with the action and its flags
   * @param labels hint, name and label of the field, as far as it has them
   */
  public static Field of(int inputType, int imeOptions, CharSequence... labels) {
    int type = inputType & InputType.TYPE_MASK_CLASS;
    EnterAction enter = enter(imeOptions);
    if (type != InputType.TYPE_CLASS_TEXT) {
      return new Field(purposeOfNumbers(type, inputType), Capitals.NONE, enter, false, false, false, false);
    }
    int variation = inputType & InputType.TYPE_MASK_VARIATION;
    Purpose purpose = purposeOfText(variation);
    boolean suggests = purpose == Purpose.TEXT && variation != InputType.TYPE_TEXT_VARIATION_FILTER
        && !has(inputType, InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS)
        && !has(inputType, InputType.TYPE_TEXT_FLAG_AUTO_COMPLETE) && !asksForCode(labels);
    boolean incognito = has(imeOptions, EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING);
    return new Field(purpose, purpose == Purpose.TEXT ? capitals(inputType) : Capitals.NONE, enter, suggests,
        suggests && mayCorrect(inputType, variation), suggests && !incognito,
        suggests && !incognito && isProse(variation));
  }

  private static Purpose purposeOfNumbers(int type, int inputType) {
    return switch (type) {
      case InputType.TYPE_CLASS_PHONE -> Purpose.PHONE;
      case InputType.TYPE_CLASS_DATETIME -> Purpose.DATE;
      case InputType.TYPE_CLASS_NUMBER -> (inputType & InputType.TYPE_MASK_VARIATION)
          == InputType.TYPE_NUMBER_VARIATION_PASSWORD ? Purpose.PIN : Purpose.NUMBER;
      default -> Purpose.TEXT;
    };
  }

  private static Purpose purposeOfText(int variation) {
    return switch (variation) {
      case InputType.TYPE_TEXT_VARIATION_PASSWORD, InputType.TYPE_TEXT_VARIATION_VISIBLE_PASSWORD,
          InputType.TYPE_TEXT_VARIATION_WEB_PASSWORD -> Purpose.PASSWORD;
      case InputType.TYPE_TEXT_VARIATION_EMAIL_ADDRESS,
          InputType.TYPE_TEXT_VARIATION_WEB_EMAIL_ADDRESS -> Purpose.EMAIL;
      case InputType.TYPE_TEXT_VARIATION_URI -> Purpose.URL;
      default -> Purpose.TEXT;
    };
  }

  /** Sentences are written here, rather than a name, an address or a phonetic spelling. */
  private static boolean isProse(int variation) {
    return switch (variation) {
      case InputType.TYPE_TEXT_VARIATION_NORMAL, InputType.TYPE_TEXT_VARIATION_EMAIL_SUBJECT,
          InputType.TYPE_TEXT_VARIATION_SHORT_MESSAGE, InputType.TYPE_TEXT_VARIATION_LONG_MESSAGE,
          InputType.TYPE_TEXT_VARIATION_WEB_EDIT_TEXT -> true;
      default -> false;
    };
  }

  /** One line of text that doesn't ask for it is often no prose: a search, a user's name. */
  private static boolean mayCorrect(int inputType, int variation) {
    return isProse(variation) && (has(inputType, InputType.TYPE_TEXT_FLAG_AUTO_CORRECT)
        || variation != InputType.TYPE_TEXT_VARIATION_WEB_EDIT_TEXT
            && has(inputType, InputType.TYPE_TEXT_FLAG_MULTI_LINE));
  }

  private static boolean asksForCode(CharSequence... labels) {
    for (@Nullable CharSequence label : labels) {
      if (label != null && CODE.matcher(label.toString().toLowerCase(Locale.ROOT).replace('_', ' ')).find()) {
        return true;
      }
    }
    return false;
  }

  private static Capitals capitals(int inputType) {
    if (has(inputType, InputType.TYPE_TEXT_FLAG_CAP_CHARACTERS)) {
      return Capitals.CHARACTERS;
    }
    if (has(inputType, InputType.TYPE_TEXT_FLAG_CAP_WORDS)) {
      return Capitals.WORDS;
    }
    return has(inputType, InputType.TYPE_TEXT_FLAG_CAP_SENTENCES) ? Capitals.SENTENCES : Capitals.NONE;
  }

  private static EnterAction enter(int imeOptions) {
    if (has(imeOptions, EditorInfo.IME_FLAG_NO_ENTER_ACTION)) {
      return EnterAction.NEW_LINE;
    }
    return switch (imeOptions & EditorInfo.IME_MASK_ACTION) {
      case EditorInfo.IME_ACTION_DONE -> EnterAction.DONE;
      case EditorInfo.IME_ACTION_GO -> EnterAction.GO;
      case EditorInfo.IME_ACTION_NEXT -> EnterAction.NEXT;
      case EditorInfo.IME_ACTION_PREVIOUS -> EnterAction.PREVIOUS;
      case EditorInfo.IME_ACTION_SEARCH -> EnterAction.SEARCH;
      case EditorInfo.IME_ACTION_SEND -> EnterAction.SEND;
      default -> EnterAction.NEW_LINE;
    };
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) == flag;
  }
}
