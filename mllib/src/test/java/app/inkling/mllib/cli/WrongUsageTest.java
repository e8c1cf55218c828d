package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Wrong options and files end with a sentence that says what to change, never with a stack trace. */
public class WrongUsageTest {
  private static final int FILE = 1;
  private static final int USAGE = 2;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path root;
  private String out;
  private String corpus;
  private String text;
  private String notUtf8;

  @Before
  public void write() throws IOException {
    root = folder.getRoot().toPath();
    out = root.resolve("out").toString();
    text = Files.write(root.resolve("text"), List.of("hello world how are you", "fine thanks")).toString();
    notUtf8 = Files.write(root.resolve("bytes"), new byte[] {'h', 'i', '\n', (byte) 0xff}).toString();
    Path texts = folder.newFolder("corpus").toPath();
    Files.copy(Path.of(text), texts.resolve("one.txt"));
    corpus = texts.toString();
  }

  private static void fails(int exitCode, List<String> said, String... arguments) {
    Tool tool = Tool.run(arguments);
    String told = Arrays.toString(arguments) + ":\n" + tool.err;
    assertEquals(told, exitCode, tool.exitCode);
    for (String part : said) {
      assertTrue(told + "\nsays nothing of " + part, tool.err.contains(part));
    }
    assertFalse(told, tool.err.contains("\tat "));
  }

  private void trainingFails(int exitCode, List<String> said, String... more) {
    List<String> all = new ArrayList<>(List.of("text", "train", "--corpus", corpus, "--out", out));
    all.addAll(List.of(more));
    fails(exitCode, said, all.toArray(new String[0]));
    assertFalse(Files.exists(Path.of(out, "keyboard.inkling")));
  }

  @Test
  public void aNumberThatAnOptionCannotHaveIsNamedWithItsOption() {
    trainingFails(USAGE, List.of("--updates: wants at least 0, got -1"), "--updates", "-1");
    trainingFails(USAGE, List.of("--list-size: wants at least 1, got 0"), "--list-size", "0");
    trainingFails(USAGE, List.of("--words: wants 1 to 60000, got 60001"), "--words", "60001");
    trainingFails(USAGE, List.of("--learning-rate: wants a number above 0, got NaN"), "--learning-rate",
        "NaN");
    trainingFails(USAGE, List.of("--weight one: wants a number of at least 0.0, got -2.0"), "--weight",
        "one=-2");
    trainingFails(USAGE, List.of("--weight one: ", "NaN"), "--weight", "one=NaN");
    fails(USAGE, List.of("--dropout: wants 0 to below 1, got 1.5"), "text", "translate", "--pairs", text,
        "--out", out,
        "--dropout", "1.5");
    fails(USAGE, List.of("--per-class: wants at least 1, got 0"), "digits", "personalise", "--strokes", text,
        "--per-class", "0");
  }

  @Test
  public void aTrainingThatDivergesSaysWhatMayHelp() {
    trainingFails(FILE, List.of("NaN", "Lower the learning rate"), "--learning-rate", "1e30", "--units", "4",
        "--features", "4", "--updates", "20");
  }

  @Test
  public void aWeightForNoFileIsRefused() {
    trainingFails(USAGE, List.of("--weight two: no file in", corpus), "--weight", "two=2");
  }

  @Test
  public void tooFewCandidatesAreRefusedBeforeTheTraining() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      words.append("a").append(i).append(" and\n");
    }
    Path train = Files.writeString(root.resolve("train"), words);
    fails(USAGE, List.of("--candidates: wants 0 or more than 700, got 5"), "text", "benchmark", "--train",
        train.toString(), "--valid", text, "--candidates", "5", "--out", out);
  }

  @Test
  public void whatIsNoTextIsSaidToBeNone() throws IOException {
    fails(FILE, List.of(notUtf8, "wanted UTF-8 text"), "text", "evaluate", "--sentences", notUtf8);
    fails(FILE, List.of(notUtf8, "UTF-8"), "text", "benchmark", "--train", notUtf8, "--valid", text);
    Files.copy(Path.of(notUtf8), Path.of(corpus, "two.txt"));
    trainingFails(FILE, List.of("two.txt", "UTF-8"));
    String empty = Files.createFile(root.resolve("empty")).toString();
    fails(FILE, List.of(empty, "sentences, one a line"), "text", "evaluate", "--sentences", empty);
    fails(FILE, List.of(empty, "columns author and text", "got an empty file"), "text", "personalise",
        "--messages",
        empty);
    String packed = Files.write(root.resolve("packed"), new byte[] {0x1f, (byte) 0x8b}).toString();
    fails(FILE, List.of(packed, "whole gzip data"), "text", "evaluate", "--sentences", packed);
  }

  @Test
  public void aFolderInAFilesPlaceIsNamedAndSoIsAFileInAFolders() {
    fails(FILE, List.of(corpus + ": wanted a file, got a folder"), "text", "evaluate", "--sentences", corpus);
    fails(FILE, List.of(corpus, "got a folder"), "digits", "evaluate", "--model", corpus, "--not-digits",
        "1:1");
    fails(FILE, List.of(corpus + ": "), "export", "--out", corpus);
    fails(FILE, List.of(text + ": is a file; wants a folder"), "text", "train", "--corpus", text, "--out",
        out);
    fails(FILE, List.of(root.toString(), "*.txt.gz", "none of them"), "text", "vectors", "--method", "glove",
        "--corpus", root.toString());
  }

  @Test
  public void tooLittleToLearnFromOrToMeasureOnIsSaid() throws IOException {
    fails(USAGE, List.of("--corpus " + corpus, "too short"), "text", "vectors", "--method", "skipgram",
        "--corpus",
        corpus);
    String messages = Files.write(root.resolve("few"), List.of("author\ttext", "a\thi there")).toString();
    fails(USAGE, List.of("--messages", "behind the first 100"), "text", "personalise", "--messages",
        messages);
    String blank = Files.write(root.resolve("blank"),
        List.of("writer\tdigit\twidth\theight\tstrokes", "w1\t3\t500\t500\t")).toString();
    fails(USAGE, List.of("has no drawing of a digit"), "digits", "personalise", "--strokes", blank);
    fails(USAGE, List.of("has no drawing of a digit"), "digits", "numbers", "--strokes", blank);
  }
}
