package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.Evidence;
import app.inkling.mllib.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Instant learning: remembers the user's drawings whose meaning is known, and when a new one looks like one
 * of them, speaks for its digit. Nothing is trained, so a corrected drawing counts at once, and forgetting
 * one is taking it out.
 *
 * <p>Drawings are compared by what the network's convolutions see of them, as the cosine of two such vectors
 * (nearest neighbours on a network's features: Donahue et al., "DeCAF", 2014). The most similar drawing s of
 * each class adds {@code 20 * (s - 0.6) + 100 * (s - 0.8)} (each part only where it is positive) to the
 * logarithm of the class's probability. Other hands' digits are seldom as similar as 0.8 to one's own, and so
 * are read as before.
 *
 * <pre>{@code
 * DigitMemory memory = new DigitMemory(model);
 * for (OwnDrawing drawing : corrected) memory.remember(drawing);
 * DigitReader reader = new DigitReader(engine, model, memory);
 * }</pre>
 *
 * Belongs to one model: make a new one when another version is used. One thread at a time, the reader's.
 */
public final class DigitMemory implements Evidence {
  /** Drawings of one class that are kept; the oldest go first. */
  public static final int MOST_OF_A_CLASS = 100;

  private static final double SIMILAR = 0.6;
  private static final double SIMILAR_WEIGHT = 20;
  private static final double ALIKE = 0.8;
  private static final double ALIKE_WEIGHT = 100;

  private final Features eyes;
  private final int features;
  private final StrokeRenderer renderer = new StrokeRenderer();
  private final Map<UUID, Remembered> remembered = new LinkedHashMap<>();
  private final float[] asked;
  private final double[] most = new double[DigitModel.CLASSES];
  private final double[] logs = new double[DigitModel.CLASSES];

  /** Remembers nothing yet. */
  public DigitMemory(DigitModel model) {
    DigitParts parts = DigitParts.of(model);
    features = parts.features();
    eyes = Features.ofImages(parts.sees(), 1, Kernels.PLAIN);
    asked = new float[features];
  }

  /** A drawing as it is seen, of length 1. */
  private record Remembered(int digit, float[] seen) {}

  /** Remembers a drawing; one of the same id is replaced. */
  public void remember(OwnDrawing drawing) {
    forget(drawing.id());
    float[] seen = new float[features];
    renderer.render(drawing.drawing(), eyes.input(0));
    see(seen);
    remembered.put(drawing.id(), new Remembered(drawing.digit(), seen));
    makeRoom(drawing.digit());
  }

  private void makeRoom(int digit) {
    long same = remembered.values().stream().filter(other -> other.digit == digit).count();
    Iterator<Remembered> oldest = remembered.values().iterator();
    while (same > MOST_OF_A_CLASS) {
      if (oldest.next().digit == digit) {
        oldest.remove();
        same--;
      }
    }
  }

  /** Forgets a drawing; does nothing if there is none of that id. */
  public void forget(UUID id) {
    remembered.remove(id);
  }

  /** Number of drawings remembered. */
  public int size() {
    return remembered.size();
  }

  @Override
  public void weigh(float[] image, float[] probabilities) {
    if (remembered.isEmpty()) {
      return;
    }
    System.arraycopy(image, 0, eyes.input(0), 0, image.length);
    see(asked);
    Arrays.fill(most, 0);
    for (Remembered other : remembered.values()) {
      int k = SessionMatter.classOf(other.digit);
      most[k] = Math.max(most[k], similarity(asked, other.seen));
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < logs.length; k++) {
      logs[k] = StrictMath.log(Math.max(probabilities[k], Float.MIN_NORMAL))
          + SIMILAR_WEIGHT * Math.max(0, most[k] - SIMILAR) + ALIKE_WEIGHT * Math.max(0, most[k] - ALIKE);
      highest = Math.max(highest, logs[k]);
    }
    double sum = 0;
    for (int k = 0; k < logs.length; k++) {
      logs[k] = StrictMath.exp(logs[k] - highest);
      sum += logs[k];
    }
    for (int k = 0; k < logs.length; k++) {
      probabilities[k] = (float) (logs[k] / sum);
    }
  }

  /** The user's drawings that look most like this one, most similar first. */
  public List<Neighbour> nearest(Drawing drawing, int most) {
    renderer.render(drawing, eyes.input(0));
    see(asked);
    List<Neighbour> neighbours = new ArrayList<>();
    remembered.forEach((id, other) -> neighbours.add(new Neighbour(id, other.digit, similarity(asked,
        other.seen))));
    neighbours.sort(Comparator.comparingDouble(Neighbour::similarity).reversed());
    return new ArrayList<>(neighbours.subList(0, Math.min(most, neighbours.size())));
  }

  /** Runs the network on its input and writes what it sees, scaled to length 1. */
  private void see(float[] seen) {
    eyes.run();
    System.arraycopy(eyes.output(0), 0, seen, 0, features);
    normalise(seen);
  }

  static void normalise(float[] vector) {
    float length = (float) StrictMath.sqrt(similarity(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] = length > 0 ? vector[i] / length : 0;
    }
  }

  static double similarity(float[] first, float[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += (double) first[i] * second[i];
    }
    return sum;
  }
}
