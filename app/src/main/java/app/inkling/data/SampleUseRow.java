package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.Index;

/**
 * That a version learned from a sample, or was measured on it. The sample may be gone since: then the version
 * still knows that it was there.
 */
@Entity(
    tableName = "sample_use",
    primaryKeys = {"version", "sample"},
    foreignKeys = @ForeignKey(entity = ModelVersionRow.class, parentColumns = "id", childColumns = "version",
        onDelete = ForeignKey.CASCADE),
    indices = @Index("sample"))
public final class SampleUseRow {
  @NonNull
  public String version = "";

  /** UUID of a drawing, or of what else the model's kind learns from. */
  @NonNull
  public String sample = "";

  /** What it was taken to mean then, such as a digit's figure; empty where nothing is meant beside itself. */
  @NonNull
  public String target = "";

  /** Whether it measured the version and taught it nothing. */
  @ColumnInfo(name = "held_out")
  public boolean heldOut;
}
