package app.inkling.mllib.cli;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.tflite.TfliteFile;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DigitsTrainCommandTest {
  private static final String IMAGES = TestData.mnist("replay_images").toString();
  private static final String LABELS = TestData.mnist("replay_labels").toString();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void leavesAWholeModelAndPrintsOverallFiguresLast() throws Exception {
    Path out = folder.getRoot().toPath().resolve("made/by/it");
    Tool tool = train(out, "--hold-out-images", "300:500", "--threads", "2");
    assertEquals(tool.err, 0, tool.exitCode);
    assertEquals(List.of("digits.inkling", "digits.tflite", "digits.tflite.sha256", "training.log"),
        files(out));
    DigitModel model = DigitModel.load(out.resolve("digits.inkling"));
    assertArrayEquals(TfliteFile.read(out.resolve("digits.tflite")), model.toTflite());
    List<String> names = new ArrayList<>(tool.figures().keySet());
    assertEquals(List.of("examples", "error_percent", "accuracy_percent", "refused_percent", "ece_percent"),
        names.subList(names.size() - 5, names.size()));
    assertEquals(200, tool.figure("held_out_images.examples"), 0);
    assertEquals("285 images, 0 drawings, 1 epochs, seed 1", tool.figures().get("trained_with"));
    assertTrue(tool.figure("training_loss") > 0);

    Tool evaluated = Tool.run("digits", "evaluate", "--model", out.resolve("digits.inkling").toString(),
        "--images", IMAGES,
        "--labels", LABELS, "--range", "300:500");
    assertEquals(tool.figures().get("accuracy_percent"), evaluated.figures().get("accuracy_percent"));
    assertEquals(tool.figures().get("ece_percent"), evaluated.figures().get("ece_percent"));
  }

  @Test
  public void exportWritesTheSameFileAgain() throws Exception {
    Path out = folder.getRoot().toPath();
    assertEquals(0, train(out).exitCode);
    Tool tool = Tool.run("export", "--model", out.resolve("digits.inkling").toString(), "--out",
        out.resolve("a/again.tflite").toString());
    assertEquals(tool.err, 0, tool.exitCode);
    assertArrayEquals(Files.readAllBytes(out.resolve("digits.tflite")),
        TfliteFile.read(out.resolve("a/again.tflite")));
    assertEquals(TfliteFile.sha256(Files.readAllBytes(out.resolve("digits.tflite"))),
        tool.figures().get("sha256"));
  }

  @Test
  public void leavesNothingHalfWrittenWhereItCannotWrite() throws Exception {
    Path file = folder.newFile("taken").toPath();
    Tool tool = train(file);
    assertEquals(1, tool.exitCode);
    assertTrue(tool.err, tool.err.contains("taken"));
    assertFalse(tool.err, tool.err.contains("\tat "));
    assertEquals(0, Files.size(file));
    Tool below = train(file.resolve("below"));
    assertEquals(1, below.exitCode);
    assertFalse(below.err, below.err.contains("\tat "));
  }

  @Test
  public void refusesToGoOnWithAnotherTraining() throws Exception {
    Path out = folder.getRoot().toPath();
    Files.write(out.resolve("training.inkling"), new byte[] {1, 2, 3});
    Tool tool = train(out);
    assertEquals(1, tool.exitCode);
    assertTrue(tool.err, tool.err.contains("training.inkling"));
    assertFalse("the model is not touched", Files.exists(out.resolve("digits.inkling")));
  }

  @Test
  public void rejectsImpossibleOptionsBeforeAnyWork() {
    assertUsage("--hold-out-images 400:501 goes beyond the 500 images", "--hold-out-images", "400:501");
    assertUsage("is no range A:B", "--hold-out-images", "9:3");
    assertUsage("50 images are left", "--hold-out-images", "50:500");
    assertUsage("no drawing of --hold-out-writers w99", "--hold-out-writers", "w99");
    assertUsage("--epochs: wants at least 1, got 0", "--epochs", "0");
    assertUsage("--seed", "--seed", "one");
    assertUsage("expected one of [plain, vector]", "--kernels", "fast");
  }

  @Test
  public void recordsTheKernelsItTrainedWith() throws Exception {
    for (String kernels : List.of("plain", "vector")) {
      Path out = folder.getRoot().toPath().resolve(kernels);
      Tool tool = train(out, "--kernels", kernels);
      assertEquals(tool.err, 0, tool.exitCode);
      assertEquals(kernels,
          Section.text(Checkpoint.read(out.resolve("digits.inkling")), Checkpoint.KERNELS));
    }
  }

  @Test
  public void helpNamesEveryOptionAndCommand() {
    Tool main = Tool.run("--help");
    assertEquals(0, main.exitCode);
    assertTrue(main.out, main.out.contains("digits") && main.out.contains("export")
        && main.out.contains("Exit codes"));
    Tool train = Tool.run("digits", "train", "--help");
    for (String option : List.of("--images", "--labels", "--strokes", "--hold-out-images",
        "--hold-out-writers", "--epochs", "--seed",
        "--threads", "--kernels", "--out")) {
      assertTrue(option, train.out.contains(option));
    }
    Tool none = Tool.run("digits", "nonsense");
    assertEquals(2, none.exitCode);
  }

  private static Tool train(Path out, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("digits", "train", "--images", IMAGES, "--labels", LABELS, "--out",
        out.toString()));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--epochs")) {
      arguments.addAll(List.of("--epochs", "1"));
    }
    return Tool.run(arguments.toArray(new String[0]));
  }

  private void assertUsage(String message, String... more) {
    Path out = folder.getRoot().toPath().resolve("never");
    Tool tool = train(out, more);
    assertEquals(tool.err, 2, tool.exitCode);
    assertTrue(tool.err, tool.err.contains(message));
    assertFalse(Files.exists(out));
  }

  private static List<String> files(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
