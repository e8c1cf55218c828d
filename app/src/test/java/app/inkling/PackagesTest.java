package app.inkling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** Packages depend one way, and features never on each other; each says what it is for. */
public final class PackagesTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "app", "inkling");

  /** The app's packages that each may import; mllib's and libraries' are free. */
  private static final Map<String, Set<String>> ARROWS = Map.of(
      "common", Set.of(),
      "data", Set.of("common"),
      "engines", Set.of("common", "data"),
      "suggest", Set.of("common", "data", "engines"),
      "digits", Set.of("common", "data", "engines"),
      "keyboard", Set.of("common", "data", "engines", "suggest"),
      "settings", Set.of("common", "data", "engines"),
      "training", Set.of("common", "data", "engines"));

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?app\\.inkling\\.([a-z]+)\\.", Pattern.MULTILINE);

  @Test
  public void packagesImportOnlyWhatTheyMay() throws IOException {
    List<String> wrong = new ArrayList<>();
    int files = 0;
    for (Map.Entry<String, Set<String>> arrow : ARROWS.entrySet()) {
      for (Path file : javaFiles(SOURCES.resolve(arrow.getKey()))) {
        files++;
        Matcher imports = IMPORT.matcher(Files.readString(file));
        while (imports.find()) {
          String imported = imports.group(1);
          boolean own = imported.equals("mllib") || imported.equals(arrow.getKey());
          if (!own && !arrow.getValue().contains(imported)) {
            wrong.add(file.getFileName() + " imports " + imported);
          }
        }
      }
    }
    assertTrue("no sources found below " + SOURCES.toAbsolutePath(), files > 20);
    assertEquals(List.of(), wrong);
  }

  @Test
  public void everyPackageIsKnownHereAndSaysWhatItIsFor() throws IOException {
    try (Stream<Path> entries = Files.list(SOURCES)) {
      for (Path directory : entries.filter(Files::isDirectory).toList()) {
        assertTrue(directory + " has no arrows", ARROWS.containsKey(directory.getFileName().toString()));
        assertTrue(directory + " has no package-info.java",
            Files.exists(directory.resolve("package-info.java")));
      }
    }
  }

  private static List<Path> javaFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
