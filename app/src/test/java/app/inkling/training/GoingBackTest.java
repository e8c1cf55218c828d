package app.inkling.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.data.ModelVersionRow;
import app.inkling.engines.DigitVersion;
import app.inkling.engines.Reading;
import app.inkling.engines.RecognizerStatus;
import app.inkling.mllib.data.Sha256;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.tensor.Rng;
import app.inkling.screens.App;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Whatever one switched to meanwhile, a version that one goes back to is what it was, byte for byte. */
@RunWith(AndroidJUnit4.class)
public final class GoingBackTest {
  @Rule
  public final App app = new App();

  private final TrainingsFixture sessions = new TrainingsFixture(app);

  /** A version as it reads: its id, its file, the model that was loaded, and what it makes of drawings. */
  private record State(String version, String file, String loaded, List<float[]> predictions) {
    void equals(State other) {
      assertEquals(version, other.version);
      assertEquals(file, other.file);
      assertEquals(loaded, other.loaded);
      for (int i = 0; i < predictions.size(); i++) {
        assertArrayEquals("drawing " + i, predictions.get(i), other.predictions.get(i), 0);
      }
    }

    void differs(State other) {
      assertNotEquals(version, other.version);
      assertNotEquals(loaded, other.loaded);
      boolean same = true;
      for (int i = 0; i < predictions.size(); i++) {
        same &= Arrays.equals(predictions.get(i), other.predictions.get(i));
      }
      assertFalse("both read alike", same);
    }
  }

  @Test
  public void givesTheSameBytesAndPredictions() throws Exception {
    app.teachSevens(12);
    String began = state().version;
    sessions.run(Trainings.HAND, () -> false);
    State taught = state();
    app.teach(4, 12);
    sessions.run(Trainings.HAND, () -> false);
    // From here on the memory of drawings stays as it is: what differs is the version's doing.
    State second = state();
    State first = use(taught.version);
    assertEquals(taught.file, first.file);
    assertEquals(taught.loaded, first.loaded);
    State factory = use(began);
    first.differs(factory);
    second.differs(first);
    for (State next : List.of(second, first, second, factory, first, factory)) {
      use(next.version).equals(next);
    }
  }

  private State use(String wanted) throws Exception {
    sessions.trainings().use(wanted);
    app.settle();
    return state();
  }

  private State state() throws Exception {
    app.settle();
    DigitVersion loaded = sessions.background(() -> app.container().digitsInUse().load());
    RecognizerStatus status = app.container().recognizer().status().getValue();
    assertEquals(loaded.id(), ((RecognizerStatus.Ready) status).modelVersion());
    ModelVersionRow row = sessions.background(() -> app.container().modelVersions().find(loaded.id()));
    boolean trained = row.origin.equals(ModelVersionRow.TRAINED);
    return new State(loaded.id(),
        trained ? Sha256.of(Files.readAllBytes(TrainingsFixture.models().resolve(row.sha256 + ".inkling")))
        : "",
        Sha256.of(loaded.model().toCheckpoint().toBytes()), predictions());
  }

  /** What the recognizer, engine and all, makes of digits and of sevens the wrong way round. */
  private List<float[]> predictions() {
    List<Drawing> drawings = new ArrayList<>();
    Rng random = new Rng(3);
    for (int digit = 0; digit < 10; digit++) {
      drawings.add(Glyphs.digit(digit, 0).drawing());
      drawings.add(App.wrongWayRound(random));
    }
    List<float[]> predictions = new ArrayList<>();
    for (Drawing drawing : drawings) {
      Reading[] reading = new Reading[1];
      app.container().recognizer().read(drawing, read -> reading[0] = read);
      app.settle();
      float[] all = Arrays.copyOf(reading[0].guess().probabilities(), 11);
      all[10] = reading[0].guess().notADigit();
      predictions.add(all);
    }
    return predictions;
  }
}
