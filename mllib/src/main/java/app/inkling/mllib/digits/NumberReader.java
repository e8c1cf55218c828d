package app.inkling.mllib.digits;

import app.inkling.mllib.data.stroke.Box;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.mllib.inference.EngineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Reads several digits drawn side by side as a number: of all ways to part the strokes, taken from left to
 * right, into digits it chooses the one whose digits are the most probable together (over-segmentation and a
 * best path: LeCun et al., Gradient-Based Learning Applied to Document Recognition, 1998, section V),
 * counting against it pieces that overlap and strokes taken together over a gap. Digits must not share a
 * stroke.
 *
 * <p>Belongs to one reader and its thread.
 */
public final class NumberReader {
  /** Strokes that a digit is drawn with, at most. */
  private static final int MOST_STROKES = 4;
  /** Strokes of a number, at most: the time grows with it. */
  private static final int MOST_IN_ALL = 60;
  /**
   * Cost of parting strokes that overlap wholly, of joining over a gap as wide as the number is high; in
   * nats.
   */
  private static final double OVERLAP_COST = 8;
  private static final double GAP_COST = 12;
  /** What a digit costs in itself: one digit is simpler than two. */
  private static final double DIGIT_COST = 0.5;

  private final DigitReader reader;

  public NumberReader(DigitReader reader) {
    this.reader = reader;
  }

  /**
   * What a drawing says.
   *
   * @param digits from left to right; empty for a blank drawing
   * @param parts the strokes of each digit
   */
  public record Reading(List<DigitGuess> digits, List<Drawing> parts) {
    /** The figures one after the other, such as {@code 407}. */
    public String text() {
      StringBuilder text = new StringBuilder();
      digits.forEach(digit -> text.append(digit.digit()));
      return text.toString();
    }

    /** Probability that all of them are right, 0 to 1. */
    public double confidence() {
      double product = digits.isEmpty() ? 0 : 1;
      for (DigitGuess digit : digits) {
        product *= digit.confidence();
      }
      return product;
    }

    /** Whether something in it is no digit. */
    public boolean refused() {
      return digits.isEmpty() || digits.stream().anyMatch(DigitGuess::refused);
    }
  }

  /** @throws EngineException the engine failed; it must then be closed */
  public Reading read(Drawing drawing) throws EngineException {
    if (drawing.strokes().size() > MOST_IN_ALL || drawing.isEmpty()) {
      return new Reading(drawing.isEmpty() ? List.of() : List.of(reader.read(drawing)),
          drawing.isEmpty() ? List.of() : List.of(drawing));
    }
    List<Stroke> strokes = new ArrayList<>(drawing.strokes());
    strokes.sort(Comparator.comparingDouble(stroke -> box(stroke).middleX()));
    int count = strokes.size();
    double height = Box.of(drawing).bottom() - Box.of(drawing).top();
    double[] cost = new double[count + 1];
    int[] from = new int[count + 1];
    DigitGuess[] guesses = new DigitGuess[count + 1];
    for (int end = 1; end <= count; end++) {
      cost[end] = Double.POSITIVE_INFINITY;
      for (int start = Math.max(0, end - MOST_STROKES); start < end; start++) {
        double shape = gaps(strokes.subList(start, end), height) + DIGIT_COST
            + (start > 0 ? OVERLAP_COST * overlap(strokes.subList(0, start), strokes.subList(start, end))
            : 0);
        if (cost[start] + shape < cost[end]) {
          DigitGuess guess = reader.read(part(drawing, strokes.subList(start, end)));
          double whole = cost[start] + shape - StrictMath.log(Math.max(1e-6, guess.confidence()))
              - StrictMath.log(Math.max(1e-6, 1 - guess.notADigit()));
          if (whole < cost[end]) {
            cost[end] = whole;
            from[end] = start;
            guesses[end] = guess;
          }
        }
      }
    }
    List<DigitGuess> digits = new ArrayList<>();
    List<Drawing> parts = new ArrayList<>();
    for (int end = count; end > 0; end = from[end]) {
      digits.add(guesses[end]);
      parts.add(part(drawing, strokes.subList(from[end], end)));
    }
    Collections.reverse(digits);
    Collections.reverse(parts);
    return new Reading(digits, parts);
  }

  /** The strokes in the order in which they were drawn, on the same canvas. */
  private static Drawing part(Drawing drawing, List<Stroke> strokes) {
    List<Stroke> inOrder = new ArrayList<>(drawing.strokes());
    inOrder.retainAll(strokes);
    return new Drawing(drawing.width(), drawing.height(), inOrder);
  }

  /** What it costs to take strokes together over the gaps between them. */
  private static double gaps(List<Stroke> strokes, double height) {
    double cost = 0;
    float right = box(strokes.get(0)).right();
    for (Stroke stroke : strokes.subList(1, strokes.size())) {
      cost += GAP_COST * Math.max(0, box(stroke).left() - right) / Math.max(height, 1e-6);
      right = Math.max(right, box(stroke).right());
    }
    return cost;
  }

  /**
   * How far the strokes on the left reach over those on the right, as a share of the narrower side, 0 to 1.
   */
  private static double overlap(List<Stroke> left, List<Stroke> right) {
    float leftEnd = Float.NEGATIVE_INFINITY;
    float leftStart = Float.POSITIVE_INFINITY;
    float rightStart = Float.POSITIVE_INFINITY;
    float rightEnd = Float.NEGATIVE_INFINITY;
    for (Stroke stroke : left) {
      leftEnd = Math.max(leftEnd, box(stroke).right());
    }
    for (Stroke stroke : left) {
      leftStart = box(stroke).right() == leftEnd ? Math.min(leftStart, box(stroke).left()) : leftStart;
    }
    for (Stroke stroke : right) {
      rightStart = Math.min(rightStart, box(stroke).left());
      rightEnd = Math.max(rightEnd, box(stroke).right());
    }
    float narrower = Math.min(leftEnd - leftStart, rightEnd - rightStart);
    float shared = Math.min(leftEnd, rightEnd) - Math.max(leftStart, rightStart);
    return narrower <= 0 ? (shared >= 0 ? 0.5 : 0) : Math.max(0, Math.min(1, shared / narrower));
  }

  private static Box box(Stroke stroke) {
    return Box.of(new Drawing(1, 1, List.of(stroke)));
  }
}
