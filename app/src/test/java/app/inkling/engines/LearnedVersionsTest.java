package app.inkling.engines;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import android.app.Application;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.mllib.tflite.TfliteFile;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.testing.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/** Which learned version is used when files are damaged: the nearest whole one that was ever accepted. */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class LearnedVersionsTest {
  private static final String KIND = ModelVersionRow.WORDS;

  @Rule
  public final TemporaryFolder folder = new TemporaryFolder();

  private final AppExecutors executors = AppExecutors.create();
  private final InklingDatabase database =
      InklingDatabase.open(ApplicationProvider.getApplicationContext(), executors.disk());
  private final ModelVersions versions = new ModelVersions(database);
  private LearnedVersions<String> learned;
  private String shipped;

  @Before
  public void learn() throws IOException {
    learned = new LearnedVersions<>(KIND, versions, folder.getRoot().toPath(), (row, checkpoint) -> {
      if (row.id.equals("unreadable")) {
        throw new IOException("of another kind");
      }
      return new String(checkpoint.section("id"), StandardCharsets.UTF_8);
    });
    shipped = inBackground(() -> versions.registerShipped(KIND, "models/words", "00", "", 1));
  }

  @After
  public void close() {
    Waiting.close(executors, database);
  }

  @Test
  public void theOneInUseIsReadAsLongAsItIsWhole() throws IOException {
    assertNull("nothing was learned", inBackground(learned::inUse));
    add("first", shipped, true);
    add("second", "first", true);
    use("second");
    assertEquals("second", inBackground(learned::inUse));
    assertNull(damaged());
  }

  @Test
  public void aDamagedOneGivesWayToItsNearestAncestorThatIsWholeAndWasAccepted() throws IOException {
    add("first", shipped, true);
    add("second", "first", true);
    add("rejected", "second", false);
    add("unreadable", "rejected", true);
    add("last", "unreadable", true);
    use("last");
    damage("last");
    damage("second");
    assertEquals("first", inBackground(learned::inUse));
    assertEquals("first", inBackground(() -> versions.active(KIND)).id);
    assertEquals("last", damaged());
  }

  @Test
  public void aRejectedOneIsUsedWhenSomebodyChoseIt() throws IOException {
    add("rejected", shipped, false);
    use("rejected");
    assertEquals("rejected", inBackground(learned::inUse));
  }

  @Test
  public void theOneThatCameWithTheAppTakesOverAtLast() throws IOException {
    add("first", shipped, true);
    use("first");
    Files.delete(folder.getRoot().toPath().resolve(checksum("first") + ".inkling"));
    assertNull(inBackground(learned::inUse));
    inBackground(() -> {
      learned.useShipped(shipped);
      return null;
    });
    assertEquals(shipped, inBackground(() -> versions.active(KIND)).id);
    assertEquals("first", damaged());
  }

  /** A version whose file holds its own name. */
  private void add(String id, String parent, boolean accepted) throws IOException {
    ModelVersionRow row = new ModelVersionRow();
    row.id = id;
    row.kind = KIND;
    row.parent = parent;
    row.sha256 = checksum(id);
    row.file = row.sha256 + ".inkling";
    row.origin = ModelVersionRow.TRAINED;
    row.accepted = accepted;
    Files.write(folder.getRoot().toPath().resolve(row.file), file(id));
    inBackground(() -> {
      versions.add(List.of(row), List.of());
      return null;
    });
  }

  private void use(String id) {
    inBackground(() -> {
      versions.use(KIND, id, 2);
      return null;
    });
  }

  private void damage(String id) throws IOException {
    Files.write(folder.getRoot().toPath().resolve(checksum(id) + ".inkling"), new byte[] {1});
  }

  private String damaged() {
    return Waiting.value(learned.damage(), executors);
  }

  private static String checksum(String id) {
    return TfliteFile.sha256(file(id));
  }

  private static byte[] file(String id) {
    return new Checkpoint().with("id", id.getBytes(StandardCharsets.UTF_8)).toBytes();
  }

  private <T> T inBackground(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    executors.disk().execute(() -> result.set(work.get()));
    Waiting.settle(executors);
    return result.get();
  }
}
