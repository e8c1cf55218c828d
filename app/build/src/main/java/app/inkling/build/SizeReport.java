package app.inkling.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What makes an APK as large as it is. A part is a file as it lies in the package, compressed or not; the
 * many small ones of a directory of resources count as one part, and so does what the package itself costs.
 */
final class SizeReport {
  private static final int NAMED = 10;
  /** Directories of many small files. */
  private static final List<String> JOINED = List.of("res/", "META-INF/", "kotlin/");
  private static final String PACKAGING = "(directory, alignment, signature)";

  /** @param bytes in the package */
  record Part(String name, long bytes) {}

  private final String apk;
  private final long bytes;
  private final List<Part> parts;

  private SizeReport(String apk, long bytes, List<Part> parts) {
    this.apk = apk;
    this.bytes = bytes;
    this.parts = parts;
  }

  static SizeReport of(Path apk) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    long all = 0;
    try (ZipFile zip = new ZipFile(apk.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        sizes.merge(part(entry.getName()), entry.getCompressedSize(), Long::sum);
        all += entry.getCompressedSize();
      }
    }
    sizes.put(PACKAGING, Files.size(apk) - all);
    List<Part> parts = new ArrayList<>();
    sizes.forEach((name, size) -> parts.add(new Part(name, size)));
    parts.sort(Comparator.comparingLong(Part::bytes).reversed());
    return new SizeReport(apk.getFileName().toString(), Files.size(apk), parts);
  }

  /** All parts, the largest first; together they are the whole file. */
  List<Part> parts() {
    return parts;
  }

  /** The whole, the ten largest parts and the rest, a line for each: bytes, share, name. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(bytes, apk));
    long rest = bytes;
    for (Part part : largest()) {
      lines.add(line(part.bytes(), part.name()));
      rest -= part.bytes();
    }
    lines.add(line(rest, "(all others)"));
    return lines;
  }

  /** The same in one line. */
  String summary() {
    List<String> named = new ArrayList<>();
    for (Part part : largest()) {
      named.add(part.name() + " " + part.bytes());
    }
    return apk + ": " + bytes + " bytes, of which " + String.join(", ", named);
  }

  private List<Part> largest() {
    return parts.subList(0, Math.min(NAMED, parts.size()));
  }

  private String line(long size, String name) {
    return String.format(Locale.ROOT, "%10d %5.1f %% %s", size, 100.0 * size / bytes, name);
  }

  private static String part(String entry) {
    return JOINED.stream().filter(entry::startsWith).findFirst().orElse(entry);
  }
}
