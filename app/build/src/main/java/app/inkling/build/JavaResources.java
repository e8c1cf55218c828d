package app.inkling.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of jars that are no classes and that code may ask its class loader for: service files, tables,
 * properties.
 *
 * <p>What only builds and lawyers read stays out, as with Google's own build. Service files of the same name
 * are joined.
 */
final class JavaResources {
  private static final Pattern LEFT_OUT = Pattern.compile(
      ".*\\.class|.*\\.dex|assets/.*"
          + "|META-INF/(MANIFEST\\.MF|INDEX\\.LIST|[^/]*\\.(SF|RSA|DSA|EC|kotlin_module))"
          + "|META-INF/(maven|proguard|com\\.android\\.tools|versions|native-image)/.*"
          + "|META-INF/(.*/)?(LICENSE|NOTICE|DEPENDENCIES|license|notice)[^/]*|META-INF/(CHANGES|README)[^/]*"
          + "|(LICENSE|NOTICE)[^/]*|DebugProbesKt\\.bin");

  private final Map<String, byte[]> files = new TreeMap<>();

  /**
   * Collects from {@code archives}. Of two files that differ under one name the first wins, as on a class
   * path.
   */
  static Map<String, byte[]> of(List<Path> archives) throws IOException {
    JavaResources resources = new JavaResources();
    for (Path archive : archives) {
      try (ZipFile zip = new ZipFile(archive.toFile())) {
        for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
          if (!LEFT_OUT.matcher(entry.getName()).matches()) {
            try (InputStream in = zip.getInputStream(entry)) {
              resources.add(entry.getName(), in.readAllBytes());
            }
          }
        }
      }
    }
    return resources.files;
  }

  private void add(String name, byte[] content) {
    byte[] before = files.get(name);
    if (before == null) {
      files.put(name, content);
    } else if (name.startsWith("META-INF/services/") && !Arrays.equals(before, content)) {
      files.put(name, join(before, content));
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.write('\n');
    joined.writeBytes(second);
    return joined.toByteArray();
  }
}
