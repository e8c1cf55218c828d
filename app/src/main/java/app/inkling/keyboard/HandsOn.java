package app.inkling.keyboard;

import android.view.HapticFeedbackConstants;
import androidx.annotation.Nullable;
import app.inkling.suggest.TypingSettings;
import java.util.function.Supplier;

/** What a keyboard does beside typing, wherever it is: its keys can be felt and heard, if the user wants. */
class HandsOn implements KeyboardView.Typist {
  private final TypingSettings settings;
  private final KeySounds sounds;
  private final Supplier<InputSession> session;
  private final Supplier<KeyboardView> view;

  /** The last two may give null between fields. */
  HandsOn(TypingSettings settings, KeySounds sounds, Supplier<InputSession> session,
      Supplier<KeyboardView> view) {
    this.settings = settings;
    this.sounds = sounds;
    this.session = session;
    this.view = view;
  }

  @Nullable
  @Override
  public InputSession session() {
    return session.get();
  }

  @Override
  public void onTouch(Key.Action action) {
    if (settings.vibrates() && view.get() != null) {
      view.get().performHapticFeedback(HapticFeedbackConstants.KEYBOARD_TAP);
    }
    if (settings.sounds()) {
      sounds.play(action);
    }
  }
}
