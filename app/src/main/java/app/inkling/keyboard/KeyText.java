package app.inkling.keyboard;

import android.content.res.Resources;
import androidx.annotation.DrawableRes;
import androidx.annotation.StringRes;
import app.inkling.R;
import app.inkling.suggest.Field.EnterAction;
import java.util.Locale;
import java.util.Map;

/** What stands on keys, and what is said of them. */
final class KeyText {
  /** Signs that a voice would swallow. */
  private static final Map<String, Integer> SIGNS = Map.of(".", R.string.key_full_stop, ",", R.string.key_comma,
      "!", R.string.key_exclamation, "?", R.string.key_question, "'", R.string.key_apostrophe,
      "\"", R.string.key_quote, "-", R.string.key_hyphen, ":", R.string.key_colon, ";", R.string.key_semicolon,
      "_", R.string.key_underscore);

  private KeyText() {}

  /** What a typing key shows: a capital while shift is on. */
  static String label(String text, Shift shift) {
    return shift == Shift.OFF ? text : text.toUpperCase(Locale.getDefault());
  }

  /** The picture on a key that types nothing, or 0 where it has a label. */
  @DrawableRes
  static int icon(Key key, KeyboardState state) {
    return switch (key.action()) {
      case SHIFT -> state.shift() == Shift.LOCKED ? R.drawable.ic_shift_locked
          : state.shift() == Shift.ONCE ? R.drawable.ic_shift_on : R.drawable.ic_shift;
      case DELETE -> R.drawable.ic_backspace;
      case ENTER -> switch (state.field().enter()) {
        case NEW_LINE -> R.drawable.ic_return;
        case DONE -> R.drawable.ic_check;
        case SEARCH -> R.drawable.ic_search;
        case SEND -> R.drawable.ic_send;
        case GO, NEXT -> R.drawable.ic_forward;
        case PREVIOUS -> R.drawable.ic_previous;
        case CUSTOM -> 0;
      };
      case SWITCH -> R.drawable.ic_globe;
      default -> 0;
    };
  }

  /** What stands on a key without a picture. */
  static String label(Key key, KeyboardState state) {
    return switch (key.action()) {
      case TYPE -> label(key.text(), state.shift());
      case LETTERS -> "ABC";
      case SYMBOLS -> "?123";
      case MORE_SYMBOLS -> "=\\<";
      case ENTER -> state.field().enterLabel();
      default -> "";
    };
  }

  /** What TalkBack says. */
  static String spoken(Resources resources, Key key, KeyboardState state) {
    if (key.action() == Key.Action.TYPE) {
      return sign(resources, label(key.text(), state.shift()));
    }
    if (key.action() == Key.Action.ENTER && state.field().enter() == EnterAction.CUSTOM) {
      return state.field().enterLabel();
    }
    return resources.getString(switch (key.action()) {
      case SPACE -> R.string.key_space;
      case SHIFT -> state.shift() == Shift.LOCKED ? R.string.key_shift_locked
          : state.shift() == Shift.ONCE ? R.string.key_shift_on : R.string.key_shift;
      case DELETE -> R.string.key_delete;
      case SWITCH -> R.string.key_switch;
      case LETTERS -> R.string.key_letters;
      case SYMBOLS -> R.string.key_symbols;
      case MORE_SYMBOLS -> R.string.key_more_symbols;
      default -> enter(state.field().enter());
    });
  }

  private static String sign(Resources resources, String label) {
    Integer name = SIGNS.get(label);
    if (name != null) {
      return resources.getString(name);
    }
    boolean capital = label.length() == 1 && Character.isUpperCase(label.charAt(0));
    return capital ? resources.getString(R.string.key_capital, label) : label;
  }

  @StringRes
  private static int enter(EnterAction action) {
    return switch (action) {
      case NEW_LINE, CUSTOM -> R.string.key_return;
      case DONE -> R.string.key_done;
      case GO -> R.string.key_go;
      case NEXT -> R.string.key_next;
      case PREVIOUS -> R.string.key_previous;
      case SEARCH -> R.string.key_search;
      case SEND -> R.string.key_send;
    };
  }
}
