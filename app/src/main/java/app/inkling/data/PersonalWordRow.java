package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.PrimaryKey;

/** What the user has decided about a word. How often words were typed follows from the sentences. */
@Entity(tableName = "personal_word")
public final class PersonalWordRow {
  /** What was decided. The names are stored: never rename one. */
  public enum Decision {
    /** Not to be offered again unless typed again. */
    FORGOTTEN,
    /** Right as it is: a correction of it was taken back. */
    KEPT
  }

  /** In small letters. */
  @PrimaryKey
  @NonNull
  public String word = "";

  /** Name of a {@link Decision}. */
  @NonNull
  public String decision = Decision.KEPT.name();

  /** When it was decided, milliseconds since 1970: sentences from before no longer count for the word. */
  public long decided;
}
