package app.inkling.demo;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyph;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeFile;
import app.inkling.mllib.tensor.Rng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The drawings of the demo. */
final class Hands {
  /** Hand-made shapes, moved by seed. */
  static final String SYNTHETIC = "synthetic";

  private static final Path PEN_DIGITS =
      Path.of("..", "..", "shared", "data", "pen-digits", "pen-digits-strokes.tsv.gz");

  /** Writers whose strokes never trained a shipped model. */
  private static final Set<String> WRITERS = Set.of("w25", "w26", "w27", "w28", "w29", "w30");
  private static final long SEED = 20;
  private static final float JITTER = 2.5f;

  private Hands() {}

  /** All ten digits, each in another style and slightly out of shape. */
  static List<LabelledDrawing> synthetic() {
    Rng random = new Rng(SEED);
    List<LabelledDrawing> drawings = new ArrayList<>();
    for (int digit = 0; digit < 10; digit++) {
      List<Glyph> styles = Glyphs.styles(digit);
      Drawing drawing = styles.get(random.nextInt(styles.size())).drawing(random, JITTER);
      drawings.add(new LabelledDrawing(SYNTHETIC, digit, drawing));
    }
    return drawings;
  }

  /** The first of each digit of each writer held out, by people's real pens; empty where the data is not. */
  static List<LabelledDrawing> pen() throws IOException {
    List<LabelledDrawing> drawings = new ArrayList<>();
    if (Files.exists(PEN_DIGITS)) {
      Set<String> seen = new HashSet<>();
      for (LabelledDrawing drawing : StrokeFile.read(PEN_DIGITS)) {
        if (WRITERS.contains(drawing.writer()) && seen.add(drawing.writer() + drawing.digit())) {
          drawings.add(drawing);
        }
      }
    }
    return drawings;
  }
}
