package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.PackedFiles;
import app.inkling.data.Learning;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.data.SessionRow;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Version;
import app.inkling.screens.App;
import app.inkling.suggest.PhoneWords;
import app.inkling.testing.Habits;
import app.inkling.testing.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/**
 * The app is updated and brings another keyboard model. What the former one had learned stays, is said to be of
 * no use, and neither types nor is trained any further.
 */
@RunWith(AndroidJUnit4.class)
public final class KeyboardUpdateTest {
  private static final String SENTENCE = "the blue tractor always brings green apples to the parade";

  @Rule(order = 0)
  public final App app = new App();

  @Rule(order = 1)
  public final Habits habits = new Habits(app);

  /** The app before the update: the same words, but a file of another checksum. */
  private Trainings former;
  private String formerFactory;

  private void startBeforeTheUpdate() throws Exception {
    PackedFiles packed = new FormerFiles(app.container().files());
    WordKind kind = new WordKind(packed, PhoneWords.MODEL, app.container().sentences());
    VersionTree tree = new VersionTree(kind, Habits.networks(), app.container().modelVersions(),
        app.container().sessions(), () -> { }, System::currentTimeMillis);
    former = new Trainings(kind, tree, app.container().sessions(),
        new TrainingSchedule(ApplicationProvider.getApplicationContext()), app.container().executors(),
        System::currentTimeMillis);
    formerFactory = habits.onTraining(former::factory);
    for (int i = 0; i < 48; i++) {
      app.words().learn(SENTENCE, Habits.MESSAGE);
    }
    app.settle();
  }

  /** What came with the app before its update. */
  private record FormerFiles(PackedFiles present) implements PackedFiles {
    @Override
    public byte[] read(String name) throws IOException {
      return Checkpoint.fromBytes(name, present.read(name)).with("former", new byte[] {1}).toBytes();
    }

    @Override
    public ByteBuffer map(String name) {
      throw new AssertionError("nobody maps " + name);
    }
  }

  private Trainings.Ending session(Trainings of, String origin, BooleanSupplier interrupted) throws Exception {
    return habits.onTraining(() -> of.run(Depth.QUICK, origin, interrupted));
  }

  private ModelVersions.Tree tree(Trainings of) {
    return Waiting.value(app.container().modelVersions().tree(ModelVersionRow.WORDS,
        app.container().executors().disk(), of::factory), app.container().executors()).value();
  }

  @Test
  public void anIdleSessionBeginsWithTheNewModelAndTheFormerVersionsStay() throws Exception {
    startBeforeTheUpdate();
    session(former, Trainings.HAND, () -> false);
    ModelVersionRow learned = habits.learning().active();
    assertEquals("the test wants a learned version", habits.learning().session().result, learned.id);
    assertEquals(formerFactory, learned.parent);

    // The update. Nobody has opened the keyboard since: only the idle session runs.
    Trainings now = app.container().wordTrainings();
    String factory = habits.onTraining(now::factory);
    assertNotEquals(formerFactory, factory);
    assertEquals(learned.id, habits.learning().active().id);
    session(now, Trainings.IDLE, () -> false);
    SessionRow idle = habits.learning().session();
    assertEquals(SessionRow.State.ACCEPTED.name(), idle.state);
    assertEquals("it begins with what is in use", factory, idle.base);
    assertEquals("and its result is", idle.result, habits.learning().active().id);
    assertFalse(habits.learning().outgrown());

    ModelVersions.Tree tree = tree(now);
    assertEquals(4, tree.versions().size());
    for (ModelVersionRow row : tree.versions()) {
      assertEquals(row.origin + " " + row.id, row.id.equals(factory) || row.id.equals(idle.result),
          tree.fits(row));
      assertTrue("kept: " + row.sha256, Files.exists(Habits.networks().resolve(row.sha256 + ".inkling")));
    }
    now.use(learned.id);
    app.settle();
    assertTrue(now.fault().getValue(), now.fault().getValue().contains("another model"));
    assertEquals("refused", idle.result, habits.learning().active().id);
  }

  @Test
  public void theKeyboardGoesOnWithTheNewModelAndTheTrainScreenSaysWhy() throws Exception {
    startBeforeTheUpdate();
    session(former, Trainings.HAND, () -> false);
    assertEquals(0, habits.learning().waiting());
    String factory = habits.onTraining(app.container().wordTrainings()::factory);
    App.onMain(app.words()::changeNetwork);
    app.settle();
    Learning learning = habits.learning();
    assertEquals(factory, learning.active().id);
    assertTrue(learning.outgrown());
    assertEquals("all can be learned again", 48, learning.waiting());
    assertNull("nothing is damaged", app.container().wordDamage().getValue());
    assertTrue(tree(app.container().wordTrainings()).uses(learning.active()));
  }

  @Test
  public void aSessionCutShortByTheUpdateIsNotGoneOnWith() throws Exception {
    startBeforeTheUpdate();
    int[] looks = new int[1];
    assertEquals(Trainings.Ending.INTERRUPTED, session(former, Trainings.HAND, () -> looks[0]++ > 20));
    SessionRow cut = habits.learning().session();
    assertEquals(SessionRow.State.RUNNING.name(), cut.state);
    Trainings now = app.container().wordTrainings();
    session(now, Trainings.IDLE, () -> false);
    String factory = habits.onTraining(now::factory);
    assertEquals(factory, habits.learning().session().base);
    assertEquals(SessionRow.State.CANCELLED.name(),
        habits.onTraining(() -> app.container().sessions().find(cut.id)).state);
    List<Version> versions = habits.onTraining(() -> now.versions());
    assertTrue("nothing came of the former", versions.stream()
        .noneMatch(version -> version.parent().isPresent() && version.parent().get().toString().equals(formerFactory)));
  }
}
