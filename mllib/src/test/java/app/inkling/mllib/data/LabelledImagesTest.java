package app.inkling.mllib.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LabelledImagesTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private byte[] images;
  private byte[] labels;

  @Before
  public void makeThreeImagesOfTwoByTwo() throws Exception {
    ByteArrayOutputStream image = new ByteArrayOutputStream();
    new Idx(new int[] {3, 2, 2}, new byte[] {0, 51, 102, (byte) 255, 1, 2, 3, 4, 5, 6, 7, 8}).write(image);
    images = image.toByteArray();
    ByteArrayOutputStream label = new ByteArrayOutputStream();
    new Idx(new int[] {3}, new byte[] {9, 0, 4}).write(label);
    labels = label.toByteArray();
  }

  @Test
  public void readsPlainAndPackedFilesByTheirContent() throws Exception {
    for (LabelledImages read : new LabelledImages[] {read(images, labels),
        read(gzip(images), gzip(labels))}) {
      assertEquals(3, read.size());
      assertEquals(2, read.rows());
      assertEquals(2, read.columns());
      assertEquals(9, read.label(0));
      float[] image = new float[4];
      read.copyImage(0, image);
      assertArrayEquals(new float[] {0, 0.2f, 0.4f, 1}, image, 1e-7f);
      LabelledImages last = read.range(2, 3);
      assertEquals(4, last.label(0));
      last.copyImage(0, image);
      assertEquals(5 / 255f, image[0], 0);
    }
  }

  @Test
  public void namesFileOffsetWantedAndGot() {
    rejects(Arrays.copyOf(images, images.length - 1), labels, "images, byte 27: wanted 12 values",
        "after 11");
    rejects(Arrays.copyOf(images, images.length + 1), labels, "images, byte 28: wanted the end of the file",
        "more bytes");
    rejects(labels, labels, "images, byte 0: wanted IDX magic number 00 00 08 03", "got 00 00 08 01");
    rejects(images, images, "labels, byte 0: wanted IDX magic number 00 00 08 01", "got 00 00 08 03");
    rejects(new byte[3], labels, "images, byte 3", "the end of the file");
    rejects(Arrays.copyOf(images, 9), labels, "images, byte 9: wanted a header of 16 bytes");
    rejects(with(images, 2, 9), labels, "got 00 00 09 03");
    rejects(with(images, 4, 0xff), labels, "images, byte 4: wanted dimensions", "dimension 0 of 4278190083");
    rejects(with(images, 4, 0x7f), labels, "images, byte 4");
    rejects(with(images, 7, 0), labels, "images, byte 4", "dimension 0 of 0");
    rejects(images, with(labels, 9, 10), "labels, byte 9: wanted a label from 0 to 9, got 10");
    rejects(images, Arrays.copyOf(with(labels, 7, 2), 10), "labels, byte 4: wanted 3 labels", "got 2");
  }

  @Test
  public void refusesABrokenGzipStream() throws Exception {
    byte[] packed = gzip(images);
    rejects(Arrays.copyOf(packed, packed.length - 10), labels, "images: wanted whole gzip data");
  }

  @Test
  public void leavesARangeOut() throws Exception {
    LabelledImages rest = read(images, labels).without(1, 2);
    assertEquals(2, rest.size());
    assertEquals(9, rest.label(0));
    assertEquals(4, rest.label(1));
    float[] image = new float[4];
    rest.copyImage(1, image);
    assertEquals(5 / 255f, image[0], 0);
  }

  @Test
  public void rejectsRangesOutside() throws Exception {
    LabelledImages read = read(images, labels);
    assertThrows(IllegalArgumentException.class, () -> read.range(1, 4));
    assertThrows(IllegalArgumentException.class, () -> read.range(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> read.range(2, 1));
  }

  private LabelledImages read(byte[] image, byte[] label) throws Exception {
    Path images = Files.write(folder.getRoot().toPath().resolve("images"), image);
    Path labels = Files.write(folder.getRoot().toPath().resolve("labels"), label);
    return LabelledImages.read(images, labels, 10);
  }

  private void rejects(byte[] image, byte[] label, String... parts) {
    FormatException e = assertThrows(FormatException.class, () -> read(image, label));
    for (String part : parts) {
      assertTrue(e.getMessage() + " should hold " + part, e.getMessage().contains(part));
    }
  }

  private static byte[] with(byte[] content, int offset, int value) {
    byte[] changed = content.clone();
    changed[offset] = (byte) value;
    return changed;
  }

  private static byte[] gzip(byte[] content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
