package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class DexerTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void dexesOnceAndAgainOnlyAfterAChange() throws IOException {
    Dexer dexer = new Dexer(Zips.write(path("android.jar"), "version", "none"), 26);
    Path output = path("dex/app.zip");
    assertTrue(dexer.dex(List.of(jar("a.jar", Fingerprint.class)), List.of(), true, output));
    assertEquals(Set.of("classes.dex"), Zips.read(output).keySet());
    assertFalse(dexer.dex(List.of(path("a.jar")), List.of(), true, output));
    assertTrue(dexer.dex(List.of(jar("a.jar", AssetRoot.class)), List.of(), true, output));
  }

  @Test
  public void quotesWhatTheToolRefused() throws IOException {
    Dexer dexer = new Dexer(Zips.write(path("android.jar"), "version", "none"), 26);
    Path broken = Zips.write(path("broken.jar"), "a/A.class", "no class file");
    IOException failure = assertThrows(IOException.class,
        () -> dexer.dex(List.of(broken), List.of(), true, path("dex/broken.zip")));
    assertTrue(failure.getMessage(), failure.getMessage().contains("a/A.class"));
    assertFalse(Files.exists(path("dex/broken.zip.inputs")));
  }

  private Path jar(String name, Class<?> content) throws IOException {
    String entry = content.getName().replace('.', '/') + ".class";
    try (InputStream in = content.getResourceAsStream("/" + entry)) {
      return Zips.write(path(name), entry, in.readAllBytes());
    }
  }

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }
}
