package app.inkling.data;

import android.content.Context;
import android.database.Cursor;
import androidx.annotation.WorkerThread;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.StrokeFormat;
import app.inkling.mllib.train.session.HeldOut;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The database as a whole: its drawings to take along, to take in, and to erase without a trace. */
@WorkerThread
public final class StoredData {
  /** The table of drawings in an archive: a head line, then a line for each. */
  private static final String HEAD = "id\tcreated\tmeant\twidth\theight\tstrokes";
  private static final String[] LEARNED = {"drawing", "prediction", "sample_use", "session", "session_step",
    "active_version", "sentence", "personal_word"};

  private final InklingDatabase database;
  private final File file;

  public StoredData(Context context, InklingDatabase database) {
    this.database = database;
    this.file = context.getDatabasePath(InklingDatabase.FILE);
  }

  /** Every drawing as a tab-separated table in UTF-8; {@code meant} is empty where the user said nothing. */
  public byte[] drawings() {
    StringBuilder lines = new StringBuilder(HEAD).append('\n');
    for (DrawingRow row : database.drawings().allDrawings()) {
      lines.append(row.id).append('\t').append(row.created).append('\t')
          .append(row.correction == null ? "" : row.correction.toString()).append('\t').append(row.width)
          .append('\t').append(row.height).append('\t').append(row.strokes).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Takes in drawings that {@link #drawings} wrote; one that is here already stays as it is.
   *
   * @return how many are new
   * @throws FormatException a line is not what it should be; nothing was taken in
   */
  public int takeIn(String source, byte[] table) throws FormatException {
    String[] lines = new String(table, StandardCharsets.UTF_8).split("\n");
    if (!lines[0].equals(HEAD)) {
      throw new FormatException(source, "the head line " + HEAD.replace('\t', ' '), "another");
    }
    List<DrawingRow> rows = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      rows.add(row(source + ", line " + (i + 1), lines[i].split("\t", -1)));
    }
    int before = database.drawings().figures().drawings();
    database.drawings().insertNew(rows);
    return database.drawings().figures().drawings() - before;
  }

  private static DrawingRow row(String place, String[] columns) throws FormatException {
    if (columns.length != 6) {
      throw new FormatException(place, "6 columns", columns.length + " columns");
    }
    try {
      DrawingRow row = new DrawingRow();
      UUID id = UUID.fromString(columns[0]);
      row.id = id.toString();
      row.created = Long.parseLong(columns[1]);
      row.correction = columns[2].isEmpty() ? null : Integer.valueOf(columns[2]);
      if (row.correction != null && (row.correction < -1 || row.correction > 9)) {
        throw new FormatException(place, "a digit from 0 to 9, or -1", columns[2]);
      }
      Drawing ink = StrokeFormat.parse(columns[5], Float.parseFloat(columns[3]),
          Float.parseFloat(columns[4]));
      row.strokes = StrokeFormat.format(ink);
      row.strokesFormat = StrokeFormat.VERSION;
      row.width = ink.width();
      row.height = ink.height();
      row.heldOut = HeldOut.of(id);
      return row;
    } catch (IllegalArgumentException e) {
      throw new FormatException(place, "a drawing", String.valueOf(e.getMessage()));
    }
  }

  /** Empties every table, and the file of all that was in them. */
  public void erase() {
    database.clearAllTables();
    database.dropTraces();
  }

  /** What is left of what was learned, a sentence each; empty after {@link #erase}. */
  public List<String> remains() {
    List<String> remains = new ArrayList<>();
    for (String table : LEARNED) {
      long rows = query("SELECT COUNT(*) FROM " + table);
      if (rows > 0) {
        remains.add(rows + " rows of " + table);
      }
    }
    long free = query("PRAGMA freelist_count");
    if (free > 0) {
      remains.add(free + " free pages of " + file.getName());
    }
    File log = new File(file.getPath() + "-wal");
    if (log.length() > 0) {
      remains.add(log.length() + " bytes of " + log.getName());
    }
    return remains;
  }

  private long query(String statement) {
    try (Cursor cursor = database.query(statement, null)) {
      return cursor.moveToFirst() ? cursor.getLong(0) : 0;
    }
  }
}
