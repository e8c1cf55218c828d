package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/** Which version of a kind of model is in use; without a row it is the one that came with the app. */
@Entity(
    tableName = "active_version",
    foreignKeys = @ForeignKey(entity = ModelVersionRow.class, parentColumns = "id", childColumns = "version",
        onDelete = ForeignKey.CASCADE),
    indices = @Index("version"))
public final class ActiveVersionRow {
  /** As in {@link ModelVersionRow#kind}. */
  @PrimaryKey
  @NonNull
  public String kind = "";

  @NonNull
  public String version = "";

  /** Since when, milliseconds since 1970. */
  public long since;
}
