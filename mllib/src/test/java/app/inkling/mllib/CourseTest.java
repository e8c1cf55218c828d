package app.inkling.mllib;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** The map of the course names nothing that isn't there, and leaves no lesson out. */
public class CourseTest {
  private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9.]+)`");
  private static final Path LESSONS = Path.of("src/examples/java/app/inkling/mllib/examples");

  /** Cells of each line of the table. */
  private static List<String[]> lines() throws IOException {
    List<String[]> lines = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/course.md"))) {
      if (line.startsWith("| ") && !line.startsWith("| line ")) {
        lines.add(line.substring(2).split(" *\\| *"));
      }
    }
    assertTrue("only " + lines.size() + " lines", lines.size() > 20);
    return lines;
  }

  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(cell);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Path source(String root, String name) {
    return Path.of(root, "app/inkling/mllib/" + name.replace('.', '/') + ".java");
  }

  @Test
  public void everyLineHasAClassATestAndALessonThatExist() throws IOException {
    for (String[] line : lines()) {
      assertEquals(line[0] + " wants five cells", 5, line.length);
      List<String> classes = names(line[2]);
      List<String> tests = names(line[3]);
      assertTrue(line[0] + " has no class", !classes.isEmpty());
      assertTrue(line[0] + " has no test", !tests.isEmpty());
      for (String name : classes) {
        assertTrue(line[0] + ": " + name, Files.exists(source("src/main/java", name)));
      }
      for (String name : tests) {
        assertTrue(line[0] + ": " + name, Files.exists(source("src/test/java", name)));
      }
      assertTrue(line[0] + ": " + line[4], lessons().containsAll(List.of(line[4].split(" "))));
    }
  }

  @Test
  public void noLineOfTheCourseIsInTwoLinesAndNoLessonInNone() throws IOException {
    Set<String> ids = new TreeSet<>();
    Set<String> shown = new TreeSet<>();
    for (String[] line : lines()) {
      for (String id : line[0].split(", ")) {
        assertTrue(id + " twice", ids.add(id));
      }
      shown.addAll(List.of(line[4].split(" ")));
    }
    assertEquals(lessons(), shown);
  }

  private static Set<String> lessons() throws IOException {
    try (Stream<Path> files = Files.list(LESSONS)) {
      Set<String> lessons = new TreeSet<>();
      files.map(file -> file.getFileName().toString()).filter(name -> name.matches("E\\d\\d.*"))
          .forEach(name -> lessons.add(name.substring(0, 3)));
      return lessons;
    }
  }
}
