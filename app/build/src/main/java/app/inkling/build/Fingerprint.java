package app.inkling.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * A SHA-256 over everything that a step reads: equal fingerprints mean equal outputs, so the step can be left
 * out.
 *
 * <p>Files count by content and name below their root, never by date: a checkout or a copied tree does not
 * rebuild. Usage: {@code new Fingerprint().add("minSdk", "26").add(jar)}, then {@link #matches} before the
 * step and {@link #store} after it.
 */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Fingerprint add(String name, Object value) {
    text(name);
    text(String.valueOf(value));
    return this;
  }

  /** Adds a file's bytes, or those of all files below a directory with their relative names. */
  Fingerprint add(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path file : FileTrees.files(path)) {
        text(FileTrees.entryName(path, file));
        bytes(file);
      }
    } else if (Files.exists(path)) {
      text(path.getFileName().toString());
      bytes(path);
    }
    text("end");
    return this;
  }

  Fingerprint addAll(Collection<Path> paths) throws IOException {
    for (Path path : paths) {
      add(path);
    }
    return this;
  }

  /** True when {@code mark} holds this fingerprint and all outputs are still there. */
  boolean matches(Path mark, Path... outputs) throws IOException {
    for (Path output : outputs) {
      if (!Files.exists(output)) {
        return false;
      }
    }
    return Files.exists(mark) && Files.readString(mark).equals(value());
  }

  /** Writes the fingerprint to {@code mark}; call it last, when all outputs are complete. */
  void store(Path mark) throws IOException {
    Files.createDirectories(mark.getParent());
    Files.writeString(mark, value());
  }

  String value() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
    }
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (bytes.length >>> 8));
    digest.update((byte) bytes.length);
    digest.update(bytes);
  }

  private void bytes(Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    text(Long.toString(Files.size(file)));
  }
}
