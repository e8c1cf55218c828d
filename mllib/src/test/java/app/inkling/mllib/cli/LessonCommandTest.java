package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** Every lesson is listed, runs, and finds its own claims to hold. */
public class LessonCommandTest {
  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/examples/java/app/inkling/mllib/examples"))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("E\\d\\d.*\\.java"))
          .map(name -> name.substring(0, name.length() - 5)).sorted().toList();
    }
  }

  @Test
  public void listsEveryLessonThereIs() throws IOException {
    Tool list = Tool.run("lesson");
    assertEquals(list.err, 0, list.exitCode);
    List<String> listed = list.out.lines().map(line -> line.split(" +")[0] + line.split(" +")[1]).toList();
    assertEquals(files(), listed);
  }

  @Test
  public void everyLessonsClaimsHold() throws IOException {
    for (String lesson : files()) {
      Tool run = Tool.run("lesson", lesson);
      assertEquals(lesson + ": " + run.err, 0, run.exitCode);
      assertTrue(lesson + " prints nothing", run.out.lines().count() > 0);
    }
  }

  @Test
  public void knowsLessonsByNumberAndByName() {
    String byNumber = Tool.run("lesson", "e16").out;
    assertEquals(byNumber, Tool.run("lesson", "neighbours").out);
    assertTrue(byNumber, byNumber.contains("man is to king as girl is to princess"));
  }

  @Test
  public void refusesALessonThatThereIsNot() {
    Tool run = Tool.run("lesson", "E99");
    assertEquals(2, run.exitCode);
    assertTrue(run.err, run.err.contains("There is no lesson \"E99\"; wants E01 to"));
  }
}
