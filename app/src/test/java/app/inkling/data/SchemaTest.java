package app.inkling.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import android.app.Application;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/**
 * Every version of the database that ever shipped opens in this one with its rows as they were. A database
 * file of each version is made from its exported schema, filled, and opened through Room with the app's
 * migrations. The file has no mark of Room's own, so Room compares every table with what its code expects.
 *
 * <p>For a new version add its rows to {@link #ROWS}, its tables to {@link #TABLES}, and what the
 * migration makes of older rows to {@link #expected}.
 */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class SchemaTest {
  private static final Path SCHEMAS = Path.of("schemas", InklingDatabase.class.getName());
  private static final String DRAWING = "123e4567-e89b-42d3-a456-426614174003";
  private static final String VERSION = "00000000-0000-4000-8000-000000000001";
  private static final String CHILD = "00000000-0000-4000-8000-000000000002";

  private static final String SESSION = "00000000-0000-4000-8000-000000000003";

  /** Rows that came with the first version, in an order that its foreign keys allow. */
  private static final List<String> FIRST = List.of(
      """
      INSERT INTO model_version
          (id, kind, parent, file, sha256, metrics, origin, accepted, reason, created)
      VALUES ('%s', 'digits', NULL, 'asset:models/digits.inkling', '%s', 'accuracy_percent=99.5',
          'shipped', 1, 'came with the app', 1700000000000)""".formatted(VERSION, "ab".repeat(32)),
      """
      INSERT INTO model_version
          (id, kind, parent, file, sha256, metrics, origin, accepted, reason, created)
      VALUES ('%s', 'digits', '%s', 'models/child', '%s', '', 'trained', 0, 'no better', 1700000000001)"""
          .formatted(CHILD, VERSION, "cd".repeat(32)),
      """
      INSERT INTO drawing
          (id, strokes, strokes_format, width, height, guess, confidence, refusal, model_version, correction,
          held_out, created)
      VALUES ('%s', '0,10,10;16,12.5,40|250,8,25', 1, 500.0, 480.5, 1, 0.75, 'NONE', '%s', 7, 1,
          1700000000002)""".formatted(DRAWING, VERSION),
      """
      INSERT INTO drawing (id, strokes, strokes_format, width, height, held_out, created)
      VALUES ('%s', '0,1,1', 1, 100.0, 100.0, 0, 1700000000003)""".formatted(CHILD),
      """
      INSERT INTO prediction (drawing, model_version, probabilities, engine, created)
      VALUES ('%s', '%s', X'0000803F', 'tflite-cpu', 1700000000004)""".formatted(DRAWING, VERSION));

  /** What version 2 knows besides. */
  private static final List<String> SESSIONS = List.of(
      "INSERT INTO active_version (kind, version, since) VALUES ('digits', '%s', 1700000000005)"
          .formatted(VERSION),
      """
      INSERT INTO session (id, kind, base, result, scope, origin, state, seed, outcome, created, ended)
      VALUES ('%s', 'digits', '%s', '%s', 'quick', 'hand', 'REJECTED', -7, 'loss=1', 1700000000006,
          1700000000007)""".formatted(SESSION, VERSION, CHILD),
      """
      INSERT INTO session (id, kind, base, scope, origin, state, seed, outcome, created)
      VALUES ('%s', 'digits', '%s', 'full', 'idle', 'RUNNING', 8, '', 1700000000008)"""
          .formatted(DRAWING, VERSION),
      """
      INSERT INTO session_step
          (session, step, round, loss, accuracy, held_out_loss, held_out_accuracy, gradient_norm)
      VALUES ('%s', 4, 2, 0.5, 0.75, 0.25, 1.0, 2.5)""".formatted(SESSION),
      "INSERT INTO session_step (session, step, round) VALUES ('%s', 1, 1)".formatted(SESSION),
      "INSERT INTO sample_use (version, sample, target, held_out) VALUES ('%s', '%s', '7', 1)"
          .formatted(CHILD, DRAWING));

  /** What version 3 knows besides. */
  private static final List<String> SENTENCES = List.of(
      "INSERT INTO sentence (id, text, created) VALUES ('%s', 'See you tonight', 1700000000009)"
          .formatted(DRAWING),
      "INSERT INTO personal_word (word, decision, decided) VALUES ('teh', 'KEPT', 1700000000010)");

  /** What version 4 knows besides. */
  private static final List<String> ENGINES = List.of(
      """
      INSERT INTO engine_result
          (model, engine, environment, outcome, reason, largest_difference, p50_nanos, p95_nanos, position,
          created)
      VALUES ('%s', 'tflite-cpu', 'app 1 on 8', 'CHOSEN', 'the fastest', 0.25, 42000, 84000, 0,
          1700000000009)""".formatted("ab".repeat(32)),
      """
      INSERT INTO engine_result
          (model, engine, environment, outcome, reason, p50_nanos, p95_nanos, position, created)
      VALUES ('%s', 'tflite-gpu', 'app 1 on 8', 'TIMED_OUT', 'hung', 0, 0, 1, 1700000000010)"""
          .formatted("ab".repeat(32)),
      "INSERT INTO engine_pin (kind, engine, created) VALUES ('digits', 'java', 1700000000011)");

  /** The rows of each version. */
  private static final Map<Integer, List<String>> ROWS = Map.of(1, FIRST, 2, both(FIRST, SESSIONS),
      3, both(both(FIRST, SESSIONS), SENTENCES), 4, both(both(both(FIRST, SESSIONS), SENTENCES), ENGINES));

  private static final List<String> FIRST_TABLES = List.of("model_version", "drawing", "prediction");

  private static final List<String> SESSION_TABLES =
      List.of("active_version", "session", "session_step", "sample_use");

  private static final List<String> THIRD_TABLES =
      both(both(FIRST_TABLES, SESSION_TABLES), List.of("sentence", "personal_word"));

  /** The tables that each version had. */
  private static final Map<Integer, List<String>> TABLES = Map.of(1, FIRST_TABLES,
      2, both(FIRST_TABLES, SESSION_TABLES),
      3, THIRD_TABLES,
      4, both(THIRD_TABLES, List.of("engine_result", "engine_pin")));

  private final File file = ApplicationProvider.getApplicationContext().getDatabasePath(InklingDatabase.FILE);

  @Test
  public void everyVersionHasItsExportedSchemaAndSampleRows() {
    for (int version = 1; version <= InklingDatabase.VERSION; version++) {
      assertTrue("no " + schema(version) + "; a build writes it, commit it", Files.exists(schema(version)));
      assertTrue("no sample rows of version " + version, ROWS.containsKey(version));
    }
  }

  @Test
  public void opensEveryVersionWithItsRows() throws Exception {
    for (int version = 1; version <= InklingDatabase.VERSION; version++) {
      make(version, List.of());
      List<String> before = expected(version);
      assertEquals("rows of version " + version, before, openAndReadRows(version));
      assertTrue(file.delete());
    }
  }

  @Test
  public void refusesAFileWhoseTablesAreNotWhatTheyShouldBe() throws Exception {
    make(1, List.of("ALTER TABLE drawing ADD COLUMN stranger TEXT"));
    assertThrows(IllegalStateException.class, () -> openAndReadRows(1));
  }

  /** The rows of a version as this version's migrations should leave them. */
  private List<String> expected(int version) {
    int readOnly = SQLiteDatabase.OPEN_READONLY;
    try (SQLiteDatabase raw = SQLiteDatabase.openDatabase(file.getPath(), null, readOnly)) {
      assertEquals(version, raw.getVersion());
      List<String> rows = new ArrayList<>();
      for (String table : TABLES.get(version)) {
        try (Cursor cursor = raw.rawQuery("SELECT * FROM " + table + " ORDER BY rowid", null)) {
          rows.addAll(rows(table, cursor));
        }
      }
      return rows;
    }
  }

  /** The rows of all tables that {@code version} had, read through Room. */
  private List<String> openAndReadRows(int version) {
    InklingDatabase database =
        InklingDatabase.open(ApplicationProvider.getApplicationContext(), Runnable::run);
    try {
      SupportSQLiteDatabase opened = database.getOpenHelper().getWritableDatabase();
      List<String> rows = new ArrayList<>();
      for (String table : TABLES.get(version)) {
        try (Cursor cursor = opened.query("SELECT * FROM " + table + " ORDER BY rowid")) {
          rows.addAll(rows(table, cursor));
        }
      }
      return rows;
    } finally {
      database.close();
    }
  }

  private void make(int version, List<String> more) throws IOException, JSONException {
    assertTrue(file.getParentFile().isDirectory() || file.getParentFile().mkdirs());
    JSONObject schema = new JSONObject(Files.readString(schema(version))).getJSONObject("database");
    try (SQLiteDatabase raw = SQLiteDatabase.openOrCreateDatabase(file, null)) {
      for (int i = 0; i < schema.getJSONArray("entities").length(); i++) {
        JSONObject entity = schema.getJSONArray("entities").getJSONObject(i);
        String table = entity.getString("tableName");
        raw.execSQL(entity.getString("createSql").replace("${TABLE_NAME}", table));
        JSONArray indices = entity.optJSONArray("indices");
        for (int j = 0; indices != null && j < indices.length(); j++) {
          raw.execSQL(indices.getJSONObject(j).getString("createSql").replace("${TABLE_NAME}", table));
        }
      }
      ROWS.get(version).forEach(raw::execSQL);
      more.forEach(raw::execSQL);
      raw.setVersion(version);
    }
  }

  private static List<String> both(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static Path schema(int version) {
    return SCHEMAS.resolve(version + ".json");
  }

  /** Each row as its columns with their values, so that neither may change unseen. */
  private static List<String> rows(String table, Cursor cursor) {
    List<String> rows = new ArrayList<>();
    while (cursor.moveToNext()) {
      StringBuilder row = new StringBuilder(table);
      for (int column = 0; column < cursor.getColumnCount(); column++) {
        row.append(' ').append(cursor.getColumnName(column)).append('=');
        row.append(cursor.getType(column) == Cursor.FIELD_TYPE_BLOB
            ? Arrays.toString(cursor.getBlob(column)) : cursor.getString(column));
      }
      rows.add(row.toString());
    }
    assertTrue(table + " has no rows to compare", !rows.isEmpty());
    return rows;
  }
}
