package app.inkling.suggest;

import android.content.Context;
import android.content.SharedPreferences;

/**
 * How the user wants the keyboard to be. Kept where it can be read before the first unlock, too: nothing in it
 * is private.
 */
public final class TypingSettings {
  private static final String FILE = "typing";
  private static final String CORRECTS = "corrects";
  private static final String LEARNS = "learns";
  private static final String VIBRATES = "vibrates";
  private static final String SOUNDS = "sounds";
  private static final String QUIET = "quiet_percent";

  private final SharedPreferences preferences;

  public TypingSettings(Context context) {
    preferences = context.createDeviceProtectedStorageContext()
        .getSharedPreferences(FILE, Context.MODE_PRIVATE);
  }

  /** Misspelt words are replaced when they are finished. */
  public boolean corrects() {
    return preferences.getBoolean(CORRECTS, true);
  }

  public void setCorrects(boolean corrects) {
    preferences.edit().putBoolean(CORRECTS, corrects).apply();
  }

  /** What is typed is stored and learned from, in fields that allow it. */
  public boolean learns() {
    return preferences.getBoolean(LEARNS, true);
  }

  public void setLearns(boolean learns) {
    preferences.edit().putBoolean(LEARNS, learns).apply();
  }

  /** Keys are felt. */
  public boolean vibrates() {
    return preferences.getBoolean(VIBRATES, true);
  }

  public void setVibrates(boolean vibrates) {
    preferences.edit().putBoolean(VIBRATES, vibrates).apply();
  }

  /** Keys are heard, where the phone is not silent. */
  public boolean sounds() {
    return preferences.getBoolean(SOUNDS, false);
  }

  public void setSounds(boolean sounds) {
    preferences.edit().putBoolean(SOUNDS, sounds).apply();
  }

  /**
   * Next words are offered only from this probability on, in percent.
   *
   * @param usual what applies while the user has chosen nothing
   */
  public float quietPercent(float usual) {
    return preferences.getFloat(QUIET, usual);
  }

  public void setQuietPercent(float percent) {
    preferences.edit().putFloat(QUIET, percent).apply();
  }

  /** As when the app was new. */
  public void reset() {
    preferences.edit().clear().apply();
  }
}
