package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class AarTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void joinsClassesLibsAndAssetsInOneJar() throws IOException {
    Path archive = Zips.write(path("a.aar"),
        "AndroidManifest.xml", "<manifest/>",
        "classes.jar", Zips.of("a/A.class", "from classes"),
        "libs/inner.jar", Zips.of("b/B.class", "from libs", "a/A.class", "too late"),
        "assets/words.txt", "hello");
    Aar aar = Aar.unpack(archive, path("out"));
    assertEquals(Map.of("a/A.class", "from classes", "b/B.class", "from libs", "assets/words.txt", "hello"),
        Zips.read(aar.classes()));
    assertTrue(Files.exists(aar.manifest()));
  }

  @Test
  public void hasAnEmptyJarWhereTheArchiveHasNoClasses() throws IOException {
    Aar aar = Aar.unpack(Zips.write(path("a.aar"), "AndroidManifest.xml", "<manifest/>"), path("out"));
    assertEquals(Map.of(), Zips.read(aar.classes()));
  }

  @Test
  public void leavesAnUnchangedArchiveUnpacked() throws IOException {
    Path archive = Zips.write(path("a.aar"), "R.txt", "int id a 0x0");
    Aar aar = Aar.unpack(archive, path("out"));
    Files.writeString(aar.root().resolve("witness"), "still here");
    Aar.unpack(archive, path("out"));
    assertTrue(Files.exists(aar.root().resolve("witness")));
  }

  @Test
  public void unpacksAnewWhenTheArchiveChanged() throws IOException {
    Path before = Zips.write(path("a.aar"), "proguard.txt", "-keep class A", "R.txt", "");
    Aar aar = Aar.unpack(before, path("out"));
    Aar.unpack(Zips.write(path("a.aar"), "R.txt", "int id a 0x0"), path("out"));
    assertFalse(Files.exists(aar.shrinkerRules()));
    assertEquals("int id a 0x0", Files.readString(aar.symbols()));
  }

  @Test
  public void refusesEntriesThatLeadOutside() throws IOException {
    Path archive = Zips.write(path("a.aar"), "../evil", "x");
    IOException refusal = assertThrows(IOException.class, () -> Aar.unpack(archive, path("out")));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("../evil leads outside"));
  }

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }
}
