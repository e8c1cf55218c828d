package app.inkling.data;

import android.content.Context;
import android.database.Cursor;
import androidx.annotation.NonNull;
import androidx.room.Database;
import androidx.room.Room;
import androidx.room.RoomDatabase;
import androidx.sqlite.db.SupportSQLiteDatabase;
import java.util.concurrent.Executor;

/**
 * The app's one database. A new version needs its exported schema in {@code app/schemas} and a tested
 * migration.
 */
@Database(
    entities = {DrawingRow.class, ModelVersionRow.class, PredictionRow.class, ActiveVersionRow.class,
      SessionRow.class, SessionStepRow.class, SampleUseRow.class, SentenceRow.class, PersonalWordRow.class,
      EngineResultRow.class, EnginePinRow.class},
    version = InklingDatabase.VERSION)
public abstract class InklingDatabase extends RoomDatabase {
  /** The version that this code writes. */
  public static final int VERSION = 4;

  /** File name below the app's private database directory. */
  public static final String FILE = "inkling.db";

  abstract DrawingDao drawings();

  abstract EngineResultDao engineResults();

  abstract ModelVersionDao modelVersions();

  abstract SessionDao sessions();

  abstract SentenceDao sentences();

  /**
   * Opens the database file, which is made when it is missing.
   *
   * @param executor runs every query and transaction, one after the other
   */
  public static InklingDatabase open(Context context, Executor executor) {
    return open(context, FILE, executor);
  }

  /** The same in a file of another name. */
  public static InklingDatabase open(Context context, String file, Executor executor) {
    return Room.databaseBuilder(context, InklingDatabase.class, file)
        .setQueryExecutor(executor)
        .setTransactionExecutor(executor)
        .addMigrations(Migrations.all())
        .addCallback(new SecureDelete())
        .build();
  }

  /**
   * Lets nothing that was deleted stay in free pages or the journal; on the disk thread, outside
   * transactions.
   */
  void dropTraces() {
    SupportSQLiteDatabase file = getOpenHelper().getWritableDatabase();
    file.execSQL("VACUUM");
    run(file, "PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /** A pragma answers with a row, and is carried out when that is read. */
  private static void run(SupportSQLiteDatabase database, String pragma) {
    try (Cursor row = database.query(pragma)) {
      row.moveToFirst();
    }
  }

  /** What is deleted is overwritten, not only unlinked. */
  private static final class SecureDelete extends Callback {
    @Override
    public void onOpen(@NonNull SupportSQLiteDatabase database) {
      // In a transaction, so that it reaches the connection that writes.
      database.beginTransaction();
      try {
        run(database, "PRAGMA secure_delete = ON");
        database.setTransactionSuccessful();
      } finally {
        database.endTransaction();
      }
    }
  }
}
