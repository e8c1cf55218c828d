package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class RClassesTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private RClasses classes;

  @Before
  public void linkTheApp() throws IOException {
    Path linked = Files.writeString(path("R.txt"), "int id first 0x7f010000\nint id second 0x7f010001\n");
    classes = new RClasses(SymbolTable.read(linked));
    classes.addApp("the.app");
  }

  @Test
  public void givesTheAppAllNamesAndLibrariesOfOnePackageTheirs() throws IOException {
    classes.addLibrary(library("a", "package='the.widgets'", "int id first 0x0"));
    classes.addLibrary(library("b", "package='the.widgets'", "int id second 0x0"));
    classes.write(path("out"));
    assertTrue(source("the/app").contains("second = 0x7f010001"));
    assertTrue(source("the/widgets").contains("first = 0x7f010000"));
    assertTrue(source("the/widgets").contains("second = 0x7f010001"));
  }

  @Test
  public void writesNothingForALibraryWithoutResources() throws IOException {
    classes.addLibrary(library("a", "package='the.widgets'", ""));
    classes.write(path("out"));
    assertFalse(Files.exists(path("out/the/widgets")));
  }

  @Test
  public void leavesAnUnchangedSourceUntouched() throws IOException {
    classes.write(path("out"));
    Path file = path("out/the/app/R.java");
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, old);
    classes.write(path("out"));
    assertEquals(old, Files.getLastModifiedTime(file));
  }

  @Test
  public void namesTheManifestThatNamesNoPackage() {
    IOException failure = assertThrows(IOException.class,
        () -> classes.addLibrary(library("a", "", "int id first 0x0")));
    assertTrue(failure.getMessage(), failure.getMessage().endsWith("the manifest names no package"));
  }

  private Aar library(String name, String attribute, String symbols) throws IOException {
    return Aar.unpack(Zips.write(path(name + ".aar"),
        "AndroidManifest.xml", "<manifest " + attribute + "/>", "R.txt", symbols), path(name));
  }

  private String source(String packagePath) throws IOException {
    return Files.readString(path("out/" + packagePath + "/R.java"));
  }

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }
}
