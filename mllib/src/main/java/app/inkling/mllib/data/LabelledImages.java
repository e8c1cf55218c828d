package app.inkling.mllib.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Grey images of one size, each with its class; kept as bytes. Immutable. */
public final class LabelledImages {
  private final int rows;
  private final int columns;
  private final byte[] pixels;
  private final byte[] labels;

  /**
   * @param pixels the images one after another, row by row, 0 paper to 255 ink, unsigned; not copied
   * @param labels one class an image; not copied
   */
  public LabelledImages(int rows, int columns, byte[] pixels, byte[] labels) {
    if ((long) labels.length * rows * columns != pixels.length) {
      throw new IllegalArgumentException("LabelledImages: " + labels.length + " labels and images of "
          + rows + " x " + columns
          + " want " + (long) labels.length * rows * columns + " pixels, got " + pixels.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.pixels = pixels;
    this.labels = labels;
  }

  /**
   * Reads a pair of IDX files such as MNIST's.
   *
   * @param classes labels must be below it
   * @throws FormatException naming file and offset, also when the two files don't belong together
   */
  public static LabelledImages read(Path images, Path labels, int classes) throws IOException {
    return of(labels.toString(), Idx.read(images, 3), Idx.read(labels, 1), classes);
  }

  /**
   * Images and labels that were read already.
   *
   * @param source of the labels, for errors
   * @throws FormatException the two don't belong together, or a label is too large
   */
  public static LabelledImages of(String source, Idx image, Idx label, int classes) throws FormatException {
    if (image.shape()[0] != label.shape()[0]) {
      throw FormatException.atOffset(source, 4, image.shape()[0]
          + " labels, as many as there are images", Integer.toString(label.shape()[0]));
    }
    for (int i = 0; i < label.values().length; i++) {
      if ((label.values()[i] & 255) >= classes) {
        throw FormatException.atOffset(source, 8L + i, "a label from 0 to " + (classes - 1),
            Integer.toString(label.values()[i] & 255));
      }
    }
    return new LabelledImages(image.shape()[1], image.shape()[2], image.values(), label.values());
  }

  public int size() {
    return labels.length;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public int label(int index) {
    return labels[index] & 255;
  }

  /** Writes image {@code index} row by row, 0 paper to 1 ink. */
  public void copyImage(int index, float[] image) {
    int size = rows * columns;
    for (int i = 0; i < size; i++) {
      image[i] = (pixels[index * size + i] & 255) / 255f;
    }
  }

  /** The images as an IDX array [images, rows, columns]. */
  public Idx imagesAsIdx() {
    return new Idx(new int[] {size(), rows, columns}, pixels);
  }

  /** The classes as an IDX array [images]. */
  public Idx labelsAsIdx() {
    return new Idx(new int[] {size()}, labels);
  }

  /** These images in this order. */
  public LabelledImages select(int[] indices) {
    int size = rows * columns;
    byte[] chosen = new byte[indices.length * size];
    byte[] classes = new byte[indices.length];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(pixels, indices[i] * size, chosen, i * size, size);
      classes[i] = labels[indices[i]];
    }
    return new LabelledImages(rows, columns, chosen, classes);
  }

  /** The images from {@code start} up to but not including {@code end}. */
  public LabelledImages range(int start, int end) {
    if (start < 0 || end > size() || start > end) {
      throw new IllegalArgumentException("LabelledImages: range " + start + ":" + end + " is not within 0:"
          + size());
    }
    int size = rows * columns;
    return new LabelledImages(rows, columns, Arrays.copyOfRange(pixels, start * size, end * size),
        Arrays.copyOfRange(labels, start, end));
  }

  /** All images but those from {@code start} up to but not including {@code end}. */
  public LabelledImages without(int start, int end) {
    LabelledImages before = range(0, start);
    LabelledImages after = range(end, size());
    byte[] restPixels = Arrays.copyOf(before.pixels, before.pixels.length + after.pixels.length);
    System.arraycopy(after.pixels, 0, restPixels, before.pixels.length, after.pixels.length);
    byte[] restLabels = Arrays.copyOf(before.labels, before.labels.length + after.labels.length);
    System.arraycopy(after.labels, 0, restLabels, before.labels.length, after.labels.length);
    return new LabelledImages(rows, columns, restPixels, restLabels);
  }
}
