package app.inkling.product;

import java.nio.file.Path;

/** What this build made, by the directory in the system property {@code product.directory}. */
final class Product {
  static final Path DIRECTORY = Path.of(System.getProperty("product.directory"));
  static final Path APP_SOURCES = DIRECTORY.resolveSibling("src");
  static final Path SHIPPED_MODELS = DIRECTORY.resolve("../../mllib/src/models").normalize();
  static final Path LIBRARY_JARS = DIRECTORY.resolve("../../mllib/target").normalize();

  private Product() {}

  static Apk shrunk() {
    return new Apk(DIRECTORY.resolve("inkling.apk"));
  }

  /** As {@link #shrunk}, for 64-bit ARM alone. */
  static Apk arm64() {
    return new Apk(DIRECTORY.resolve("inkling-arm64.apk"));
  }

  static Apk debuggable() {
    return new Apk(DIRECTORY.resolve("inkling-debug.apk"));
  }

  static Apk tests() {
    return new Apk(DIRECTORY.resolve("inkling-test.apk"));
  }
}
