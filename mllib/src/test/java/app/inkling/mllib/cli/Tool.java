package app.inkling.mllib.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One run of the tool in this process: its exit code and what it printed. */
final class Tool {
  final int exitCode;
  final String out;
  final String err;

  private Tool(int exitCode, String out, String err) {
    this.exitCode = exitCode;
    this.out = out;
    this.err = err;
  }

  static Tool run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
    return new Tool(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Figures by name, the last of each. */
  Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    for (String line : out.split("\\R")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        figures.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return figures;
  }

  double figure(String name) {
    String value = figures().get(name);
    if (value == null) {
      throw new AssertionError("no figure " + name + " in:\n" + out + err);
    }
    return Double.parseDouble(value);
  }
}
