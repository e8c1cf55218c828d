package app.inkling.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import android.app.Application;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.common.Outcome;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.train.session.HeldOut;
import app.inkling.testing.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class DrawingRepositoryTest {
  private static final Drawing SEVEN = Glyphs.digit(7, 0).drawing();
  private static final float[] SURE = {0, 0, 0, 0, 0, 0, 0, 0.75f, 0.25f, 0};

  private final AppExecutors executors = AppExecutors.create();
  private InklingDatabase database;
  private DrawingRepository repository;
  private String version;

  @Before
  public void open() {
    database = InklingDatabase.open(ApplicationProvider.getApplicationContext(), executors.disk());
    repository = new DrawingRepository(database, executors);
    executors.disk().execute(() -> version =
        new ModelVersions(database).registerShipped(
            "digits", "models/digits.inkling", "ab".repeat(32), "", 1));
    Waiting.settle(executors);
  }

  @After
  public void close() {
    Waiting.close(executors, database);
  }

  @Test
  public void givesBackADrawingAsItWasDrawn() {
    String id = store(SEVEN, 10);
    StoredDrawing stored = only();
    assertEquals(id, stored.id());
    assertEquals(SEVEN.strokes().size(), stored.ink().strokes().size());
    assertEquals(SEVEN.width(), stored.ink().width(), 0);
    assertEquals(SEVEN.strokes().get(0).x(3), stored.ink().strokes().get(0).x(3), 0);
    assertEquals(HeldOut.of(UUID.fromString(id)), stored.heldOut());
    assertNull(stored.guess());
    assertNull(stored.correction());
  }

  @Test
  public void keepsGuessAndPredictionUntilTheInkChanges() {
    String id = store(SEVEN, 10);
    repository.putGuess(id, new DigitGuess(SURE, DigitGuess.Refusal.NONE), version, "java", 11);
    StoredDrawing.Guess guess = only().guess();
    assertEquals(7, guess.digit());
    assertEquals(0.75f, guess.confidence(), 0);
    assertEquals(version, guess.modelVersion());
    assertEquals(1, predictions().size());
    assertEquals(0.25f, Probabilities.fromBytes(predictions().get(0).probabilities)[8], 0);

    repository.correct(id, 1);
    repository.putInk(id, Glyphs.digit(1, 0).drawing(), 1, 10);
    assertNull(only().guess());
    assertEquals(Integer.valueOf(1), only().correction());
    assertEquals(0, predictions().size());
  }

  @Test
  public void showsTheNewestFirstAndNoMoreThanAskedFor() {
    String oldest = store(SEVEN, 10);
    String newest = store(SEVEN, 30);
    String middle = store(SEVEN, 20);
    assertEquals(List.of(newest, middle, oldest), ids(10));
    assertEquals(List.of(newest, middle), ids(2));
  }

  @Test
  public void tellsObserversOfChangesMadeLater() {
    List<Integer> counts = new ArrayList<>();
    repository.figures().observeForever(figures -> counts.add(figures.value().drawings()));
    Waiting.settle(executors);
    store(SEVEN, 10);
    Waiting.settle(executors);
    assertEquals(0, counts.get(0).intValue());
    assertEquals(1, counts.get(counts.size() - 1).intValue());
  }

  @Test
  public void undoesADeletionWithGuessPredictionAndCorrection() {
    String id = store(SEVEN, 10);
    repository.putGuess(id, new DigitGuess(SURE, DigitGuess.Refusal.NONE), version, "java", 11);
    repository.correct(id, 7);
    StoredDrawing before = only();
    Removed[] removed = new Removed[1];
    repository.remove(id, rows -> removed[0] = rows);
    assertEquals(List.of(), ids(10));
    assertEquals(0, predictions().size());
    repository.restore(removed[0]);
    StoredDrawing after = only();
    assertEquals(before.guess(), after.guess());
    assertEquals(before.correction(), after.correction());
    assertEquals(before.heldOut(), after.heldOut());
    assertEquals(1, predictions().size());
  }

  @Test
  public void erasesEverythingAndUndoesIt() {
    store(SEVEN, 10);
    store(SEVEN, 20);
    Removed[] removed = new Removed[1];
    repository.removeAll(rows -> removed[0] = rows);
    assertEquals(List.of(), ids(10));
    assertEquals(2, removed[0].count());
    repository.restore(removed[0]);
    assertEquals(2, ids(10).size());
  }

  @Test
  public void ignoresAGuessThatComesAfterTheDrawingWasDeleted() {
    String id = store(SEVEN, 10);
    repository.remove(id, removed -> { });
    repository.putGuess(id, new DigitGuess(SURE, DigitGuess.Refusal.NONE), version, "java", 11);
    assertEquals(List.of(), ids(10));
    assertEquals(0, predictions().size());
    assertNull(repository.fault().getValue());
  }

  @Test
  public void showsTheOtherDrawingsWhenOneCannotBeRead() {
    String damaged = store(SEVEN, 10);
    String whole = store(SEVEN, 20);
    executors.disk().execute(() -> database.getOpenHelper().getWritableDatabase()
        .execSQL("UPDATE drawing SET strokes = 'rubbish' WHERE id = ?", new Object[] {damaged}));
    assertEquals(List.of(whole, damaged), ids(10));
    List<StoredDrawing> shown = Waiting.value(repository.newest(10), executors).value();
    assertNotNull(shown.get(0).ink());
    assertNull(shown.get(1).ink());
  }

  @Test
  public void saysWhyNothingCanBeStoredOrShown() {
    executors.disk().execute(() -> database.getOpenHelper().getWritableDatabase()
        .execSQL("DROP TABLE prediction"));
    store(SEVEN, 10);
    Waiting.settle(executors);
    assertTrue(repository.fault().getValue().getMessage(),
        repository.fault().getValue().getMessage().contains("prediction"));
    executors.disk().execute(() -> database.getOpenHelper().getWritableDatabase()
        .execSQL("DROP TABLE drawing"));
    Outcome<List<StoredDrawing>> shown = Waiting.value(repository.newest(10), executors);
    assertTrue(shown.failed());
  }

  @Test
  public void registersAShippedModelOnce() {
    String[] again = new String[1];
    executors.disk().execute(() -> again[0] =
        new ModelVersions(database).registerShipped(
            "digits", "models/digits.inkling", "ab".repeat(32), "", 99));
    Waiting.settle(executors);
    assertEquals(version, again[0]);
    long[] created = new long[1];
    executors.disk().execute(() -> created[0] = database.modelVersions().find(version).created);
    Waiting.settle(executors);
    assertEquals(1, created[0]);
    assertFalse(version.isEmpty());
  }

  private String store(Drawing drawing, long created) {
    String id = UUID.randomUUID().toString();
    repository.putInk(id, drawing, null, created);
    return id;
  }

  private StoredDrawing only() {
    List<StoredDrawing> all = Waiting.value(repository.newest(10), executors).value();
    assertEquals(1, all.size());
    return all.get(0);
  }

  private List<String> ids(int limit) {
    return Waiting.value(repository.newest(limit), executors).value().stream().map(StoredDrawing::id)
        .toList();
  }

  private List<PredictionRow> predictions() {
    List<PredictionRow> rows = new ArrayList<>();
    executors.disk().execute(() -> rows.addAll(database.drawings().allPredictions()));
    Waiting.settle(executors);
    return rows;
  }
}
