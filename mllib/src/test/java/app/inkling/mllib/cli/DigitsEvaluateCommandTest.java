package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.SharedData;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyph;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeFile;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.tensor.Rng;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DigitsEvaluateCommandTest {
  private static final String IMAGES = TestData.mnist("measuring_images").toString();
  private static final String LABELS = TestData.mnist("measuring_labels").toString();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Locale locale = Locale.getDefault();

  @After
  public void restoreLocale() {
    Locale.setDefault(locale);
  }

  @Test
  public void printsTheFiguresOfTheShippedModelOnImagesOverallOnesLast() {
    Tool tool = Tool.run("digits", "evaluate", "--images", IMAGES, "--labels", LABELS);
    assertEquals(tool.err, 0, tool.exitCode);
    assertEquals(List.of("engine", "examples", "error_percent", "accuracy_percent", "refused_percent",
        "ece_percent",
        "examples_per_second"), new ArrayList<>(tool.figures().keySet()));
    assertEquals(500, tool.figure("examples"), 0);
    assertTrue(tool.out, tool.figure("accuracy_percent") >= 99);
    assertEquals(100, tool.figure("accuracy_percent") + tool.figure("error_percent"), 1e-9);
    assertTrue(tool.out, tool.figure("refused_percent") <= 3);
    assertTrue(tool.out, tool.figure("ece_percent") < 2);
  }

  @Test
  public void figuresAreTheSameUnderAGermanLocale() {
    Tool english = Tool.run("digits", "evaluate", "--images", IMAGES, "--labels", LABELS, "--range", "10:60");
    Locale.setDefault(Locale.GERMANY);
    Tool german = Tool.run("digits", "evaluate", "--images", IMAGES, "--labels", LABELS, "--range", "10:60");
    assertEquals(0, german.exitCode);
    assertFalse(german.out, german.out.contains(","));
    assertEquals(english.figures().get("ece_percent"), german.figures().get("ece_percent"));
    assertEquals(50, german.figure("examples"), 0);
  }

  @Test
  public void tensorFlowLiteGivesTheFiguresOfTheJavaEngine() {
    Tool java = Tool.run("digits", "evaluate", "--images", IMAGES, "--labels", LABELS);
    Tool tflite = Tool.run("digits", "evaluate", "--images", IMAGES, "--labels", LABELS, "--engine",
        "tflite");
    assertEquals(tflite.err, 0, tflite.exitCode);
    assertEquals("tflite-cpu", tflite.figures().get("engine"));
    assertEquals(java.figures().get("accuracy_percent"), tflite.figures().get("accuracy_percent"));
    assertEquals(java.figures().get("refused_percent"), tflite.figures().get("refused_percent"));
  }

  @Test
  public void readsStrokesOfTheWritersAskedFor() throws Exception {
    Path strokes = strokes();
    Tool all = Tool.run("digits", "evaluate", "--strokes", strokes.toString());
    assertEquals(all.err, 0, all.exitCode);
    assertEquals(200, all.figure("examples"), 0);
    assertTrue(all.out, all.figure("accuracy_percent") >= 97);
    assertTrue(all.out, all.figure("refused_percent") <= 4);
    Tool one = Tool.run("digits", "evaluate", "--strokes", strokes.toString(), "--writers", "anna");
    assertEquals(100, one.figure("examples"), 0);
    Tool nobody = Tool.run("digits", "evaluate", "--strokes", strokes.toString(), "--writers", "anna,carl");
    assertEquals(2, nobody.exitCode);
    assertTrue(nobody.err, nobody.err.contains("no drawing of carl"));
  }

  @Test
  public void refusesWhatIsNoDigit() {
    Tool tool = Tool.run("digits", "evaluate", "--not-digits", "3:400");
    assertEquals(tool.err, 0, tool.exitCode);
    assertEquals(400, tool.figure("not_digits"), 0);
    assertTrue(tool.out, tool.figure("not_digits_refused_percent") >= 90);
    assertFalse("no accuracy of nothing", tool.figures().containsKey("accuracy_percent"));
  }

  @Test
  public void wantsOneKindOfExamples() {
    assertUsage("wants one of --images with --labels, --strokes, --not-digits", "digits", "evaluate");
    assertUsage("wants one of", "digits", "evaluate", "--images", IMAGES);
    assertUsage("wants one of", "digits", "evaluate", "--images", IMAGES, "--labels", LABELS, "--not-digits",
        "1:1");
    assertUsage("--range goes with --images", "digits", "evaluate", "--not-digits", "1:1", "--range", "0:1");
  }

  @Test
  public void rejectsImpossibleRanges() {
    assertUsage("--range 400:501 goes beyond the 500 images", "digits", "evaluate", "--images", IMAGES,
        "--labels", LABELS,
        "--range", "400:501");
    for (String range : new String[] {"5:5", "7:3", "-1:4", "1", "a:b", "1:2:3", "1:99999999999"}) {
      assertUsage("\"" + range + "\" is no range A:B", "digits", "evaluate", "--images", IMAGES, "--labels",
          LABELS, "--range=" + range);
    }
  }

  @Test
  public void namesFileAndOffsetOfATruncatedImageFile() throws Exception {
    byte[] plain;
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(Path.of(IMAGES)))) {
      plain = in.readAllBytes();
    }
    Path cut = Files.write(folder.getRoot().toPath().resolve("cut.idx"), Arrays.copyOf(plain, 1000));
    Tool tool = Tool.run("digits", "evaluate", "--images", cut.toString(), "--labels", LABELS);
    assertEquals(1, tool.exitCode);
    assertEquals("", tool.out);
    assertTrue(tool.err, tool.err.contains("cut.idx, byte 1000: wanted 392000 values"));
  }

  @Test
  public void refusesACheckpointWithAFlippedBitAndAFileThatIsNone() throws Exception {
    byte[] model =
        DigitsEvaluateCommandTest.class.getResourceAsStream("/models/digits.inkling").readAllBytes();
    for (int offset : new int[] {3, 40, model.length / 2, model.length - 1}) {
      byte[] flipped = model.clone();
      flipped[offset] ^= 0x10;
      Path file = Files.write(folder.getRoot().toPath().resolve("flipped.inkling"), flipped);
      Tool tool = Tool.run("digits", "evaluate", "--model", file.toString(), "--not-digits", "1:1");
      assertEquals("bit flipped at " + offset, 1, tool.exitCode);
      assertTrue(tool.err, tool.err.contains("flipped.inkling"));
      assertFalse(tool.err, tool.err.contains("\tat "));
    }
    Tool missing = Tool.run("digits", "evaluate", "--model", "nowhere.inkling", "--not-digits", "1:1");
    assertEquals(1, missing.exitCode);
    assertTrue(missing.err, missing.err.contains("nowhere.inkling: there is no such file"));
  }

  @Test
  public void shippedModelKeepsItsFiguresOnAllValidationImagesAndWriters() {
    Tool images = Tool.run("digits", "evaluate", "--images",
        SharedData.file("mnist/train-images-idx3-ubyte.gz").toString(),
        "--labels", SharedData.file("mnist/train-labels-idx1-ubyte.gz").toString(), "--range", "55000:60000");
    assertEquals(images.err, 0, images.exitCode);
    assertTrue(images.out, images.figure("accuracy_percent") >= 99.2);
    assertTrue(images.out, images.figure("ece_percent") < 2);
    assertTrue(images.out, images.figure("refused_percent") <= 2);
    Tool strokes = Tool.run("digits", "evaluate", "--strokes",
        SharedData.file("pen-digits/pen-digits-strokes.tsv.gz").toString(),
        "--writers", "w25,w26,w27,w28,w29,w30");
    assertTrue(strokes.out, strokes.figure("accuracy_percent") >= 97.5);
    assertTrue(strokes.out, strokes.figure("refused_percent") <= 2);
  }

  private static void assertUsage(String message, String... arguments) {
    Tool tool = Tool.run(arguments);
    assertEquals(tool.err, 2, tool.exitCode);
    assertTrue(tool.err, tool.err.contains(message));
    assertEquals("", tool.out);
  }

  /** Every digit in ten hands, for two writers. */
  private Path strokes() throws Exception {
    List<LabelledDrawing> drawings = new ArrayList<>();
    Rng random = new Rng(11);
    for (String writer : List.of("anna", "bob")) {
      for (int digit = 0; digit < 10; digit++) {
        List<Glyph> styles = Glyphs.styles(digit);
        for (int i = 0; i < 10; i++) {
          Drawing drawing = new StrokeVariation(0.6f).vary(styles.get(i % styles.size()).drawing(), random);
          drawings.add(new LabelledDrawing(writer, digit, drawing));
        }
      }
    }
    Path file = folder.getRoot().toPath().resolve("strokes.tsv");
    try (Writer out = Files.newBufferedWriter(file)) {
      StrokeFile.write(out, drawings);
    }
    return file;
  }
}
