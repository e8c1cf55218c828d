package app.inkling.data;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.common.AppExecutors;
import app.inkling.common.Outcome;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.StrokeFormat;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.train.session.HeldOut;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Everything drawn. Calls come from the main thread and return at once; storage is done on the disk thread in
 * the order of the calls, and what comes back comes back on the main thread.
 *
 * <p>Deleting is real: a deleted drawing is no longer in the database. Undo works because the caller holds
 * the rows.
 */
public final class DrawingRepository {
  private static final String DRAWING = "drawing";

  private final InklingDatabase database;
  private final DrawingDao dao;
  private final AppExecutors executors;
  private final MutableLiveData<Exception> fault = new MutableLiveData<>();
  private Runnable namedChanged = () -> { };

  public DrawingRepository(InklingDatabase database, AppExecutors executors) {
    this.database = database;
    this.dao = database.drawings();
    this.executors = executors;
  }

  /** @param changed called on the main thread when what the user named may have changed */
  public void whenNamedChanges(Runnable changed) {
    namedChanged = changed;
  }

  /** Why a change could not be stored; null while all is well, and again once ink could be stored. */
  public LiveData<Exception> fault() {
    return fault;
  }

  /** The newest drawings first, at most {@code limit} of them, kept up to date. */
  public LiveData<Outcome<List<StoredDrawing>>> newest(int limit) {
    return new TableLiveData<>(database, executors.disk(), () -> {
      return List.copyOf(shown(dao.newest(limit)));
    }, DRAWING);
  }

  /** What the user has named, eldest first; background threads only. */
  public List<StoredDrawing> named() {
    return shown(dao.named());
  }

  /** One drawing, or null when it is not there; background threads only. */
  @Nullable
  public StoredDrawing find(String id) {
    DrawingRow row = dao.find(id);
    return row == null ? null : shown(row);
  }

  /** Every drawing, eldest first; background threads only. */
  public List<StoredDrawing> all() {
    return shown(dao.allDrawings());
  }

  private static List<StoredDrawing> shown(List<DrawingRow> rows) {
    List<StoredDrawing> drawings = new ArrayList<>();
    for (DrawingRow row : rows) {
      drawings.add(shown(row));
    }
    return drawings;
  }

  /** How much is stored, kept up to date. */
  public LiveData<Outcome<StoredFigures>> figures() {
    return new TableLiveData<>(database, executors.disk(), dao::figures, DRAWING);
  }

  /** Finds one drawing; {@code found} gets null when it is not there. */
  public void load(String id, Consumer<Outcome<StoredDrawing>> found) {
    executors.disk().execute(() -> {
      Outcome<StoredDrawing> outcome = Outcome.of(() -> {
        DrawingRow row = dao.find(id);
        return row == null ? null : shown(row);
      });
      executors.main().execute(() -> found.accept(outcome));
    });
  }

  /**
   * Stores the ink of a drawing, new or grown. A guess on its former ink is forgotten, the correction stays.
   *
   * @param id a random UUID
   * @param created when the drawing was begun, milliseconds since 1970
   */
  public void putInk(String id, Drawing ink, @Nullable Integer correction, long created) {
    write(() -> {
      DrawingRow row = new DrawingRow();
      row.id = id;
      row.strokes = StrokeFormat.format(ink);
      row.strokesFormat = StrokeFormat.VERSION;
      row.width = ink.width();
      row.height = ink.height();
      row.correction = correction;
      row.heldOut = HeldOut.of(UUID.fromString(id));
      row.created = created;
      dao.putInk(row);
      return null;
    }, done -> {
      if (fault.getValue() != null) {
        fault.setValue(null);
      }
      if (correction != null) {
        namedChanged.run();
      }
    });
  }

  /** Stores what a model makes of a stored drawing. */
  public void putGuess(String id, DigitGuess guess, String modelVersion, String engine, long now) {
    write(() -> {
      PredictionRow prediction = new PredictionRow();
      prediction.drawing = id;
      prediction.modelVersion = modelVersion;
      prediction.probabilities = Probabilities.toBytes(guess.probabilities());
      prediction.engine = engine;
      prediction.created = now;
      dao.putGuess(guess.digit(), guess.confidence(), guess.refusal().name(), prediction);
      return null;
    }, done -> { });
  }

  /** Stores what the user says it was; null takes that back. */
  public void correct(String id, @Nullable Integer correction) {
    write(() -> dao.correct(id, correction), done -> namedChanged.run());
  }

  /** Deletes one drawing; {@code removed} gets what {@link #restore} needs. */
  public void remove(String id, Consumer<Removed> removed) {
    write(() -> dao.remove(id), removed.andThen(done -> namedChanged.run()));
  }

  /** Deletes every drawing; {@code removed} gets what {@link #restore} needs. */
  public void removeAll(Consumer<Removed> removed) {
    write(dao::removeAll, removed.andThen(done -> namedChanged.run()));
  }

  /** Puts deleted drawings back as they were. */
  public void restore(Removed removed) {
    write(() -> {
      dao.restore(removed);
      return null;
    }, done -> namedChanged.run());
  }

  /**
   * Changes storage; {@code done} is called on the main thread if that worked, else {@link #fault} says why
   * not.
   */
  private <T> void write(Callable<T> change, Consumer<T> done) {
    executors.disk().execute(() -> {
      Outcome<T> outcome = Outcome.of(change);
      executors.main().execute(() -> {
        if (outcome.failed()) {
          fault.setValue(outcome.failure());
        } else {
          done.accept(outcome.value());
        }
      });
    });
  }

  private static StoredDrawing shown(DrawingRow row) {
    StoredDrawing.Guess guess = row.guess == null || row.confidence == null || row.refusal == null ? null
        : new StoredDrawing.Guess(
            row.guess, row.confidence, DigitGuess.Refusal.valueOf(row.refusal), row.modelVersion);
    return new StoredDrawing(row.id, ink(row), guess, row.correction, row.heldOut, row.created);
  }

  /** The row's ink, or null when it can't be read: one bad row must not hide the others. */
  @Nullable
  private static Drawing ink(DrawingRow row) {
    try {
      return StrokeFormat.parse(row.strokes, row.width, row.height);
    } catch (FormatException | IllegalArgumentException e) {
      return null;
    }
  }
}
