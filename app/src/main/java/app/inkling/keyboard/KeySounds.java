package app.inkling.keyboard;

import android.media.AudioManager;

/** The sounds that keys make: the phone's own, as loud as it plays them, and none while it is to be quiet. */
final class KeySounds {
  /** Asks the phone for its own loudness. */
  private static final float USUAL_VOLUME = -1;

  private final AudioManager audio;

  KeySounds(AudioManager audio) {
    this.audio = audio;
  }

  /**
   * The call with a volume, since our setting decides: the one without also asks for the phone's setting of
   * sounds on touch, which says nothing of keyboards.
   */
  void play(Key.Action action) {
    if (audio.getRingerMode() == AudioManager.RINGER_MODE_NORMAL) {
      audio.playSoundEffect(effect(action), USUAL_VOLUME);
    }
  }

  private static int effect(Key.Action action) {
    return switch (action) {
      case SPACE -> AudioManager.FX_KEYPRESS_SPACEBAR;
      case DELETE -> AudioManager.FX_KEYPRESS_DELETE;
      case ENTER -> AudioManager.FX_KEYPRESS_RETURN;
      default -> AudioManager.FX_KEYPRESS_STANDARD;
    };
  }
}
