package app.inkling.digits;

import androidx.annotation.Nullable;
import app.inkling.engines.RecognizerStatus;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.digits.DigitGuess;

/**
 * All that the Draw screen shows.
 *
 * @param ink the finished strokes; null on blank paper
 * @param guess what is read in the ink, the stroke under the finger included; null while nothing has been
 *     read
 * @param number several digits side by side, as figures; null when it is none
 * @param settled whether the guess is on finished strokes: then it may be spoken
 * @param correction what the user said it was; null if nothing
 * @param undoable whether there is a stroke, or a cleared drawing, to bring back
 * @param clearedJustNow whether to offer an undo of clearing
 * @param recognizer how the recognizer is doing
 */
record DrawState(
    @Nullable Drawing ink,
    @Nullable DigitGuess guess,
    @Nullable String number,
    boolean settled,
    @Nullable Integer correction,
    boolean undoable,
    boolean clearedJustNow,
    RecognizerStatus recognizer) {
  /** Whether there is a guess that the user may call right. */
  boolean confirmable() {
    return ink != null && settled && guess != null && !guess.refused() && number == null
        && correction == null;
  }

  boolean blank() {
    return ink == null;
  }
}
