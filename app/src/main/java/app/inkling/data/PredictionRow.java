package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.Index;

/** What one model version makes of one drawing. Goes when either goes. */
@Entity(
    tableName = "prediction",
    primaryKeys = {"drawing", "model_version"},
    foreignKeys = {
      @ForeignKey(entity = DrawingRow.class, parentColumns = "id", childColumns = "drawing",
          onDelete = ForeignKey.CASCADE),
      @ForeignKey(entity = ModelVersionRow.class, parentColumns = "id", childColumns = "model_version",
          onDelete = ForeignKey.CASCADE)
    },
    indices = @Index("model_version"))
public final class PredictionRow {
  @NonNull
  public String drawing = "";

  @NonNull
  @ColumnInfo(name = "model_version")
  public String modelVersion = "";

  /** Probabilities of the digits 0 to 9, as {@link Probabilities} writes them. */
  @NonNull
  public byte[] probabilities = new byte[0];

  /** Name of the engine that computed it. */
  @NonNull
  public String engine = "";

  /** Milliseconds since 1970. */
  public long created;
}
