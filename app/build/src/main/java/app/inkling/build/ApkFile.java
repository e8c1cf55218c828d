package app.inkling.build;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes the entries of an APK, not yet aligned and signed. Same contents, same bytes: all entries bear one
 * date.
 *
 * <p>Stored, never compressed: what Android maps straight from the file, that is native libraries, and
 * whatever the linked resources already had stored.
 */
final class ApkFile implements Closeable {
  /** The oldest date that a zip can hold. */
  static final LocalDateTime TIMESTAMP = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path file;
  private final ZipOutputStream out;
  private final Set<String> names = new HashSet<>();
  private int dexFiles;

  ApkFile(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.file = file;
    this.out = new ZipOutputStream(Files.newOutputStream(file));
  }

  /** Copies manifest, resources and assets from aapt2's result, stored where they were stored. */
  void addLinked(Path linked) throws IOException {
    try (ZipFile zip = new ZipFile(linked.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        add(entry.getName(), read(zip, entry), entry.getMethod() == ZipEntry.STORED);
      }
    }
  }

  /** Adds the dex files of {@code archive}, numbered on from those already there. */
  void addDex(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (int i = 1; ; i++) {
        ZipEntry entry = zip.getEntry(dexName(i));
        if (entry == null) {
          return;
        }
        add(dexName(++dexFiles), read(zip, entry), false);
      }
    }
  }

  /** Adds the {@link JavaResources} of {@code archives}. */
  void addJavaResources(List<Path> archives) throws IOException {
    for (Map.Entry<String, byte[]> resource : JavaResources.of(archives).entrySet()) {
      add(resource.getKey(), resource.getValue(), false);
    }
  }

  /** Adds the libraries in {@code aar} for {@code abi}, if it has any. */
  void addNativeLibraries(Aar aar, String abi) throws IOException {
    Path directory = aar.nativeLibraries().resolve(abi);
    for (Path library : FileTrees.files(directory)) {
      if (library.toString().toLowerCase(Locale.ROOT).endsWith(".so")) {
        add("lib/" + abi + "/" + FileTrees.entryName(directory, library), Files.readAllBytes(library), true);
      }
    }
  }

  void add(String name, byte[] content, boolean stored) throws IOException {
    if (!names.add(name)) {
      throw new IOException(file.getFileName() + ": two files want to be " + name);
    }
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIMESTAMP);
    if (stored) {
      CRC32 checksum = new CRC32();
      checksum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(checksum.getValue());
    }
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static String dexName(int number) {
    return number == 1 ? "classes.dex" : "classes" + number + ".dex";
  }

  private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
