package app.inkling.data;

import androidx.annotation.Nullable;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.digits.DigitGuess;

/**
 * A drawing from the database, ready to be shown.
 *
 * @param ink null when the stored strokes can't be read: the rest of the row is shown all the same
 * @param guess null while nothing has been read in it
 * @param correction 0 to 9, {@link app.inkling.mllib.data.stroke.LabelledDrawing#NOT_A_DIGIT}, or null when
 *     the user said nothing
 * @param created milliseconds since 1970
 */
public record StoredDrawing(
    String id,
    @Nullable Drawing ink,
    @Nullable Guess guess,
    @Nullable Integer correction,
    boolean heldOut,
    long created) {
  /**
   * What the user was last shown.
   *
   * @param digit 0 to 9, also when refused
   * @param confidence 0 to 1
   * @param modelVersion the version that made it; null when that version is gone
   */
  public record Guess(int digit, float confidence, DigitGuess.Refusal refusal,
      @Nullable String modelVersion) {
    public boolean refused() {
      return refusal != DigitGuess.Refusal.NONE;
    }
  }
}
