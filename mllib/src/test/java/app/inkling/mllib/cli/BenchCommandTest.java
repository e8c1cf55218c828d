package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

public class BenchCommandTest {
  private static final Pattern ENGINE_LINE = Pattern.compile("engine=(?<engine>\\S+) model=\\S+ "
      + "p50_us=(?<p50>[0-9.]+) p95_us=(?<p95>[0-9.]+) max_difference=(?<difference>\\S+) "
      + "chosen=(true|false)");

  @Test
  public void printsEveryFigureByItsName() {
    Tool bench = Tool.run("bench", "--seconds", "0.05");
    assertEquals(bench.err, 0, bench.exitCode);
    List<String> names = new ArrayList<>(bench.figures().keySet());
    names.remove("rss_mb"); // where the system tells
    assertEquals(List.of("W1.examples_per_second", "W2.examples_per_second", "W3.words_per_second",
        "W4.W1.p50_us", "W4.W2.p50_us", "W4.W3.p50_us", "W5.512.gflops", "W5.128x784x32.gflops", "start_ms"), names);
    for (Map.Entry<String, String> figure : bench.figures().entrySet()) {
      assertTrue(figure.toString(), Double.parseDouble(figure.getValue()) > 0);
    }
  }

  @Test
  public void measuresTheOneWorkloadAskedFor() {
    Tool bench = Tool.run("bench", "--seconds", "0.05", "--workload", "W1", "--threads", "2", "--kernels",
        "plain");
    assertEquals(bench.err, 0, bench.exitCode);
    assertTrue(bench.out, bench.figures().containsKey("W1.examples_per_second"));
    assertTrue(bench.out, !bench.figures().containsKey("W2.examples_per_second"));
  }

  @Test
  public void comparesEnginesOnEveryShippedModel() {
    Tool bench = Tool.run("bench", "--engines", "--seconds", "0.1");
    assertEquals(bench.err, 0, bench.exitCode);
    List<String> lines = bench.out.lines().toList();
    List<String> engines = new ArrayList<>();
    for (String line : lines) {
      Matcher figures = ENGINE_LINE.matcher(line);
      assertTrue(line, figures.matches());
      engines.add(figures.group("engine"));
      assertTrue(line, Double.parseDouble(figures.group("p50")) > 0);
      assertTrue(line, Double.parseDouble(figures.group("p95")) >= Double.parseDouble(figures.group("p50")));
      assertTrue(line, Double.parseDouble(figures.group("difference")) <= 1e-5);
    }
    assertEquals(1, lines.stream().filter(line -> line.contains("model=digits")
        && line.endsWith("chosen=true")).count());
    assumeTrue("needs TensorFlow Lite for Linux on x86_64", lines.size() > 1);
    assertEquals(List.of("java", "tflite-cpu", "tflite-builtin"), engines.subList(0, 3));
  }

  @Test
  public void refusesThreadsThatCannotShareABatch() {
    Tool bench = Tool.run("bench", "--threads", "3");
    assertEquals(2, bench.exitCode);
    assertTrue(bench.err, bench.err.contains("3 threads can't share batches of 16 evenly"));
  }

  @Test
  public void refusesTimesOutOfRange() {
    Tool bench = Tool.run("bench", "--seconds", "0");
    assertEquals(2, bench.exitCode);
    assertTrue(bench.err, bench.err.contains("wants 0.01 to 60 for --seconds, got 0.0"));
  }
}
