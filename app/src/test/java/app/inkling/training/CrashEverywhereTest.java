package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteFullException;
import androidx.room.Room;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import androidx.sqlite.db.SupportSQLiteStatement;
import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.data.Sessions;
import app.inkling.mllib.data.Sha256;
import app.inkling.mllib.digits.personal.DigitSessions;
import app.inkling.mllib.digits.personal.GeneralDigits;
import app.inkling.mllib.digits.personal.OwnDrawing;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Disk;
import app.inkling.mllib.train.session.LearnerFactory;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Version;
import app.inkling.screens.App;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/**
 * A session of digits killed at every write it makes, to a file or a table, and gone on with by a new
 * process: files and tables end as if nothing had happened. What a kill leaves is played: of a file being
 * written any beginning, of a transaction nothing. A full disk is played as well, by errors where writing
 * would fail.
 */
@RunWith(AndroidJUnit4.class)
public final class CrashEverywhereTest {
  private static final String FILE = "crash.db";
  private static final String[] TABLES =
      {"model_version", "active_version", "session", "session_step", "sample_use"};

  @Rule
  public final App app = new App();

  private final Context context = ApplicationProvider.getApplicationContext();
  private final BriefDigits kind = new BriefDigits();
  private Disk files;
  private Map<String, String> uninterrupted;
  private int changes;

  @Before
  public void runUninterrupted() throws Exception {
    kind.load();
    Power counting = new Power(Integer.MAX_VALUE, false);
    start();
    try (Process process = new Process(counting)) {
      process.run();
      uninterrupted = process.contents();
      assertNotNull("accepted, so that every kind of write is made",
          process.versions.active("digits").parent);
    }
    changes = counting.changes;
    assertTrue("writes: " + changes, changes > 25);
    assertTrue("to tables among them: " + counting.statements, counting.statements > 12);
  }

  @Test
  public void aKillAtAnyWriteIsMadeGoodByTheNextProcess() throws Exception {
    for (int nth = 1; nth <= changes; nth++) {
      start();
      try (Process process = new Process(new Power(nth, false))) {
        assertThrows("write " + nth, Kill.class, process::run);
      }
      try (Process next = new Process(new Power(Integer.MAX_VALUE, false))) {
        next.run();
        assertEquals("killed at write " + nth, uninterrupted, next.contents());
      }
    }
  }

  @Test
  public void aFullDiskEndsTheSessionWithAReasonAndNothingIsLost() throws Exception {
    for (int nth = 1; nth < changes; nth += 2) {
      start();
      try (Process process = new Process(new Power(nth, true))) {
        process.run();
        app.settle();
        assertNotNull("full at write " + nth, process.trainings.fault().getValue());
      }
      try (Process next = new Process(new Power(Integer.MAX_VALUE, false))) {
        next.run();
        app.settle();
        assertEquals("full at write " + nth, uninterrupted, next.contents());
      }
    }
  }

  /** A phone on which nothing was learned yet. */
  private void start() {
    context.deleteDatabase(FILE);
    files = Disk.inMemory();
  }

  /** The process is no more: nothing catches this. */
  private static final class Kill extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Counts writes and fails at the nth: for good, as a killed process does, or as a full disk. */
  private static final class Power {
    private final int nth;
    private final boolean full;
    private int changes;
    private int statements;

    Power(int nth, boolean full) {
      this.nth = nth;
      this.full = full;
    }

    boolean failsNow() {
      changes++;
      return changes >= nth;
    }

    /** A helper, its database, that one's statements: each hands on, and statements that write may fail. */
    <T> T over(Class<T> type, T real, String sql) {
      return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
          (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
              statement(sql);
            }
            Object answer;
            try {
              answer = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
            if (answer instanceof SupportSQLiteDatabase database) {
              return over(SupportSQLiteDatabase.class, database, "");
            }
            return answer instanceof SupportSQLiteStatement statement
                ? over(SupportSQLiteStatement.class, statement, (String) arguments[0]) : answer;
          }));
    }

    private void statement(String sql) {
      String verb = sql.trim().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
      if (!List.of("INSERT", "UPDATE", "DELETE").contains(verb) || sql.contains("room_")) {
        return;
      }
      statements++;
      if (failsNow()) {
        if (full) {
          throw new SQLiteFullException("database or disk is full");
        }
        throw new Kill();
      }
    }
  }

  /** The files, written with that power. */
  private record PoweredDisk(Disk real, Power power) implements Disk {
    @Override
    public List<String> list() throws IOException {
      return real.list();
    }

    @Override
    public byte[] read(String name) throws IOException {
      return real.read(name);
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
      if (power.failsNow()) {
        real.write(name, Arrays.copyOf(bytes, bytes.length * (power.nth % 3) / 2));
        if (power.full) {
          throw new IOException(name + ": no space left on device");
        }
        throw new Kill();
      }
      real.write(name, bytes);
    }

    @Override
    public void rename(String from, String to) throws IOException {
      killIfDue();
      real.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
      killIfDue();
      real.delete(name);
    }

    /** A full disk still renames and deletes. */
    private void killIfDue() {
      if (power.failsNow() && !power.full) {
        throw new Kill();
      }
    }
  }

  /** The app's own classes of sessions, on the same files and database as the process before. */
  private final class Process implements AutoCloseable {
    private final InklingDatabase database;
    private final ModelVersions versions;
    private final Sessions sessions;
    private final VersionTree tree;
    private final Trainings trainings;

    Process(Power power) {
      database = Room.databaseBuilder(context, InklingDatabase.class, FILE).allowMainThreadQueries()
          .openHelperFactory(configuration -> power.over(SupportSQLiteOpenHelper.class,
              new FrameworkSQLiteOpenHelperFactory().create(configuration), ""))
          .build();
      versions = new ModelVersions(database);
      sessions = new Sessions(database, app.container().executors());
      tree = new VersionTree(kind, () -> new PoweredDisk(files, power),
          versions, sessions, () -> { }, () -> 1000);
      trainings = new Trainings(kind, tree, sessions, new TrainingSchedule(context),
          app.container().executors(), () -> 1000);
    }

    /** Brings files and tables in line; goes on with a session, or begins one if none was ended. */
    void run() {
      boolean learned;
      try {
        learned = !tree.store().hasUnfinished(kind.kind()) && tree.whole().all().size() > 1;
      } catch (IOException | RuntimeException full) {
        learned = false;
      }
      if (!learned) {
        trainings.run(Depth.QUICK, Trainings.HAND, () -> false);
      }
    }

    /** Every file by its checksum, every row as text. */
    Map<String, String> contents() throws IOException {
      Map<String, String> contents = new TreeMap<>();
      for (String file : files.list()) {
        contents.put(file, Sha256.of(files.read(file)));
      }
      SupportSQLiteDatabase tables = database.getOpenHelper().getReadableDatabase();
      for (String table : TABLES) {
        try (Cursor rows = tables.query("SELECT * FROM " + table + " ORDER BY 1, 2")) {
          for (int row = 0; rows.moveToNext(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < rows.getColumnCount(); column++) {
              line.append(rows.getColumnName(column)).append('=').append(rows.getString(column)).append(' ');
            }
            contents.put(table + ' ' + row, line.toString());
          }
        }
      }
      return contents;
    }

    @Override
    public void close() {
      database.close();
    }
  }

  /** The digit model's sessions, made brief: one round on few drawings and few digits of others. */
  private final class BriefDigits implements SessionKind {
    private final List<OwnDrawing> drawings = new ArrayList<>();
    private Checkpoint factory;
    private GeneralDigits few;

    void load() throws Exception {
      factory = new TrainingsFixture(app).background(() -> app.container().digitsInUse().load()).model()
          .toCheckpoint();
      GeneralDigits all = app.container().digitKind().general();
      few = new GeneralDigits(all.replay().range(0, 40), all.measuring().range(0, 30));
      Rng random = new Rng(5);
      for (int i = 0; i < 16; i++) {
        drawings.add(new OwnDrawing(new UUID(5, i), 7, App.wrongWayRound(random), i % 2 == 0));
      }
    }

    @Override
    public String kind() {
      return ModelVersionRow.DIGITS;
    }

    @Override
    public Version factory(SessionStore store) throws IOException {
      return store.addFactory(kind(), factory);
    }

    @Override
    public Optional<SessionPlan> plan(Version base, Depth depth, long seed, long now) {
      SessionPlan plan = new DigitSessions(few, drawings, 1).plan(base, depth, seed, now);
      return Optional.of(new SessionPlan(plan.kind(), plan.parent(), plan.parentModel(), depth, seed, 48, 0,
          plan.kernels(), now, plan.training(), plan.heldOut()));
    }

    @Override
    public void check(Checkpoint model) {}

    @Override
    public LearnerFactory learners() {
      return new DigitSessions(few, drawings, 1);
    }
  }
}
