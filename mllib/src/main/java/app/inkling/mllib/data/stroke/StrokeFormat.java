package app.inkling.mllib.data.stroke;

import app.inkling.mllib.data.FormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text form of a drawing's strokes, version {@value #VERSION}: strokes separated by {@code |}, points by
 * {@code ;}, each point {@code time,x,y} with the time in whole milliseconds and positions in the canvas's
 * units, y down.
 *
 * <pre>{@code 0,10,10;16,12.5,40|250,8,25;266,20,25}</pre>
 *
 * A drawing without strokes is the empty text. The canvas's size is kept beside the text. What {@link
 * #format} writes, {@link #parse} reads back to the same numbers. Parsing is strict: numbers in plain decimal
 * notation, finite, positions within plus or minus {@value #LARGEST}, times from 0 that never decrease within
 * a stroke, at most {@value #MOST_POINTS} points.
 */
public final class StrokeFormat {
  /** Version of the form; it changes whenever an older reader would misread a newer text. */
  public static final int VERSION = 1;

  /** Largest position, a thousand times a phone's screen. */
  public static final float LARGEST = 1e6f;

  /** Most points of one drawing, some minutes of uninterrupted drawing. */
  public static final int MOST_POINTS = 100_000;

  private StrokeFormat() {}

  /** The strokes as text; the canvas's size is not part of it. */
  public static String format(Drawing drawing) {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < drawing.strokes().size(); s++) {
      Stroke stroke = drawing.strokes().get(s);
      for (int point = 0; point < stroke.size(); point++) {
        text.append(point > 0 ? ";" : s > 0 ? "|" : "");
        text.append(stroke.time(point)).append(',');
        text.append(number(stroke.x(point))).append(',').append(number(stroke.y(point)));
      }
    }
    return text.toString();
  }

  /**
   * The drawing that {@code text} describes on a canvas of the given size.
   *
   * @throws FormatException naming the column (from 1) of what is wrong
   */
  public static Drawing parse(String text, float width, float height) throws FormatException {
    return parse(text, width, height, "strokes", 0);
  }

  /**
   * As {@link #parse(String, float, float)} for a text inside a file.
   *
   * @param where the file and line, for messages
   * @param column how many columns of the line lie before the text
   */
  static Drawing parse(String text, float width, float height, String where, int column)
      throws FormatException {
    return new Parser(text, where, column).drawing(width, height);
  }

  /** A whole number without a fraction, any other the shortest text that reads back to the same float. */
  public static String number(float value) {
    return value == Math.rint(value) && Math.abs(value) <= LARGEST ? Integer.toString((int) value)
        : Float.toString(value);
  }

  /** A finite float in decimal notation, or the exception that names {@code what}. */
  static float finite(String text, String what, String where) throws FormatException {
    boolean plain = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      plain &= "0123456789.-+eE".indexOf(text.charAt(i)) >= 0;
    }
    try {
      float value = plain ? Float.parseFloat(text) : Float.NaN;
      if (Math.abs(value) <= LARGEST) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message that says what was wanted.
    }
    throw new FormatException(where, what + " as a number from -1000000 to 1000000", quote(text));
  }

  static String quote(String text) {
    return '"' + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + '"';
  }

  private static final class Parser {
    private final String text;
    private final String where;
    private final int column;
    private int at;
    private int points;

    Parser(String text, String where, int column) {
      this.text = text;
      this.where = where;
      this.column = column;
    }

    Drawing drawing(float width, float height) throws FormatException {
      List<Stroke> strokes = new ArrayList<>();
      if (!text.isEmpty()) {
        do {
          strokes.add(stroke());
        } while (skip('|'));
      }
      return new Drawing(width, height, strokes);
    }

    private Stroke stroke() throws FormatException {
      int[] times = new int[16];
      float[] xs = new float[16];
      float[] ys = new float[16];
      int size = 0;
      do {
        if (size == times.length) {
          times = Arrays.copyOf(times, 2 * size);
          xs = Arrays.copyOf(xs, 2 * size);
          ys = Arrays.copyOf(ys, 2 * size);
        }
        if (++points > MOST_POINTS) {
          throw new FormatException(place(at), "at most " + MOST_POINTS + " points in a drawing", "more");
        }
        times[size] = time(size == 0 ? 0 : times[size - 1]);
        expect(',');
        xs[size] = position("x");
        expect(',');
        ys[size] = position("y");
        size++;
      } while (skip(';'));
      if (at < text.length() && text.charAt(at) != '|') {
        throw new FormatException(place(at), "';' before a point, '|' before a stroke or the end",
            quote(text.substring(at)));
      }
      return new Stroke(Arrays.copyOf(times, size), Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
    }

    private int time(int earliest) throws FormatException {
      int start = at;
      String word = word();
      boolean digits = !word.isEmpty() && word.length() <= 10;
      for (int i = 0; i < word.length(); i++) {
        digits &= word.charAt(i) >= '0' && word.charAt(i) <= '9';
      }
      long value = digits ? Long.parseLong(word) : -1;
      if (value < earliest || value > Integer.MAX_VALUE) {
        throw new FormatException(place(start), "a time in whole milliseconds, at least " + earliest,
            quote(word));
      }
      return (int) value;
    }

    private float position(String name) throws FormatException {
      int start = at;
      return finite(word(), name, place(start));
    }

    private String word() {
      int start = at;
      while (at < text.length() && ",;|".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private void expect(char wanted) throws FormatException {
      if (!skip(wanted)) {
        String got = at < text.length() ? quote(text.substring(at)) : "the end";
        throw new FormatException(place(at), "'" + wanted + "' in a point time,x,y", got);
      }
    }

    private boolean skip(char wanted) {
      boolean there = at < text.length() && text.charAt(at) == wanted;
      at += there ? 1 : 0;
      return there;
    }

    private String place(int index) {
      return where + ", column " + (column + index + 1);
    }
  }
}
