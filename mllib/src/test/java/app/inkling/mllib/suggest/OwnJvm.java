package app.inkling.mllib.suggest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a class of the tests in a fresh JVM, as what a process starts with can be measured nowhere else. */
final class OwnJvm {
  private OwnJvm() {}

  /** What the class wrote, after it ended well. */
  static String run(List<String> options, Class<?> main, Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertTrue(said, process.waitFor(120, TimeUnit.SECONDS));
    assertEquals(said, 0, process.exitValue());
    return said;
  }
}
