package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.SharedData;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Half an hour or so: models of text on the Penn Treebank, held to their goals.
 */
public class TextBenchmarkLongTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void comesAsFarOnThePennTreebankAsItDid() {
    Tool tool = Tool.run("text", "benchmark", "--kernels", "vector",
        "--train", SharedData.file("lm-benchmarks/ptb.train.txt.gz").toString(),
        "--valid", SharedData.file("lm-benchmarks/ptb.valid.txt.gz").toString(),
        "--out", folder.getRoot().toString());
    assertEquals(tool.err, 0, tool.exitCode);
    Map<String, String> figures = tool.figures();
    assertEquals(figures.toString(), 10_000, tool.figure("words"), 0);
    assertEquals(figures.toString(), 148, tool.figure("kn5_perplexity"), 2);
    assertTrue(figures.toString(), tool.figure("parameters") < 5e6);
    assertTrue(figures.toString(), tool.figure("lstm_perplexity") <= 108);
    assertTrue(figures.toString(), tool.figure("mixture_perplexity") <= 98);
  }
}
