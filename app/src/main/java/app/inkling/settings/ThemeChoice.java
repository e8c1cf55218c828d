package app.inkling.settings;

import androidx.appcompat.app.AppCompatDelegate;

/** Whether the app is light or dark. The names are stored: never rename one. */
public enum ThemeChoice {
  SYSTEM(AppCompatDelegate.MODE_NIGHT_FOLLOW_SYSTEM),
  LIGHT(AppCompatDelegate.MODE_NIGHT_NO),
  DARK(AppCompatDelegate.MODE_NIGHT_YES);

  private final int nightMode;

  ThemeChoice(int nightMode) {
    this.nightMode = nightMode;
  }

  /** Makes every screen look so, at once. */
  public void apply() {
    AppCompatDelegate.setDefaultNightMode(nightMode);
  }
}
