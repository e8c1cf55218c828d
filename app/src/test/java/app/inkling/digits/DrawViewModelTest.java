package app.inkling.digits;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import android.app.Application;
import androidx.lifecycle.SavedStateHandle;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.data.DrawingRepository;
import app.inkling.data.EngineResults;
import app.inkling.data.InklingDatabase;
import app.inkling.data.StoredDrawing;
import app.inkling.engines.DigitRecognizer;
import app.inkling.engines.Engines;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.testing.Waiting;
import java.io.FileNotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/** The pad's story where timing matters; the screens' tests tell the rest. Here nothing is ever read. */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class DrawViewModelTest {
  private static final Drawing PAPER = new Drawing(100, 100, List.of());

  private final AppExecutors executors = AppExecutors.create();
  private final InklingDatabase database =
      InklingDatabase.open(ApplicationProvider.getApplicationContext(), executors.disk());
  private final DrawingRepository drawings = new DrawingRepository(database, executors);
  private long now = 1000;

  @After
  public void close() {
    Waiting.close(executors, database);
  }

  @Test
  public void aStrokeDrawnWhileADrawingIsBroughtBackBeginsAnother() {
    DrawViewModel first = model(new SavedStateHandle());
    first.strokeFinished(PAPER, stroke(10));
    String id = first.onPad();
    Waiting.settle(executors);

    Map<String, Object> saved = new HashMap<>(Map.of("drawing", id, "created", now));
    DrawViewModel second = model(new SavedStateHandle(saved));
    CountDownLatch gate = new CountDownLatch(1);
    executors.disk().execute(() -> waitFor(gate));
    second.refresh();
    now = 2000;
    second.strokeFinished(PAPER, stroke(20));
    gate.countDown();

    List<StoredDrawing> stored = stored();
    assertEquals(2, stored.size());
    assertEquals(id, stored.get(1).id());
    assertEquals(10, stored.get(1).ink().strokes().get(0).x(0), 0);
    assertEquals(20, state(second).ink().strokes().get(0).x(0), 0);
    assertNotEquals(id, second.onPad());
  }

  @Test
  public void keepsTheTimeAtWhichADrawingWasBegun() {
    DrawViewModel model = model(new SavedStateHandle());
    model.strokeFinished(PAPER, stroke(10));
    now = 5000;
    model.strokeFinished(state(model).ink(), stroke(20));
    assertEquals(1000, stored().get(0).created());
    assertEquals(2, stored().get(0).ink().strokes().size());
  }

  @Test
  public void takingBackTheOnlyStrokeForgetsTheDrawing() {
    DrawViewModel model = model(new SavedStateHandle());
    model.strokeFinished(PAPER, stroke(10));
    model.undo();
    assertEquals(List.of(), stored());
    assertNull(model.onPad());
    assertTrue(state(model).blank());
  }

  @Test
  public void clearingIsUndoneByUndoUntilTheNextStroke() {
    DrawViewModel model = model(new SavedStateHandle());
    model.strokeFinished(PAPER, stroke(10));
    String first = model.onPad();
    model.clear();
    assertTrue(state(model).undoable());
    model.undo();
    Waiting.settle(executors);
    assertEquals(first, model.onPad());
    assertEquals(10, state(model).ink().strokes().get(0).x(0), 0);

    model.clear();
    model.strokeFinished(PAPER, stroke(20));
    model.undo();
    assertTrue(state(model).blank());
    assertEquals(1, stored().size());
  }

  private DrawViewModel model(SavedStateHandle saved) {
    DigitRecognizer neverStarted = new DigitRecognizer(() -> {
      throw new FileNotFoundException("there is no model");
    }, List::of, new Engines(any -> List.of(), new EngineResults(database, "test", () -> now), executors),
        executors);
    return new DrawViewModel(saved, drawings, neverStarted, () -> now);
  }

  private DrawState state(DrawViewModel model) {
    return Waiting.value(model.state(), executors);
  }

  private List<StoredDrawing> stored() {
    return Waiting.value(drawings.newest(10), executors).value();
  }

  private static Stroke stroke(float x) {
    return new Stroke(new int[] {0, 10}, new float[] {x, x}, new float[] {10, 60});
  }

  private static void waitFor(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
