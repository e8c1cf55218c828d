package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.PrimaryKey;

/** The engine that the user wishes for one kind of model, whatever its version. */
@Entity(tableName = "engine_pin")
public final class EnginePinRow {
  /** Kind of model, as in {@code model_version}. */
  @PrimaryKey
  @NonNull
  public String kind = "";

  /** The engine's stable name. */
  @NonNull
  public String engine = "";

  /** Milliseconds since 1970. */
  public long created;
}
