package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/** A sentence that the user typed into a field that may be learned from. */
@Entity(tableName = "sentence", indices = @Index("created"))
public final class SentenceRow {
  /** A random UUID. */
  @PrimaryKey
  @NonNull
  public String id = "";

  /** As it stood in the field, at most some hundred characters. */
  @NonNull
  public String text = "";

  /** When it was finished, milliseconds since 1970; sessions hold out the latest. */
  public long created;
}
