package app.inkling.mllib.data;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file as a whole or not at all: the bytes go to a temporary file beside it, which is synced to the disk and
 * renamed over it. Whoever reads the file, also after a crash at any point, finds the old content or the new one.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Bytes at a time: a channel copies what it is given into a direct buffer of that size, and keeps it. */
  private static final int PIECE = 1 << 16;

  /**
   * The whole file from position 0, outside the heap. What replaces it later is another file: this one's bytes stay.
   */
  public static ByteBuffer map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }

  /**
   * @throws IOException the disk is full, the folder is missing or not writable; the file is then as it was
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, ByteBuffer.wrap(bytes));
  }

  /** The same of a whole buffer; its position stays where it is. */
  public static void write(Path file, ByteBuffer bytes) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer piece = bytes.duplicate();
        for (int from = 0; from < bytes.limit(); from = piece.position()) {
          ((Buffer) piece).limit(Math.min(bytes.limit(), from + PIECE)); // Buffer: Android 8 has no other
          ((Buffer) piece).position(from);
          channel.write(piece);
        }
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
