package app.inkling.mllib.train;

import app.inkling.mllib.data.AtomicFile;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.Sha256;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A trained or half-trained model as one file of named sections, each a block of bytes whose meaning {@link
 * Section} knows. Immutable.
 *
 * <p>The file, all numbers big-endian:
 * <pre>
 * "INKLING\n"                       8 bytes
 * format version                    int, {@value #VERSION}
 * number of sections                int
 * for each section:  name length    short, then the name in UTF-8
 *                    length         int
 *                    CRC-32         int, of the bytes
 *                    bytes
 * SHA-256 of all of the above       32 bytes
 * </pre>
 *
 * <p>A reader refuses a newer version, and finds a flipped bit or a missing end by the two checksums. A
 * section it does not know it keeps. A later version may add sections without changing the format version.
 */
public final class Checkpoint {
  /** One line for each layer, as {@code nn.Layer.describe} writes it. */
  public static final String ARCHITECTURE = "architecture";
  /** The model's parameters by name. */
  public static final String WEIGHTS = "weights";
  /** Kind, steps and moments of the optimiser. */
  public static final String OPTIMIZER = "optimizer";
  /** State of the random generator. */
  public static final String RANDOM = "random";
  /** Where in the data the training stands. */
  public static final String CURSOR = "cursor";
  /** Name of the kernel set that did the training. */
  public static final String KERNELS = "kernels";
  /** What a user of the model must know besides: settings, figures, origin. */
  public static final String METADATA = "metadata";

  static final int VERSION = 1;
  private static final byte[] MAGIC = "INKLING\n".getBytes(StandardCharsets.US_ASCII);

  private final String source;
  /** Each from position 0 to its limit; read-only. */
  private final Map<String, ByteBuffer> sections;

  /** Without any section. */
  public Checkpoint() {
    this("new checkpoint", Collections.emptyMap());
  }

  private Checkpoint(String source, Map<String, ByteBuffer> sections) {
    this.source = source;
    this.sections = sections;
  }

  /** This checkpoint with one section added or replaced. */
  public Checkpoint with(String section, byte[] bytes) {
    return withOwn(section, bytes.clone());
  }

  /** The same with bytes that nobody else has. */
  Checkpoint withOwn(String section, byte[] bytes) {
    Map<String, ByteBuffer> more = new LinkedHashMap<>(sections);
    more.put(section, ByteBuffer.wrap(bytes));
    return new Checkpoint(source, more);
  }

  /** This checkpoint without one section; the same when it has none of this name. */
  public Checkpoint without(String section) {
    Map<String, ByteBuffer> fewer = new LinkedHashMap<>(sections);
    fewer.remove(section);
    return new Checkpoint(source, fewer);
  }

  public boolean has(String section) {
    return sections.containsKey(section);
  }

  /**
   * A section's bytes, as a copy.
   *
   * @throws FormatException there is no such section
   */
  public byte[] section(String name) throws FormatException {
    ByteBuffer view = view(name);
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    return bytes;
  }

  /** The same without a copy; the position is the caller's own. */
  ByteBuffer view(String name) throws FormatException {
    ByteBuffer bytes = sections.get(name);
    if (bytes == null) {
      throw new FormatException(source, "a section \"" + name + "\"", "only " + sections.keySet());
    }
    return bytes.duplicate();
  }

  /** The file or other place it came from, for errors. */
  public String source() {
    return source;
  }

  /** The file's content; the same sections in the same order give the same bytes. */
  public byte[] toBytes() {
    Map<byte[], ByteBuffer> named = new LinkedHashMap<>();
    int size = MAGIC.length + 2 * Integer.BYTES + Sha256.BYTES;
    for (Map.Entry<String, ByteBuffer> section : sections.entrySet()) {
      byte[] name = section.getKey().getBytes(StandardCharsets.UTF_8);
      named.put(name, section.getValue().duplicate());
      size = Math.addExact(size, Short.BYTES + name.length + 2 * Integer.BYTES + section.getValue().limit());
    }
    ByteBuffer file = ByteBuffer.allocate(size).put(MAGIC).putInt(VERSION).putInt(sections.size());
    named.forEach((name, section) -> file.putShort((short) name.length).put(name).putInt(section.limit())
        .putInt(crc(section)).put(section));
    file.put(sha256(file, file.position()));
    return file.array();
  }

  /**
   * @param source file or other origin, for errors
   * @param bytes kept as they are: not to be changed afterwards
   * @throws FormatException not a checkpoint, of a newer version, damaged, or cut off
   */
  public static Checkpoint fromBytes(String source, byte[] bytes) throws FormatException {
    return fromBuffer(source, ByteBuffer.wrap(bytes));
  }

  /** The same of a whole buffer, such as a mapped file; its position stays where it is. */
  public static Checkpoint fromBuffer(String source, ByteBuffer bytes) throws FormatException {
    return fromBuffer(source, bytes, true);
  }

  /**
   * The same by the sections' CRC-32 alone: for a file that an app brings with it, whose own signature was
   * checked when it was installed, and which somebody waits for. SHA-256 takes a third of a small model's
   * loading.
   */
  public static Checkpoint fromPackage(String source, byte[] bytes) throws FormatException {
    return fromBuffer(source, ByteBuffer.wrap(bytes), false);
  }

  private static Checkpoint fromBuffer(String source, ByteBuffer bytes, boolean digested)
      throws FormatException {
    ByteBuffer in = bytes.duplicate();
    ((Buffer) in).rewind();
    byte[] magic = take(source, in, MAGIC.length, "the mark of an Inkling checkpoint");
    if (!Arrays.equals(magic, MAGIC)) {
      throw FormatException.atOffset(source, 0, "an Inkling checkpoint, beginning with \"INKLING\"",
          "other bytes");
    }
    int version = takeInt(source, in, "the format version");
    if (version != VERSION) {
      throw FormatException.atOffset(source, MAGIC.length, "format version " + VERSION, "version " + version
          + (version > VERSION ? "; it was written by a newer Inkling, update this one" : ""));
    }
    int count = takeInt(source, in, "the number of sections");
    Map<String, ByteBuffer> sections = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      int nameLength = take(source, in, 2, "the length of a section's name", true).getShort() & 0xFFFF;
      String name = new String(take(source, in, nameLength, "a section's name"), StandardCharsets.UTF_8);
      int length = takeInt(source, in, "the length of section \"" + name + "\"");
      int crc = takeInt(source, in, "the checksum of section \"" + name + "\"");
      int offset = in.position();
      ByteBuffer section = take(source, in, length, "section \"" + name + "\"", true);
      if (crc(section) != crc) {
        throw FormatException.atOffset(source, offset, "section \"" + name + "\" with CRC-32 "
            + Integer.toHexString(crc),
            Integer.toHexString(crc(section)) + "; the file is damaged");
      }
      if (sections.put(name, section) != null) {
        throw FormatException.atOffset(source, offset, "each section once", "\"" + name + "\" a second time");
      }
    }
    int end = in.position();
    byte[] digest = take(source, in, Sha256.BYTES, "the SHA-256 at the end");
    if (in.hasRemaining()) {
      throw FormatException.atOffset(source, in.position(), "the end of the file", in.remaining()
          + " more bytes");
    }
    if (digested && !Arrays.equals(digest, sha256(bytes, end))) {
      throw FormatException.atOffset(source, end, "the SHA-256 of the bytes before",
          "another; the file is damaged");
    }
    return new Checkpoint(source, sections);
  }

  /** Writes the file as a whole or not at all. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, toBytes());
  }

  /** @throws IOException the file can't be read, or {@link FormatException} as {@link #fromBytes} */
  public static Checkpoint read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FormatException(file.toString(), "a checkpoint, a file", "a folder");
    }
    return fromBytes(file.toString(), Files.readAllBytes(file));
  }

  private static int takeInt(String source, ByteBuffer in, String what) throws FormatException {
    return take(source, in, 4, what, true).getInt();
  }

  private static byte[] take(String source, ByteBuffer in, int length, String what) throws FormatException {
    byte[] bytes = new byte[take(source, in, length, what, false).remaining()];
    in.get(bytes);
    return bytes;
  }

  /**
   * Checks that so many bytes are left; a view of them, which moves {@code in} past them when {@code skip}.
   */
  private static ByteBuffer take(String source, ByteBuffer in, int length, String what, boolean skip)
      throws FormatException {
    if (length < 0 || length > in.remaining()) {
      throw FormatException.atOffset(source, in.position(), what + " of " + (length & 0xFFFFFFFFL) + " bytes",
          "only " + in.remaining() + " bytes to the end; the file is cut off or damaged");
    }
    ByteBuffer view = in.slice();
    ((Buffer) view).limit(length); // Android 8 has no ByteBuffer.limit(int) that returns a ByteBuffer
    if (skip) {
      ((Buffer) in).position(in.position() + length);
    }
    return view;
  }

  private static int crc(ByteBuffer section) {
    CRC32 crc = new CRC32();
    crc.update(section.duplicate());
    return (int) crc.getValue();
  }

  /** Of the first so many bytes. */
  private static byte[] sha256(ByteBuffer bytes, int length) {
    ByteBuffer first = bytes.duplicate();
    ((Buffer) first).rewind();
    ((Buffer) first).limit(length);
    MessageDigest digest = Sha256.digest();
    digest.update(first);
    return digest.digest();
  }
}
