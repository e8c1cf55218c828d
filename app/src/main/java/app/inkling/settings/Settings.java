package app.inkling.settings;

import android.content.Context;
import android.content.SharedPreferences;

/** What the user has set, kept in the app's preferences. */
public final class Settings {
  private static final String FILE = "settings";
  private static final String THEME = "theme";

  private final SharedPreferences preferences;

  public Settings(Context context) {
    preferences = context.getSharedPreferences(FILE, Context.MODE_PRIVATE);
  }

  /**
   * Reads a file of a few bytes the first time; a value that this version does not know counts as the
   * default.
   */
  public ThemeChoice theme() {
    String name = preferences.getString(THEME, ThemeChoice.SYSTEM.name());
    for (ThemeChoice choice : ThemeChoice.values()) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    return ThemeChoice.SYSTEM;
  }

  /** Keeps the choice; it is written in the background. */
  public void setTheme(ThemeChoice choice) {
    preferences.edit().putString(THEME, choice.name()).apply();
  }
}
