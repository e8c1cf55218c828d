package app.inkling.mllib.model.vision;

import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.train.RowObjective;
import java.util.ArrayList;
import java.util.List;

/**
 * Several networks that answer together, by the mean of their probabilities.
 *
 * <p>The mean is never worse than its members are on average: -ln is convex, so the loss of the mean is at
 * most the mean of the losses (Jensen), and it is the smaller the more they disagree. For squared errors the
 * gain is exactly the members' variance round their mean (Krogh and Vedelsby 1995, "Neural network
 * ensembles, cross validation, and active learning"). It costs as many passes as there are members.
 */
public final class Ensemble {
  private final List<Layer> members = new ArrayList<>();

  /** @param logits networks that give logits, at least one */
  public Ensemble(List<? extends Layer> logits) {
    if (logits.isEmpty()) {
      throw new IllegalArgumentException("Ensemble: no members; wants at least one network");
    }
    for (Layer network : logits) {
      members.add(new Sequential("member", network, new Softmax()));
    }
  }

  /**
   * The mean of the members' probabilities.
   *
   * @param inputs one row an example
   * @return [N, classes]
   */
  public double[][] probabilities(float[][] inputs) {
    double[][] mean = null;
    for (Layer member : members) {
      float[][] rows = RowObjective.outputs(member, inputs);
      mean = mean == null ? new double[rows.length][rows[0].length] : mean;
      for (int n = 0; n < rows.length; n++) {
        for (int k = 0; k < rows[n].length; k++) {
          mean[n][k] += rows[n][k] / (double) members.size();
        }
      }
    }
    return mean;
  }

  /** Mean of -ln of the probability of the right class. */
  public double logLoss(float[][] inputs, int[] classes) {
    double[][] probabilities = probabilities(inputs);
    double sum = 0;
    for (int n = 0; n < classes.length; n++) {
      sum -= StrictMath.log(probabilities[n][classes[n]]);
    }
    return sum / classes.length;
  }

  /** Share of examples whose most probable class is the right one. */
  public double accuracy(float[][] inputs, int[] classes) {
    double[][] probabilities = probabilities(inputs);
    int right = 0;
    for (int n = 0; n < classes.length; n++) {
      int best = 0;
      for (int k = 1; k < probabilities[n].length; k++) {
        best = probabilities[n][k] > probabilities[n][best] ? k : best;
      }
      right += best == classes[n] ? 1 : 0;
    }
    return right / (double) classes.length;
  }
}
