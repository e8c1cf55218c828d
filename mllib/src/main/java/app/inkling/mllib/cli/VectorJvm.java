package app.inkling.mllib.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This tool once more, in a JVM with the vector kernels' module, which {@code java -jar} leaves out. */
final class VectorJvm {
  private VectorJvm() {}

  /** Runs a command there, with this JVM's options. Returns its exit code. */
  static int run(PrintWriter out, String... arguments) throws IOException {
    return run(out, ManagementFactory.getRuntimeMXBean().getInputArguments(), arguments);
  }

  /** The same with these options of the JVM. */
  static int run(PrintWriter out, List<String> options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("--add-modules", KernelSets.VECTOR_MODULE, "-cp",
        System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.println(line);
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while another JVM ran " + List.of(arguments), e);
    } finally {
      process.destroy();
    }
  }
}
