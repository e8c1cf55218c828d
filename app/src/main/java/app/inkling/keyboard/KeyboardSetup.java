package app.inkling.keyboard;

import android.content.ComponentName;
import android.content.Context;
import android.provider.Settings;
import android.view.inputmethod.InputMethodInfo;
import android.view.inputmethod.InputMethodManager;

/** How far the user is with making this the phone's keyboard. */
enum KeyboardSetup {
  /** Android does not allow it yet: the user has to switch it on in the phone's settings. */
  OFF,
  /** Allowed, but another keyboard is in use. */
  ON,
  /** In use. */
  CHOSEN;

  static KeyboardSetup of(Context context) {
    ComponentName own = new ComponentName(context, InklingKeyboardService.class);
    String chosen = Settings.Secure.getString(context.getContentResolver(),
        Settings.Secure.DEFAULT_INPUT_METHOD);
    if (chosen != null && own.equals(ComponentName.unflattenFromString(chosen))) {
      return CHOSEN;
    }
    InputMethodManager manager = context.getSystemService(InputMethodManager.class);
    for (InputMethodInfo method : manager.getEnabledInputMethodList()) {
      if (own.equals(method.getComponent())) {
        return ON;
      }
    }
    return OFF;
  }
}
