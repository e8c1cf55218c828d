package app.inkling.mllib.data.stroke;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.TextLines;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of labelled drawings: UTF-8, packed with gzip or plain, one header line and one line a drawing, the
 * columns separated by tabs.
 *
 * <pre>
 * writer  digit  width  height  strokes
 * w01     7      500    500     0,100,100;10,180,100;20,120,260
 * </pre>
 *
 * The strokes are in the form of {@link StrokeFormat}; a digit of -1 says that the drawing shows none. That
 * is version {@value StrokeFormat#VERSION}. A file of a later version begins with a line {@code
 * #inkling-strokes VERSION}, which this reader refuses by name instead of misreading what follows.
 */
public final class StrokeFile {
  private static final String HEADER = "writer\tdigit\twidth\theight\tstrokes";
  private static final String VERSION_MARK = "#inkling-strokes ";

  private StrokeFile() {}

  /**
   * All drawings of a file, in its order.
   *
   * @throws FormatException naming file, line and column of what is wrong
   */
  public static List<LabelledDrawing> read(Path file) throws IOException {
    try (TextLines in = new TextLines(file)) {
      String header = in.next();
      if (header != null && header.startsWith(VERSION_MARK)) {
        String version = header.substring(VERSION_MARK.length());
        if (!version.equals(Integer.toString(StrokeFormat.VERSION))) {
          throw new FormatException(in.where(), "strokes of version " + StrokeFormat.VERSION,
              "version " + StrokeFormat.quote(version) + "; a newer release may read it");
        }
        header = in.next();
      }
      if (!HEADER.equals(header)) {
        throw new FormatException(in.where(), "the header "
            + StrokeFormat.quote(HEADER.replace('\t', ' ')),
            header == null ? "the end" : StrokeFormat.quote(header));
      }
      List<LabelledDrawing> drawings = new ArrayList<>();
      for (String row = in.next(); row != null; row = in.next()) {
        drawings.add(row(row, in.where()));
      }
      return drawings;
    }
  }

  /** Writes the drawings with the header line; the caller opens and closes {@code out}. */
  public static void write(Writer out, Iterable<LabelledDrawing> drawings) throws IOException {
    out.write(HEADER + "\n");
    for (LabelledDrawing labelled : drawings) {
      Drawing drawing = labelled.drawing();
      out.write(labelled.writer() + '\t' + labelled.digit() + '\t' + StrokeFormat.number(drawing.width())
          + '\t' + StrokeFormat.number(drawing.height()) + '\t' + StrokeFormat.format(drawing) + '\n');
    }
  }

  private static LabelledDrawing row(String row, String where) throws FormatException {
    String[] columns = row.split("\t", -1);
    if (columns.length != 5) {
      throw new FormatException(where, "5 columns separated by tabs", columns.length + " in "
          + StrokeFormat.quote(row));
    }
    int[] starts = new int[5];
    for (int i = 1; i < 5; i++) {
      starts[i] = starts[i - 1] + columns[i - 1].length() + 1;
    }
    if (!columns[1].matches("[0-9]|-1")) {
      throw new FormatException(where + ", column " + (starts[1] + 1), "a digit 0 to 9, or -1 for none",
          StrokeFormat.quote(columns[1]));
    }
    float width = size(columns[2], "width", where + ", column " + (starts[2] + 1));
    float height = size(columns[3], "height", where + ", column " + (starts[3] + 1));
    Drawing drawing = StrokeFormat.parse(columns[4], width, height, where, starts[4]);
    return new LabelledDrawing(columns[0], Integer.parseInt(columns[1]), drawing);
  }

  private static float size(String text, String name, String where) throws FormatException {
    float value = StrokeFormat.finite(text, name, where);
    if (value <= 0) {
      throw new FormatException(where, name + " above 0", StrokeFormat.quote(text));
    }
    return value;
  }
}
