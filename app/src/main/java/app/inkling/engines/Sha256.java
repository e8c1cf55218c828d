package app.inkling.engines;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 in 64 lower-case hexadecimal digits. */
final class Sha256 {
  private Sha256() {}

  /** Of everything in {@code bytes}, whose position stays where it is. */
  static String of(ByteBuffer bytes) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java and every Android has SHA-256", e);
    }
    ByteBuffer whole = bytes.duplicate();
    ((Buffer) whole).rewind();
    digest.update(whole);
    StringBuilder hex = new StringBuilder(64);
    for (byte b : digest.digest()) {
      hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return hex.toString();
  }
}
