package app.inkling.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program to its end and collects what it says. */
final class Command {
  private Command() {}

  /**
   * @param exitCode 0 means success
   * @param output standard output and standard error, as they came
   */
  record Result(int exitCode, String output) {}

  static Result run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Result(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command.get(0), e);
    }
  }

  /**
   * Runs {@code command} and answers with its output.
   *
   * @throws IOException that names {@code what} and quotes the output, when the program fails
   */
  static String require(String what, List<String> command) throws IOException {
    Result result = run(command);
    if (result.exitCode() != 0) {
      throw new IOException(
          what + " failed with exit code " + result.exitCode() + ":\n" + result.output().strip());
    }
    return result.output();
  }
}
