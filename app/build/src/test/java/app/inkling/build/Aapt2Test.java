package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class Aapt2Test {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void compilesAndLinksResourcesWithModelsStored() throws IOException {
    Path root = folder.getRoot().toPath();
    Aapt2 aapt2 = Aapt2.unpack(root.resolve("tools"));
    Path linked = link(aapt2, "<resources><string name='hello'>Hello</string></resources>");
    try (ZipFile zip = new ZipFile(linked.toFile())) {
      assertEquals(ZipEntry.STORED, zip.getEntry("assets/model.tflite").getMethod());
    }
    assertTrue(Files.readString(root.resolve("R.txt")).startsWith("int string hello 0x7f"));
  }

  @Test
  public void quotesWhatIsWrongWithAResource() throws IOException {
    Aapt2 aapt2 = Aapt2.unpack(folder.getRoot().toPath().resolve("tools"));
    IOException failure = assertThrows(IOException.class,
        () -> link(aapt2, "<resources><string name='hello'>@string/missing</string></resources>"));
    assertTrue(failure.getMessage(), failure.getMessage().contains("string/missing"));
  }

  @Test
  public void picksTheBinaryForTheMachine() {
    assertEquals("/prebuilt/linux/aapt2", Aapt2.binaryResource("Linux"));
    assertEquals("/prebuilt/macosx/aapt2", Aapt2.binaryResource("Mac OS X"));
    assertEquals("/prebuilt/windows/aapt2.exe", Aapt2.binaryResource("Windows 11"));
  }

  private Path link(Aapt2 aapt2, String values) throws IOException {
    Path root = folder.getRoot().toPath();
    Path resources = Files.createDirectories(root.resolve("res/values")).getParent();
    Files.writeString(resources.resolve("values/values.xml"), values);
    Files.writeString(root.resolve("AndroidManifest.xml"), "<manifest package='a.b'/>");
    Path assets = Files.createDirectories(root.resolve("assets"));
    Files.writeString(assets.resolve("model.tflite"), "a".repeat(1000));
    aapt2.compile(resources, root.resolve("compiled/app.zip"));
    Path linked = root.resolve("linked.ap_");
    aapt2.link(root.resolve("AndroidManifest.xml"), List.of(root.resolve("compiled/app.zip")), assets, linked,
        root.resolve("R.txt"), List.of());
    return linked;
  }
}
