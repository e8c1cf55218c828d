package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/**
 * One model, shipped or learned. Versions form a tree through {@link #parent}; the shipped ones are its
 * roots.
 */
@Entity(
    tableName = "model_version",
    foreignKeys = @ForeignKey(entity = ModelVersionRow.class, parentColumns = "id", childColumns = "parent",
        onDelete = ForeignKey.RESTRICT),
    indices = {@Index("parent"), @Index({"kind", "created"})})
public final class ModelVersionRow {
  /** The value of {@link #kind} for models that read digits. */
  public static final String DIGITS = "digits";

  /** The value of {@link #kind} for networks that predict words. */
  public static final String WORDS = "words";

  /** The value of {@link #origin} for models that came with the app. */
  public static final String SHIPPED = "shipped";

  /** The value of {@link #origin} for models that were trained on this phone. */
  public static final String TRAINED = "trained";

  /** A UUID; that of a shipped model follows from its checksum, so that it is registered once. */
  @PrimaryKey
  @NonNull
  public String id = "";

  /** What the model is for: {@link #DIGITS} or {@link #WORDS}. */
  @NonNull
  public String kind = "";

  /** The version that this one was trained from; null for a shipped one. */
  @Nullable
  public String parent;

  /** Where the checkpoint lies: {@code asset:models/...} or a path below the app's private directory. */
  @NonNull
  public String file = "";

  /** SHA-256 of the checkpoint, 64 lower-case hexadecimal digits. */
  @NonNull
  public String sha256 = "";

  /** Measured figures, one {@code name=value} a line, as the command-line tool prints them. */
  @NonNull
  public String metrics = "";

  /** How it came here: {@link #SHIPPED} or {@link #TRAINED}. */
  @NonNull
  public String origin = "";

  /** Whether it may be used; a rejected version is kept with its {@link #reason}. */
  public boolean accepted;

  /** Why it was accepted or rejected, in a sentence. */
  @NonNull
  public String reason = "";

  /** When this phone first had it, milliseconds since 1970. */
  public long created;
}
