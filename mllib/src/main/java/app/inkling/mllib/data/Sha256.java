package app.inkling.mllib.data;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The checksum by which files, models and samples are known: SHA-256 as 64 lower-case hexadecimal digits. */
public final class Sha256 {
  /** Bytes of a digest that is not written as text. */
  public static final int BYTES = 32;

  private Sha256() {}

  public static String of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /** Of a whole buffer, such as a mapped file; its position stays where it is. */
  public static String of(ByteBuffer bytes) {
    ByteBuffer whole = bytes.duplicate();
    ((Buffer) whole).rewind(); // Android 8 has no ByteBuffer.rewind() that returns a ByteBuffer
    MessageDigest digest = digest();
    digest.update(whole);
    return hex(digest.digest());
  }

  /** A new digest, for what comes piece by piece; {@link #hex} writes its result. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java and every Android has SHA-256", impossible);
    }
  }

  public static String hex(byte[] digest) {
    StringBuilder hex = new StringBuilder(2 * digest.length);
    for (byte b : digest) {
      hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return hex.toString();
  }
}
