package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.suggest.SmallKeyboard;
import app.inkling.mllib.tflite.TfliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ExportCommandTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void writesTheDigitModelInEachPrecision() throws Exception {
    long full = Files.size(Path.of("src/models/digits.tflite"));
    assertEquals(full, export(), 0);
    assertEquals(0.5, export("--precision", "float16") / full, 0.04);
    assertEquals(0.25, export("--precision", "dynamic-int8") / full, 0.04);
    assertEquals(0.25, export("--precision", "int8") / full, 0.04);
  }

  @Test
  public void calibratesOnTheImagesGiven() throws Exception {
    Path images = folder.newFile("images").toPath();
    byte[] file = new byte[16 + 3 * 784];
    file[2] = 8;
    file[3] = 3;
    file[7] = 3;
    file[11] = 28;
    file[15] = 28;
    Files.write(images, file);
    double blank = export("--precision", "int8", "--calibration", images.toString());
    assertTrue(blank > 100_000);
    Files.write(images, new byte[100]);
    Tool damaged = run("--precision", "int8", "--calibration", images.toString());
    assertEquals(1, damaged.exitCode);
    assertTrue(damaged.err, damaged.err.startsWith(images.toString()));
  }

  @Test
  public void writesOneStepOfTheKeyboardsNetwork() throws Exception {
    Path keyboard = folder.getRoot().toPath().resolve("keyboard.inkling");
    SmallKeyboard.model(true).toCheckpoint().write(keyboard);
    assertTrue(export("--model", keyboard.toString(), "--precision", "dynamic-int8") < 20_000);
    SmallKeyboard.model(false).toCheckpoint().write(keyboard);
    Tool without = run("--model", keyboard.toString());
    assertEquals(1, without.exitCode);
    assertTrue(without.err, without.err.contains("wants one with a network"));
    Tool integers = run("--model", keyboard.toString(), "--precision", "int8");
    assertEquals(2, integers.exitCode);
    assertTrue(integers.err, integers.err.contains("use --precision dynamic-int8"));
  }

  @Test
  public void saysWhatPrecisionsThereAre() {
    Tool wrong = run("--precision", "int4");
    assertEquals(2, wrong.exitCode);
    assertTrue(wrong.err, wrong.err.contains("[float32, float16, dynamic-int8, int8], got \"int4\""));
    Tool useless = run("--calibration", "images");
    assertEquals(2, useless.exitCode);
    assertTrue(useless.err, useless.err.startsWith("--calibration is for --precision int8 alone"));
  }

  /** @return bytes of the file */
  private double export(String... options) throws Exception {
    Tool tool = run(options);
    assertEquals(tool.err, 0, tool.exitCode);
    byte[] file = TfliteFile.read(out());
    assertEquals(TfliteFile.sha256(file), tool.figures().get("sha256"));
    assertEquals(file.length, tool.figure("bytes"), 0);
    return file.length;
  }

  private Tool run(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "export";
    all[1] = "--out";
    all[2] = out().toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return Tool.run(all);
  }

  private Path out() {
    return folder.getRoot().toPath().resolve("a/model.tflite");
  }
}
