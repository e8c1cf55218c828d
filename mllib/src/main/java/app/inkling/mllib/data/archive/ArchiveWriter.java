package app.inkling.mllib.data.archive;

import app.inkling.mllib.data.Sha256;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an archive part by part.
 *
 * <pre>{@code
 * try (ArchiveWriter archive = new ArchiveWriter(out, Map.of("created", "2026-11-27"))) {
 *   archive.add("drawings.tsv", drawings);
 *   archive.add("models/" + checksum + ".inkling", model);
 *   archive.finish();
 * }
 * }</pre>
 *
 * Without {@link #finish} the file has no checksums, and every reader refuses it: what was cut short can't
 * pass for whole.
 */
public final class ArchiveWriter implements Closeable {
  private final ZipOutputStream zip;
  private final Map<String, String> checksums = new LinkedHashMap<>();

  /**
   * @param out closed with the archive
   * @param about what a reader should know first; names without "=", all on one line each
   */
  public ArchiveWriter(OutputStream out, Map<String, String> about) throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    Map<String, String> all = new TreeMap<>(about);
    all.put(ArchiveFormat.FORMAT, ArchiveFormat.FORMAT_NAME);
    all.put(ArchiveFormat.VERSION_NAME, Integer.toString(ArchiveFormat.VERSION));
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> entry : all.entrySet()) {
      if (entry.getKey().contains("=") || (entry.getKey() + entry.getValue()).contains("\n")) {
        throw new IllegalArgumentException("ArchiveWriter: \"" + entry.getKey() + "\" = \"" + entry.getValue()
            + "\"; wants a name without \"=\" and both on one line");
      }
      lines.append(entry.getKey()).append('=').append(entry.getValue()).append('\n');
    }
    write(ArchiveFormat.ABOUT, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #add(String, InputStream)}. */
  public void add(String name, byte[] bytes) throws IOException {
    add(name, new ByteArrayInputStream(bytes));
  }

  /**
   * Adds a part.
   *
   * @param name folders and file separated by "/", of the letters a to z, figures, "-", "_" and single dots
   *     between them; each name once
   * @param content read to its end, not closed
   */
  public void add(String name, InputStream content) throws IOException {
    if (!ArchiveFormat.isName(name) || name.equals(ArchiveFormat.CHECKSUMS) || checksums.containsKey(name)) {
      throw new IllegalArgumentException("ArchiveWriter: \"" + name
          + "\" can't be a part's name, or is one already; wants "
          + "small letters, figures, \"-\", \"_\", \"/\" and \".\"");
    }
    write(name, content);
  }

  /** Adds the checksums, last of all: only now the archive is whole. */
  public void finish() throws IOException {
    StringBuilder lines = new StringBuilder();
    checksums.forEach((name, checksum) -> lines.append(checksum).append("  ").append(name).append('\n'));
    write(ArchiveFormat.CHECKSUMS, lines.toString().getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  private void write(String name, byte[] bytes) throws IOException {
    write(name, new ByteArrayInputStream(bytes));
  }

  private void write(String name, InputStream content) throws IOException {
    MessageDigest digest = Sha256.digest();
    zip.putNextEntry(new ZipEntry(name));
    DigestOutputStream out = new DigestOutputStream(zip, digest);
    byte[] buffer = new byte[1 << 14];
    for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
      out.write(buffer, 0, got);
    }
    zip.closeEntry();
    checksums.put(name, Sha256.hex(digest.digest()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
