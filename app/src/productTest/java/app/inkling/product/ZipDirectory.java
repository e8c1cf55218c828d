package app.inkling.product;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a zip's entries lie, which {@link java.util.zip.ZipFile} doesn't tell. By PKWARE's APPNOTE, section
 * 4.3.
 */
final class ZipDirectory {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int ENTRY_BYTES = 46;
  private static final int LOCAL_HEADER_BYTES = 30;

  /**
   * @param stored true when the bytes lie uncompressed
   * @param offset of the entry's first byte in the archive
   */
  record Entry(String name, boolean stored, long offset) {}

  private ZipDirectory() {}

  static List<Entry> read(Path file) throws IOException {
    ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.limit() - END_BYTES;
    while (zip.getInt(end) != END_SIGNATURE) {
      end--;
    }
    int count = Short.toUnsignedInt(zip.getShort(end + 10));
    int at = zip.getInt(end + 16);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int nameBytes = Short.toUnsignedInt(zip.getShort(at + 28));
      String name = new String(zip.array(), at + ENTRY_BYTES, nameBytes, StandardCharsets.UTF_8);
      int local = zip.getInt(at + 42);
      int data = local + LOCAL_HEADER_BYTES + Short.toUnsignedInt(zip.getShort(local + 26))
          + Short.toUnsignedInt(zip.getShort(local + 28));
      entries.add(new Entry(name, zip.getShort(at + 10) == 0, data));
      at += ENTRY_BYTES + nameBytes + Short.toUnsignedInt(zip.getShort(at + 30))
          + Short.toUnsignedInt(zip.getShort(at + 32));
    }
    return entries;
  }
}
