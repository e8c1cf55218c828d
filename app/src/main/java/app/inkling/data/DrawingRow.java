package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/**
 * One drawing as it is stored: its ink, what was read in it, and what the user said it was.
 *
 * <p>The guess is what the user was last shown; every model version's opinion is a {@link PredictionRow}.
 */
@Entity(
    tableName = "drawing",
    foreignKeys = @ForeignKey(entity = ModelVersionRow.class, parentColumns = "id",
        childColumns = "model_version", onDelete = ForeignKey.SET_NULL),
    indices = {@Index("created"), @Index("model_version")})
public final class DrawingRow {
  /** A random UUID in its 36-character form. */
  @PrimaryKey
  @NonNull
  public String id = "";

  /** The ink as {@link app.inkling.mllib.data.stroke.StrokeFormat} writes it. */
  @NonNull
  public String strokes = "";

  /** Version of the form of {@link #strokes}. */
  @ColumnInfo(name = "strokes_format")
  public int strokesFormat;

  /** Width of the canvas, in the units of the strokes. */
  public float width;

  /** Height of the canvas, in the units of the strokes. */
  public float height;

  /** The digit read, 0 to 9; null while nothing has been read yet. Set for refused drawings too. */
  @Nullable
  public Integer guess;

  /** Probability of {@link #guess}, 0 to 1; null exactly when the guess is. */
  @Nullable
  public Float confidence;

  /** Name of a {@link app.inkling.mllib.digits.DigitGuess.Refusal}; null exactly when the guess is. */
  @Nullable
  public String refusal;

  /** The version that made the guess. */
  @Nullable
  @ColumnInfo(name = "model_version")
  public String modelVersion;

  /** What the user said it was: 0 to 9, or -1 for no digit; null when the user said nothing. */
  @Nullable
  public Integer correction;

  /**
   * Whether this drawing measures and never trains; fixed at insertion by {@link
   * app.inkling.mllib.train.session.HeldOut}.
   */
  @ColumnInfo(name = "held_out")
  public boolean heldOut;

  /** When the drawing was begun, milliseconds since 1970. */
  public long created;
}
