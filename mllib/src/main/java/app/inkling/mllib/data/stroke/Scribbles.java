package app.inkling.mllib.data.stroke;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * Random drawings that show no digit: scribbles, dots, lines, letters and symbols, several digits at once.
 * One family to train refusal with, one that shares no kind of drawing with it to measure refusal with.
 */
public final class Scribbles {
  private static final float SIDE = Glyph.BOX;
  private static final int INTERVAL = 8;
  private static final float TWO_PI = 6.2831855f;
  private static final StrokeVariation HAND = new StrokeVariation(1);

  private Scribbles() {}

  /**
   * A drawing of a kind to train with: half of them letters and symbols, the others scribbles, lines, dots,
   * many digits.
   */
  public static Drawing forTraining(Rng random) {
    if (random.nextInt(2) == 0) {
      return glyph(Glyphs.others(), random);
    }
    return switch (random.nextInt(13)) {
      case 0, 1 -> curves(random);
      case 9, 10, 11 -> pieces(random);
      case 2 -> hatching(random);
      case 3 -> spiral(random);
      case 4 -> dots(random);
      case 5 -> flatLines(random);
      case 6, 7 -> digitsInARow(random);
      case 8 -> digitOverDigit(random);
      default -> struckOut(random);
    };
  }

  /** A drawing of a kind never trained with: letters, symbols, polygons, figures of Lissajous, coils. */
  public static Drawing heldOut(Rng random) {
    if (random.nextInt(2) == 0) {
      return glyph(Glyphs.heldOutOthers(), random);
    }
    return switch (random.nextInt(4)) {
      case 0 -> polygon(random);
      case 1 -> lissajous(random);
      case 2 -> coil(random);
      default -> burst(random);
    };
  }

  private static Drawing glyph(List<Glyph> glyphs, Rng random) {
    return HAND.vary(glyphs.get(random.nextInt(glyphs.size())).drawing(random, 2.5f), random);
  }

  /** One to three smooth curves through many random points. */
  private static Drawing curves(Rng random) {
    List<Stroke> strokes = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int s = 0; s < count; s++) {
      StringBuilder points = new StringBuilder();
      int corners = 7 + random.nextInt(14);
      for (int i = 0; i < corners; i++) {
        points.append(random.nextInt(100)).append(',').append(random.nextInt(100)).append(' ');
      }
      strokes.addAll(new Glyph("curve", LabelledDrawing.NOT_A_DIGIT, points.toString()).drawing().strokes());
    }
    return new Drawing(SIDE, SIDE, strokes);
  }

  /** Four to six short lines and arcs that cross or stand apart, as in letters nobody has invented. */
  private static Drawing pieces(Rng random) {
    int count = 4 + random.nextInt(3);
    StringBuilder glyph = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int points = 2 + random.nextInt(2);
      for (int point = 0; point < points; point++) {
        glyph.append(25 * random.nextInt(5)).append(',').append(25 * random.nextInt(5)).append(' ');
      }
      glyph.append(i + 1 < count ? "|" : "");
    }
    return HAND.vary(new Glyph("pieces", LabelledDrawing.NOT_A_DIGIT, glyph.toString()).drawing(random, 4),
        random);
  }

  /** To and fro, in one stroke or several. */
  private static Drawing hatching(Rng random) {
    boolean lifted = random.nextInt(2) == 0;
    int lines = 5 + random.nextInt(8);
    List<Stroke> strokes = new ArrayList<>();
    Points points = new Points(0, INTERVAL);
    for (int i = 0; i < lines; i++) {
      float x = SIDE * i / lines;
      float top = 12 * normal(random);
      float bottom = SIDE + 12 * normal(random);
      points.add(x, i % 2 == 0 ? top : bottom);
      points.add(x + SIDE / lines * random.nextFloat(), i % 2 == 0 ? bottom : top);
      if (lifted) {
        strokes.add(points.stroke());
        points = new Points(0, INTERVAL);
      }
    }
    if (!lifted) {
      strokes.add(points.stroke());
    }
    return turned(new Drawing(SIDE, SIDE, strokes), random);
  }

  private static Drawing spiral(Rng random) {
    float turns = 2.3f + 2.5f * random.nextFloat();
    float start = TWO_PI * random.nextFloat();
    int way = random.nextInt(2) == 0 ? 1 : -1;
    Points points = new Points(0, INTERVAL);
    int steps = (int) (40 * turns);
    for (int i = 0; i <= steps; i++) {
      float radius = SIDE / 2 * i / steps;
      float angle = start + way * TWO_PI * turns * i / steps;
      points.add(cos(radius, angle), sin(radius, angle));
    }
    return HAND.vary(new Drawing(SIDE, SIDE, List.of(points.stroke())), random);
  }

  /** One blot, or dots here and there. */
  private static Drawing dots(Rng random) {
    int count = random.nextInt(3) == 0 ? 1 : 2 + random.nextInt(6);
    List<Stroke> strokes = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      float x = SIDE * random.nextFloat();
      float y = SIDE * random.nextFloat();
      Points points = new Points(0, INTERVAL);
      int size = count == 1 ? 2 + random.nextInt(8) : 1 + random.nextInt(4);
      for (int i = 0; i < size; i++) {
        points.add(x + normal(random), y + normal(random));
      }
      strokes.add(points.stroke());
    }
    return new Drawing(SIDE, SIDE, strokes);
  }

  /** One line or a few, nearer to level than to upright. */
  private static Drawing flatLines(Rng random) {
    int count = random.nextInt(2) == 0 ? 1 : 2 + random.nextInt(3);
    float slope = 0.8f * (random.nextFloat() - 0.5f);
    List<Stroke> strokes = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      Points points = new Points(0, INTERVAL);
      float bow = 10 * normal(random);
      float y = SIDE * s / count + 4 * normal(random);
      for (int x = 0; x <= 100; x += 5) {
        points.add(x + normal(random), y + slope * x + bow * (x - 50) * (x - 50) / 2500
            + 0.5f * normal(random));
      }
      strokes.add(points.stroke());
    }
    return new Drawing(SIDE, SIDE, strokes);
  }

  private static Drawing digitsInARow(Rng random) {
    int count = 2 + random.nextInt(3);
    List<Stroke> strokes = new ArrayList<>();
    float x = 0;
    for (int i = 0; i < count; i++) {
      Drawing digit = digit(random);
      Box box = Box.of(digit);
      float y = 6 * normal(random);
      for (Stroke stroke : digit.strokes()) {
        strokes.add(moved(stroke, x - box.left(), y));
      }
      x += box.right() - box.left() + 12 + 25 * random.nextFloat();
    }
    return new Drawing(SIDE, SIDE, strokes);
  }

  /** Two digits from 2 to 9, one upon another or crossing; a 1 could vanish in the other. */
  private static Drawing digitOverDigit(Rng random) {
    int first = 2 + random.nextInt(8);
    int second = 2 + (first - 1 + random.nextInt(7)) % 8;
    List<Stroke> strokes = new ArrayList<>(digit(first, random).strokes());
    for (Stroke stroke : digit(second, random).strokes()) {
      strokes.add(moved(stroke, 25 * normal(random), 15 + 20 * random.nextFloat()));
    }
    return new Drawing(SIDE, SIDE, strokes);
  }

  /** A digit crossed out by lines. */
  private static Drawing struckOut(Rng random) {
    List<Stroke> strokes = new ArrayList<>(digit(random).strokes());
    int lines = 2 + random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      Points points = new Points(0, INTERVAL);
      points.add(-10 + 10 * normal(random), SIDE * random.nextFloat());
      points.add(SIDE + 10 + 10 * normal(random), SIDE * random.nextFloat());
      strokes.add(points.stroke());
    }
    return new Drawing(SIDE, SIDE, strokes);
  }

  /** Straight lines between random points. */
  private static Drawing polygon(Rng random) {
    Points points = new Points(0, INTERVAL);
    int corners = 8 + random.nextInt(10);
    for (int i = 0; i < corners; i++) {
      points.add(SIDE * random.nextFloat(), SIDE * random.nextFloat());
    }
    return new Drawing(SIDE, SIDE, List.of(points.stroke()));
  }

  private static Drawing lissajous(Rng random) {
    int across = 2 + random.nextInt(3);
    int down = across + 1;
    float phase = 0.3f + random.nextFloat();
    Points points = new Points(0, INTERVAL);
    for (int i = 0; i <= 200; i++) {
      float angle = TWO_PI * i / 200;
      points.add(sin(SIDE / 2, across * angle), sin(SIDE / 2, down * angle + phase));
    }
    return turned(new Drawing(SIDE, SIDE, List.of(points.stroke())), random);
  }

  /** Loops in a row. */
  private static Drawing coil(Rng random) {
    int loops = 3 + random.nextInt(5);
    float size = 15 + 15 * random.nextFloat();
    Points points = new Points(0, INTERVAL);
    for (int i = 0; i <= 30 * loops; i++) {
      float angle = TWO_PI * i / 30;
      points.add(2 * SIDE * i / (30 * loops) + cos(size, angle), sin(1.5f * size, angle));
    }
    return HAND.vary(new Drawing(SIDE, SIDE, List.of(points.stroke())), random);
  }

  /** Rays from one point. */
  private static Drawing burst(Rng random) {
    int rays = 6 + random.nextInt(7);
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < rays; i++) {
      float angle = TWO_PI * (i + 0.5f * random.nextFloat()) / rays;
      Points points = new Points(0, INTERVAL);
      float inner = 10 * random.nextFloat();
      float outer = 30 + 20 * random.nextFloat();
      points.add(cos(inner, angle), sin(inner, angle));
      points.add(cos(outer, angle), sin(outer, angle));
      strokes.add(points.stroke());
    }
    return new Drawing(SIDE, SIDE, strokes);
  }

  private static Drawing digit(Rng random) {
    return digit(random.nextInt(10), random);
  }

  private static Drawing digit(int digit, Rng random) {
    List<Glyph> styles = Glyphs.styles(digit);
    return HAND.vary(styles.get(random.nextInt(styles.size())).drawing(random, 2), random);
  }

  private static Stroke moved(Stroke stroke, float x, float y) {
    return mapped(stroke, 1, 0, x, y);
  }

  private static Drawing turned(Drawing drawing, Rng random) {
    float angle = TWO_PI * random.nextFloat();
    float cos = cos(1, angle);
    float sin = sin(1, angle);
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      strokes.add(mapped(stroke, cos, sin, 0, 0));
    }
    return new Drawing(drawing.width(), drawing.height(), strokes);
  }

  private static Stroke mapped(Stroke stroke, float cos, float sin, float x, float y) {
    int[] times = new int[stroke.size()];
    float[] xs = new float[stroke.size()];
    float[] ys = new float[stroke.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = stroke.time(i);
      xs[i] = cos * stroke.x(i) - sin * stroke.y(i) + x;
      ys[i] = sin * stroke.x(i) + cos * stroke.y(i) + y;
    }
    return new Stroke(times, xs, ys);
  }

  private static float normal(Rng random) {
    return (float) random.nextGaussian();
  }

  private static float cos(float radius, float angle) {
    return radius * (float) StrictMath.cos(angle);
  }

  private static float sin(float radius, float angle) {
    return radius * (float) StrictMath.sin(angle);
  }
}
