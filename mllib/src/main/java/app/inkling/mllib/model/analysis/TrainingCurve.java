package app.inkling.mllib.model.analysis;

import app.inkling.mllib.train.StepReport;
import app.inkling.mllib.train.TrainingListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A training as a curve: the loss of every update, and after each epoch the mean of its updates beside a loss on
 * examples that taught nothing. Where the second turns up while the first goes on down, the network has begun to
 * learn its examples by heart. Hand it to the trainer as listener.
 */
public final class TrainingCurve implements TrainingListener {
  /**
   * One epoch.
   *
   * @param epoch from 1
   * @param training mean loss of its updates, each before it was made
   * @param validation loss after it
   */
  public record Point(int epoch, double training, double validation) {
    /** By how much unknown examples are worse. */
    public double gap() {
      return validation - training;
    }
  }

  private final List<Double> losses = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private int begun;

  @Override
  public void onStep(StepReport step) {
    losses.add(step.loss());
  }

  /**
   * Ends an epoch.
   *
   * @param validation loss of the network as it is now on other examples
   * @throws IllegalStateException no update was made since the last one
   */
  public Point epoch(double validation) {
    if (begun == losses.size()) {
      throw new IllegalStateException("TrainingCurve: no update since epoch " + points.size()
          + "; was the curve handed to the trainer?");
    }
    double mean = losses.subList(begun, losses.size()).stream().mapToDouble(loss -> loss).average()
        .getAsDouble();
    begun = losses.size();
    points.add(new Point(points.size() + 1, mean, validation));
    return points.get(points.size() - 1);
  }

  /** Loss of every update so far, over its own batch. */
  public List<Double> losses() {
    return Collections.unmodifiableList(losses);
  }

  /** Every epoch so far. */
  public List<Point> points() {
    return Collections.unmodifiableList(points);
  }

  /** The epoch with the lowest validation loss, the first of equal ones: where to stop. */
  public Point best() {
    return points.stream().reduce((best, point) -> point.validation() < best.validation() ? point : best)
        .orElseThrow(() -> new IllegalStateException("TrainingCurve: no epoch has ended yet"));
  }
}
