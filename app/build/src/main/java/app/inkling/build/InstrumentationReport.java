package app.inkling.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code am instrument -r} says of a run.
 *
 * @param tests how many tests ran to an end, ignored ones not counted
 * @param failures one entry per failed test: its name, then the stack trace
 */
record InstrumentationReport(int tests, List<String> failures) {
  private static final Pattern STATUS = Pattern.compile("(?m)^INSTRUMENTATION_STATUS_CODE: (-?\\d+)");
  private static final int PASSED = 0;
  private static final int ERROR = -1;
  private static final int FAILURE = -2;
  /** The final code of a run that came to its end: Android's {@code Activity.RESULT_OK}. */
  private static final Pattern COMPLETE = Pattern.compile("(?m)^INSTRUMENTATION_CODE: -1\\b");

  /** @throws IOException when the run broke off, as when the process died, with what was said last */
  static InstrumentationReport parse(String output) throws IOException {
    int tests = 0;
    List<String> failures = new ArrayList<>();
    Matcher status = STATUS.matcher(output);
    int start = 0;
    while (status.find()) {
      String block = output.substring(start, status.start());
      start = status.end();
      int code = Integer.parseInt(status.group(1));
      if (code == PASSED || code == ERROR || code == FAILURE) {
        tests++;
      }
      if (code == ERROR || code == FAILURE) {
        failures.add(value(block, "class") + "." + value(block, "test") + "\n" + value(block, "stack"));
      }
    }
    if (!COMPLETE.matcher(output).find()) {
      throw new IOException("The instrumented tests broke off after " + tests + " tests:\n"
          + output.substring(start).strip());
    }
    return new InstrumentationReport(tests, failures);
  }

  private static String value(String block, String key) {
    String line = "(?ms)^INSTRUMENTATION_STATUS: " + key + "=(.*?)(?=^INSTRUMENTATION_|\\z)";
    Matcher matcher = Pattern.compile(line).matcher(block);
    return matcher.find() ? matcher.group(1).strip() : "?";
  }
}
