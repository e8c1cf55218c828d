package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class AssetsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void putsEachRootWhereItBelongsAndForgetsWhatIsGone() throws IOException {
    File models = folder.newFolder("models");
    Files.writeString(models.toPath().resolve("digits.tflite"), "model");
    Files.writeString(models.toPath().resolve("README.md"), "about");
    Path staged = folder.newFolder("staged").toPath();
    Files.writeString(staged.resolve("stale"), "old");
    AssetRoot root = new AssetRoot(models, "models", List.of("README.md"));
    Assets.stage(List.of(), List.of(root), staged);
    assertEquals(List.of(staged.resolve("models/digits.tflite")), FileTrees.files(staged));
  }

  @Test
  public void refusesTwoFilesForOnePlace() throws IOException {
    File first = folder.newFolder("first");
    File second = folder.newFolder("second");
    Files.writeString(first.toPath().resolve("a"), "1");
    Files.writeString(second.toPath().resolve("a"), "2");
    List<AssetRoot> roots =
        List.of(new AssetRoot(first, "", List.of()), new AssetRoot(second, "", List.of()));
    Path staged = folder.getRoot().toPath().resolve("staged");
    IOException refusal = assertThrows(IOException.class, () -> Assets.stage(List.of(), roots, staged));
    assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("Asset a comes from "));
  }
}
