package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.Idx;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Other people's digits that go with the digit model: one set is replayed in sessions against forgetting, the
 * other measures it and never trains. Two disjoint sets of MNIST's training images, in one checkpoint file.
 *
 * @param replay some that the shipped model was trained on
 * @param measuring some that trained none of its weights
 */
public record GeneralDigits(LabelledImages replay, LabelledImages measuring) {
  /** Replayed: every {@value #REPLAY_STEP}th image from 0 on. */
  static final int REPLAY_STEP = 110;
  /**
   * Measuring: every {@value #MEASURING_STEP}th from here on, of the part that only calibrated the shipped
   * model.
   */
  static final int MEASURING_START = 52_252;
  static final int MEASURING_STEP = 5;
  private static final int EACH = 500;
  private static final String KIND = "general-digits";

  public GeneralDigits {
    requireImages("replay", replay);
    requireImages("measuring", measuring);
  }

  private static void requireImages(String what, LabelledImages images) {
    if (images.size() == 0 || images.rows() != StrokeRenderer.SIDE
        || images.columns() != StrokeRenderer.SIDE) {
      throw new IllegalArgumentException("GeneralDigits: the " + what + " set holds " + images.size()
          + " images of "
          + images.rows() + " x " + images.columns() + "; wants some of 28 x 28");
    }
  }

  /** The two sets, chosen from MNIST's 60,000 training images. */
  public static GeneralDigits choose(LabelledImages mnist) {
    return new GeneralDigits(every(mnist, 0, REPLAY_STEP), every(mnist, MEASURING_START, MEASURING_STEP));
  }

  private static LabelledImages every(LabelledImages all, int start, int step) {
    int[] indices = new int[EACH];
    for (int i = 0; i < EACH; i++) {
      indices[i] = start + i * step;
    }
    return all.select(indices);
  }

  /** @throws FormatException these are not the bytes of the two sets, or they are damaged */
  public static GeneralDigits load(String source, byte[] checkpoint) throws FormatException {
    Checkpoint saved = Checkpoint.fromBytes(source, checkpoint);
    Map<String, String> settings = Section.settings(saved, Checkpoint.METADATA);
    if (!KIND.equals(settings.get("kind"))) {
      throw new FormatException(source, "kind=" + KIND, "kind=" + settings.get("kind"));
    }
    try {
      return new GeneralDigits(images(saved, "replay"), images(saved, "measuring"));
    } catch (IllegalArgumentException e) {
      throw new FormatException(source, "two sets of images of digits", e.getMessage());
    }
  }

  private static LabelledImages images(Checkpoint saved, String set) throws FormatException {
    try {
      Idx images = idx(saved, set + "_images", 3);
      Idx labels = idx(saved, set + "_labels", 1);
      return LabelledImages.of(saved.source(), images, labels, 10);
    } catch (FormatException known) {
      throw known;
    } catch (IOException e) {
      throw new FormatException(saved.source(), "images packed with gzip", String.valueOf(e.getMessage()));
    }
  }

  private static Idx idx(Checkpoint saved, String section, int dimensions) throws IOException {
    return Idx.read(saved.source() + ", section \"" + section + "\"",
        new GZIPInputStream(new ByteArrayInputStream(saved.section(section))), dimensions);
  }

  /** The file: sections of IDX packed with gzip. */
  public Checkpoint toCheckpoint() {
    Checkpoint file = new Checkpoint().with(Checkpoint.METADATA, Section.settings(Map.of("kind", KIND,
        "origin", "MNIST, LeCun, Cortes and Burges, CC BY-SA 3.0 as commonly stated; training images " + 0
        + " and every "
            + REPLAY_STEP + "th on, " + MEASURING_START + " and every " + MEASURING_STEP + "th on")));
    return with(with(file, "replay", replay), "measuring", measuring);
  }

  private static Checkpoint with(Checkpoint file, String set, LabelledImages images) {
    return file.with(set + "_images", packed(images.imagesAsIdx()))
        .with(set + "_labels", packed(images.labelsAsIdx()));
  }

  private static byte[] packed(Idx idx) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      idx.write(out);
    } catch (IOException impossible) {
      throw new AssertionError("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }
}
