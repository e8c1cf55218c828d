package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.Test;

public final class InstrumentationReportTest {
  private static final String RUN = """
      INSTRUMENTATION_STATUS: class=a.PadTest
      INSTRUMENTATION_STATUS: current=1
      INSTRUMENTATION_STATUS: test=draws
      INSTRUMENTATION_STATUS_CODE: 1
      INSTRUMENTATION_STATUS: class=a.PadTest
      INSTRUMENTATION_STATUS: test=draws
      INSTRUMENTATION_STATUS_CODE: 0
      INSTRUMENTATION_STATUS: class=a.PadTest
      INSTRUMENTATION_STATUS: test=clears
      INSTRUMENTATION_STATUS_CODE: 1
      INSTRUMENTATION_STATUS: class=a.PadTest
      INSTRUMENTATION_STATUS: stack=java.lang.AssertionError: not empty
      	at a.PadTest.clears(PadTest.java:7)
      INSTRUMENTATION_STATUS: test=clears
      INSTRUMENTATION_STATUS_CODE: -2
      """;

  @Test
  public void countsTestsAndQuotesFailures() throws IOException {
    InstrumentationReport report = InstrumentationReport.parse(RUN + "INSTRUMENTATION_CODE: -1\n");
    assertEquals(2, report.tests());
    assertEquals(List.of("a.PadTest.clears\njava.lang.AssertionError: not empty\n"
        + "\tat a.PadTest.clears(PadTest.java:7)"), report.failures());
  }

  @Test
  public void isNoSuccessWhenTheProcessDied() {
    IOException failure = assertThrows(IOException.class, () -> InstrumentationReport.parse(
        RUN + "INSTRUMENTATION_RESULT: shortMsg=Process crashed.\nINSTRUMENTATION_CODE: 0\n"));
    assertTrue(failure.getMessage(), failure.getMessage().contains("broke off after 2 tests"));
    assertTrue(failure.getMessage(), failure.getMessage().contains("Process crashed"));
  }
}
