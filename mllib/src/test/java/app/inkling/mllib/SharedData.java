package app.inkling.mllib;

import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of data sets that lies beside the checkout, or where {@code inkling.data} says. */
public final class SharedData {
  private SharedData() {}

  /** A file of the folder, such as {@code lm-benchmarks/ptb.train.txt.gz}; without it the test is skipped. */
  public static Path file(String name) {
    String folder = System.getProperty("inkling.data", System.getenv("INKLING_DATA"));
    Path data = folder != null ? Path.of(folder) : module().resolve("../../shared/data").normalize();
    Path file = data.resolve(name);
    assumeTrue("needs " + file + ", which is not here", Files.isRegularFile(file));
    return file;
  }

  private static Path module() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("src/models")) ? here : here.resolve("mllib");
  }
}
