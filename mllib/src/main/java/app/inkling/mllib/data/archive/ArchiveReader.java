package app.inkling.mllib.data.archive;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks an archive from anywhere into an empty folder, and refuses it as a whole if anything is wrong: a
 * newer version, a name that leads out of the folder or comes twice, more than the limits allow, a checksum
 * that fails, a part too many or too few, a missing end. Nothing of a refused archive stays. What the parts
 * hold is checked by those who read them.
 */
public final class ArchiveReader {
  private final String source;
  private final ArchiveLimits limits;
  private final BooleanSupplier cancelled;

  /**
   * @param source name of the file, for errors
   * @param cancelled true once reading should stop; may be set from any thread
   */
  public ArchiveReader(String source, ArchiveLimits limits, BooleanSupplier cancelled) {
    this.source = source;
    this.limits = limits;
    this.cancelled = cancelled;
  }

  /**
   * What an archive holds.
   *
   * @param about its first entry, without format and version
   * @param folder where its parts are, under their names
   * @param parts their names, in the archive's order
   */
  public record Unpacked(Map<String, String> about, Path folder, List<String> parts) {
    public Path file(String part) {
      if (!parts.contains(part)) {
        throw new IllegalArgumentException("Unpacked: there is no part \"" + part + "\"");
      }
      return folder.resolve(part);
    }
  }

  /**
   * Unpacks and verifies all parts.
   *
   * @param in the archive; not closed
   * @param folder empty or not there yet; gone again if this fails
   * @throws FormatException the archive is not to be trusted, in one sentence
   * @throws IOException the disk is full or fails, or it was cancelled
   */
  public Unpacked unpack(InputStream in, Path folder) throws IOException {
    requireEmpty(folder);
    try {
      return new Unpacking(folder).all(new ZipInputStream(in, StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException failed) {
      deleteAll(folder);
      if (failed instanceof ZipException || failed instanceof EOFException
          || failed instanceof IllegalArgumentException) {
        throw new FormatException(source, "a whole zip file", "a broken one (" + failed.getMessage() + ")");
      }
      throw failed;
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new IllegalArgumentException("ArchiveReader: " + folder
            + " is not empty; wants an empty folder");
      }
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      List<Path> inside = new ArrayList<>();
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(inside::add);
      }
      for (Path file : inside) {
        deleteAll(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  /** One archive on its way. */
  private final class Unpacking {
    private final Path folder;
    private final Map<String, String> checksums = new LinkedHashMap<>();
    private long left = limits.allBytes();

    Unpacking(Path folder) {
      this.folder = folder;
    }

    Unpacked all(ZipInputStream zip) throws IOException {
      ZipEntry first = zip.getNextEntry();
      if (first == null || !first.getName().equals(ArchiveFormat.ABOUT)) {
        throw new FormatException(source, "an Inkling archive, beginning with " + ArchiveFormat.ABOUT,
            first == null ? "no zip file" : "a zip file that begins with another entry");
      }
      Map<String, String> about = about(new String(bytes(zip, ArchiveFormat.ABOUT), StandardCharsets.UTF_8));
      List<String> parts = new ArrayList<>();
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.equals(ArchiveFormat.CHECKSUMS)) {
          verify(new String(bytes(zip, name), StandardCharsets.UTF_8));
          if (zip.getNextEntry() != null) {
            throw new FormatException(source, "the end after " + ArchiveFormat.CHECKSUMS, "another entry");
          }
          return new Unpacked(about, folder, parts);
        }
        part(zip, name);
        parts.add(name);
      }
      throw new FormatException(source, ArchiveFormat.CHECKSUMS + " at the end",
          "none; the archive was cut short");
    }

    private Map<String, String> about(String text) throws FormatException {
      Map<String, String> about = new LinkedHashMap<>();
      for (String line : text.split("\n")) {
        int equals = line.indexOf('=');
        if (equals >= 0) {
          about.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
      String format = about.remove(ArchiveFormat.FORMAT);
      String version = about.remove(ArchiveFormat.VERSION_NAME);
      if (!ArchiveFormat.FORMAT_NAME.equals(format) || version == null
          || !version.matches("[1-9][0-9]{0,8}")) {
        throw new FormatException(source, ArchiveFormat.FORMAT + "=" + ArchiveFormat.FORMAT_NAME
            + " and a version",
            "format " + format + ", version " + version);
      }
      if (Integer.parseInt(version) > ArchiveFormat.VERSION) {
        throw new FormatException(source, "version " + ArchiveFormat.VERSION + " at most", "version "
            + version
            + "; it was written by a newer Inkling, update this one");
      }
      return about;
    }

    private void part(ZipInputStream zip, String name) throws IOException {
      if (!ArchiveFormat.isName(name)) {
        throw new FormatException(source, "parts with plain names", "\"" + shown(name) + "\"");
      }
      if (checksums.size() > limits.parts()) {
        throw new FormatException(source, "at most " + limits.parts() + " parts", "more");
      }
      Path file = folder.resolve(name).normalize();
      if (!file.startsWith(folder.normalize()) || Files.exists(file)) {
        throw new FormatException(source, "each part once, below one folder", "\"" + name + "\"");
      }
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        copy(zip, name, out);
      }
    }

    private byte[] bytes(ZipInputStream zip, String name) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      copy(zip, name, bytes);
      return bytes.toByteArray();
    }

    /** Copies the entry, counting what really comes: the sizes that a zip claims are anyone's. */
    private void copy(ZipInputStream zip, String name, OutputStream out) throws IOException {
      MessageDigest digest = Sha256.digest();
      byte[] buffer = new byte[1 << 14];
      long size = 0;
      for (int got = zip.read(buffer); got >= 0; got = zip.read(buffer)) {
        size += got;
        left -= got;
        if (size > limits.partBytes() || left < 0) {
          throw new FormatException(source, "parts of at most " + limits.partBytes()
              + " bytes, together at most "
              + limits.allBytes(), "more in \"" + name + "\"");
        }
        if (cancelled.getAsBoolean()) {
          throw new IOException(source + ": reading was cancelled");
        }
        digest.update(buffer, 0, got);
        out.write(buffer, 0, got);
      }
      checksums.put(name, Sha256.hex(digest.digest()));
    }

    private void verify(String lines) throws FormatException {
      Map<String, String> wanted = new LinkedHashMap<>();
      for (String line : lines.split("\n")) {
        if (!line.matches("[0-9a-f]{64}  [a-z0-9._/-]+")
            || wanted.put(line.substring(66), line.substring(0, 64)) != null) {
          throw new FormatException(source + ", " + ArchiveFormat.CHECKSUMS,
              "a checksum and a name on each line, each once",
              "\"" + shown(line) + "\"");
        }
      }
      checksums.remove(ArchiveFormat.CHECKSUMS);
      for (Map.Entry<String, String> part : checksums.entrySet()) {
        if (!part.getValue().equals(wanted.remove(part.getKey()))) {
          throw new FormatException(source, "\"" + part.getKey()
              + "\" with the checksum that the archive names",
              "another, or none; the archive is damaged");
        }
      }
      if (!wanted.isEmpty()) {
        throw new FormatException(source, "the part \"" + wanted.keySet().iterator().next() + "\"",
            "none; the archive is damaged");
      }
    }

    private String shown(String text) {
      String plain = text.replaceAll("[^ -~]", "?");
      return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
    }
  }
}
