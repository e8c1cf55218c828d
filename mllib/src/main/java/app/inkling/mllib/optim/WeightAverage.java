package app.inkling.mllib.optim;

import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * An exponential moving average of weights, which generalises better than the weights of the last step (Polyak and Juditsky,
 * "Acceleration of stochastic approximation by averaging", 1992).
 *
 * <p>While few steps are made it forgets faster: after step t, counted from 1, it keeps the smaller of {@code keep} and
 * (1 + t) / (10 + t), so that the first, random weights don't linger.
 */
public final class WeightAverage {
  private final float keep;
  private final List<Tensor> averages = new ArrayList<>();
  private long steps;

  /**
   * @param keep share of the average that survives a step, 0 up to below 1; 0.999 is usual
   * @param values the weights as they are now, where the average starts
   */
  public WeightAverage(float keep, List<Tensor> values) {
    if (!(keep >= 0 && keep < 1)) {
      throw new IllegalArgumentException("WeightAverage: keep is " + keep + "; wants 0 up to, not including, 1");
    }
    this.keep = keep;
    for (Tensor value : values) {
      Tensor average = Tensor.zerosLike(value);
      average.copyFrom(value);
      averages.add(average);
    }
  }

  /** Moves the average towards the weights, to be called after each update. */
  public void update(List<Tensor> values) {
    steps++;
    float share = 1 - Math.min(keep, (1f + steps) / (10f + steps));
    for (int i = 0; i < averages.size(); i++) {
      float[][] average = averages.get(i).rows();
      float[][] value = values.get(i).rows();
      for (int row = 0; row < average.length; row++) {
        Rows.blend(average[row], average[row], value[row], share, average[row].length);
      }
    }
  }

  /** The averages, in the order of the weights; its own tensors, not copies. */
  public List<Tensor> averages() {
    return averages;
  }

  public long steps() {
    return steps;
  }

  /** Goes on from saved averages after so many steps. */
  public void restore(List<Tensor> saved, long savedSteps) {
    if (saved.size() != averages.size()) {
      throw new IllegalArgumentException("WeightAverage: saved are " + saved.size() + " averages; wants " + averages.size());
    }
    for (int i = 0; i < saved.size(); i++) {
      averages.get(i).copyFrom(saved.get(i));
    }
    steps = savedSteps;
  }
}
