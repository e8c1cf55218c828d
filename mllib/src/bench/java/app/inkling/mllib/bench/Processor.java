package app.inkling.mllib.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux tells about this machine's processor. */
final class Processor {
  private static final Path FACTS = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** The model's name, or the architecture's where the system doesn't tell. */
  static String name() throws IOException {
    String name = fact("model name");
    return name.isEmpty() ? System.getProperty("os.arch") : name;
  }

  /** @param instructions as Linux calls them, such as {@code avx2} */
  static boolean has(String instructions) throws IOException {
    return List.of(fact("flags").split(" ")).contains(instructions);
  }

  private static String fact(String key) throws IOException {
    if (!Files.isReadable(FACTS)) {
      return "";
    }
    return Files.readAllLines(FACTS).stream().filter(line -> line.startsWith(key)).findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).trim()).orElse("");
  }
}
