package app.inkling.mllib.model.linear;

/**
 * A support vector machine for several classes: the right class has to win by a margin of 1, and what is
 * missing costs, {@code sum over k != right of max(0, s[k] - s[right] + 1)} (Weston and Watkins 1999). The
 * penalty on W, weighted against it, decides how wide the margin is.
 */
public final class MulticlassSvm extends LinearClassifier {
  public MulticlassSvm(int inputs, int classes) {
    super(inputs, classes);
  }

  @Override
  double loss(double[] scores, int right, double[] slopes) {
    double loss = 0;
    slopes[right] = 0;
    for (int k = 0; k < scores.length; k++) {
      if (k != right) {
        double missing = scores[k] - scores[right] + 1;
        slopes[k] = missing > 0 ? 1 : 0;
        slopes[right] -= slopes[k];
        loss += Math.max(0, missing);
      }
    }
    return loss;
  }
}
