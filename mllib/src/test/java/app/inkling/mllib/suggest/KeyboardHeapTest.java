package app.inkling.mllib.suggest;

import static org.junit.Assert.assertEquals;

import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.suggest.learning.NetworkFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The shipped keyboard with all that goes on beside typing fits into the heap it is allowed: 48 MB. */
public class KeyboardHeapTest {
  private static final Path FILE = Path.of("src/models/keyboard.inkling");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** With a small young generation: of that a part is kept free for copying, whatever the keyboard needs. */
  @Test
  public void twoLearnedVersionsTakeOverOneAfterTheOtherWithin48Megabytes() throws Exception {
    Path learned = folder.getRoot().toPath().resolve("learned.inkling");
    Path later = folder.getRoot().toPath().resolve("later.inkling");
    WordNet network = KeyboardModel.load(FILE).network();
    NetworkFile.write(network).write(learned);
    network.network().bias().value().rows()[0][0] += 0.5f;
    NetworkFile.write(network).write(later);
    assertEquals("you station you station you station",
        OwnJvm.run(List.of("-Xmx48m", "-Xmn4m"), KeyboardLife.class, FILE, learned, later).trim());
  }
}
