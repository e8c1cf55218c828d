package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeFile;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.tensor.Rng;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DigitsPersonaliseCommandTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Test
  public void printsTheFiguresOfEachWriterAndThenOfAll() throws IOException {
    Path strokes = strokes("ann", "bob");
    Tool tool = Tool.run("digits", "personalise", "--strokes", strokes.toString(), "--per-class", "1");
    assertEquals(tool.err, 0, tool.exitCode);
    List<String> names = tool.out.lines().map(line -> line.substring(0, line.indexOf('='))).toList();
    List<String> figures = List.of("learned_from", "measured_on", "errors_before", "errors_after",
        "error_reduction_percent", "general_accuracy_before_percent", "general_accuracy_after_percent",
        "accepted_percent",
        "seconds");
    List<String> wanted = new ArrayList<>();
    for (String head : List.of("writer", "writer", "writers")) {
      wanted.add(head);
      wanted.addAll(figures);
    }
    assertEquals(wanted, names);
    assertTrue(tool.out, tool.out.startsWith("writer=ann\n") && tool.out.contains("\nwriter=bob\n"));
    assertEquals("the last figures count", 40, tool.figure("measured_on"), 0);
    assertEquals(20, tool.figure("learned_from"), 0);
    assertEquals(100, tool.figure("general_accuracy_before_percent"), 1);
  }

  @Test
  public void measuresOnlyTheWritersAskedFor() throws IOException {
    Path strokes = strokes("ann", "bob");
    Tool tool = Tool.run("digits", "personalise", "--strokes", strokes.toString(), "--per-class", "3",
        "--writers", "bob");
    assertEquals(0, tool.exitCode);
    assertEquals("nothing is left to measure on", 0, tool.figure("measured_on"), 0);
    assertEquals("0.00", tool.figures().get("error_reduction_percent"));

    Tool unknown = Tool.run("digits", "personalise", "--strokes", strokes.toString(), "--writers", "cy,bob");
    assertEquals(2, unknown.exitCode);
    assertTrue(unknown.err, unknown.err.contains("no drawing of a digit of cy"));
    assertEquals(2, Tool.run("digits", "personalise", "--strokes", strokes.toString(), "--per-class", "0")
        .exitCode);
  }

  /** Three drawings of each digit by each writer. */
  private Path strokes(String... writers) throws IOException {
    List<LabelledDrawing> drawings = new ArrayList<>();
    for (String writer : writers) {
      Rng random = new Rng(writer.hashCode());
      for (int i = 0; i < 30; i++) {
        drawings.add(new LabelledDrawing(writer, i % 10,
            new StrokeVariation(0.8f).vary(Glyphs.styles(i % 10).get(0).drawing(random, 3), random)));
      }
    }
    Path file = temporary.newFile().toPath();
    try (Writer out = Files.newBufferedWriter(file)) {
      StrokeFile.write(out, drawings);
    }
    return file;
  }
}
