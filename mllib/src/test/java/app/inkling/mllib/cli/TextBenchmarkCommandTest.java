package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TextBenchmarkCommandTest {
  private static final String[] LINES = {"the cat sat on the mat", "the dog sat on the <unk>", "", "a N cat"};

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path train;
  private Path valid;

  @Before
  public void writeTexts() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      lines.add(LINES[i * 7 % 5 % LINES.length]);
    }
    train = Files.write(folder.getRoot().toPath().resolve("train.txt"), lines);
    valid = Files.write(folder.getRoot().toPath().resolve("valid.txt"), lines.subList(0, 40));
  }

  private Tool benchmark(String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("text", "benchmark", "--train", train.toString(),
        "--valid", valid.toString(), "--out", folder.getRoot().toPath().resolve(out).toString(),
        "--units", "8"));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--epochs")) {
      arguments.addAll(List.of("--epochs", "3"));
    }
    return Tool.run(arguments.toArray(new String[0]));
  }

  @Test
  public void printsItsFiguresAndTheSameAgainFromWhatItSaved() {
    Tool tool = benchmark("once", "--test", valid.toString());
    assertEquals(tool.err, 0, tool.exitCode);
    assertEquals(10, tool.figure("words"), 0);
    double best = Math.min(tool.figure("kn5_perplexity"), tool.figure("lstm_perplexity"));
    assertTrue(tool.out, best > 1 && best < 10 && tool.figure("words_per_second") > 0);
    assertTrue(tool.out, tool.figure("mixture_perplexity") <= 1.05 * best);
    assertEquals(tool.figure("lstm_perplexity"), tool.figure("test_lstm_perplexity"), 0);

    Tool again = benchmark("once", "--dynamic", "0.1");
    assertEquals(again.err, 0, again.exitCode);
    assertTrue(again.out, again.figure("dynamic_lstm_perplexity") < tool.figure("lstm_perplexity"));
    assertFalse("it trained anew", again.figures().containsKey("epoch"));
    assertEquals(tool.figure("mixture_perplexity"), again.figure("mixture_perplexity"), 0);
  }

  @Test
  public void anotherTextInTheSameFolderBeginsAnew() throws Exception {
    Tool first = benchmark("shared");
    List<String> lines = Files.readAllLines(train);
    Collections.reverse(lines);
    Files.write(train, lines);
    Tool other = benchmark("shared");
    assertEquals(other.err, 0, other.exitCode);
    assertTrue("it trained", other.figures().containsKey("epoch"));
    Collections.reverse(lines);
    Files.write(train, lines);
    Tool again = benchmark("shared");
    assertFalse("the first is still there", again.figures().containsKey("epoch"));
    assertEquals(first.figure("lstm_perplexity"), again.figure("lstm_perplexity"), 0);
  }

  @Test
  public void countsAlone() {
    Tool tool = benchmark("counts", "--epochs", "0", "--test", valid.toString());
    assertEquals(tool.err, 0, tool.exitCode);
    assertEquals(tool.out, "[words, kn5_perplexity, test_kn5_perplexity]",
        tool.figures().keySet().toString());
    assertEquals(tool.figure("kn5_perplexity"), tool.figure("test_kn5_perplexity"), 0);
  }

  @Test
  public void sameSeedSameBytesAndAnotherCellByItsName() throws Exception {
    Tool tool = benchmark("one", "--cell", "gru");
    assertEquals(tool.err, 0, tool.exitCode);
    assertTrue(tool.out, tool.figure("gru_perplexity") > 1);
    Tool other = benchmark("other", "--cell", "GRU");
    assertEquals(tool.figure("gru_perplexity"), other.figure("gru_perplexity"), 0);
  }

  @Test
  public void saysWhatItWants() throws Exception {
    assertEquals(2, benchmark("bad", "--dropout", "1").exitCode);
    Files.writeString(train, "a line\n");
    Tool tool = benchmark("short");
    assertEquals(tool.err, 2, tool.exitCode);
    assertTrue(tool.err, tool.err.contains("wants at least 40"));
  }
}
