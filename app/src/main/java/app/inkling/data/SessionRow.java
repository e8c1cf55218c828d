package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/** One training session, from the tap to its result. */
@Entity(
    tableName = "session",
    foreignKeys = {
      @ForeignKey(entity = ModelVersionRow.class, parentColumns = "id", childColumns = "base",
          onDelete = ForeignKey.CASCADE),
      @ForeignKey(entity = ModelVersionRow.class, parentColumns = "id", childColumns = "result",
          onDelete = ForeignKey.SET_NULL)
    },
    indices = {@Index("base"), @Index("result"), @Index({"kind", "created"})})
public final class SessionRow {
  /** Where a session stands. The names are stored: never rename one. */
  public enum State { RUNNING, ACCEPTED, REJECTED, CANCELLED, FAILED }

  /** A random UUID. */
  @PrimaryKey
  @NonNull
  public String id = "";

  /** As in {@link ModelVersionRow#kind}. */
  @NonNull
  public String kind = "";

  /** The version that it goes on from. */
  @NonNull
  public String base = "";

  /** The version that came of it; null until then, and when it was cancelled or failed. */
  @Nullable
  public String result;

  /** How much of the model may change, as its kind names it: {@code quick} or {@code full} for digits. */
  @NonNull
  public String scope = "";

  /** Who began it: {@code hand}, {@code idle} or {@code rebuild}. */
  @NonNull
  public String origin = "";

  /** Name of a {@link State}. */
  @NonNull
  public String state = State.RUNNING.name();

  /** Everything random in it follows from this. */
  public long seed;

  /** What came of it, figures as {@code name=value} a line, or why it failed. */
  @NonNull
  public String outcome = "";

  /** When it was begun, milliseconds since 1970. */
  public long created;

  /** When it ended; null while it runs. */
  @Nullable
  public Long ended;
}
