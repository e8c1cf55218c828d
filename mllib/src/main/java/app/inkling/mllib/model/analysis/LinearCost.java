package app.inkling.mllib.model.analysis;

/**
 * What a linear regression of N examples with D inputs costs, in multiplications: a step of gradient descent N D
 * twice, the closed form N D^2 for the products and about D^3 / 6 for Cholesky's factors. So descent is cheaper
 * where fewer than about D / 2 steps are enough, and for many inputs the D^3 decides.
 *
 * @param examples N, at least 1
 * @param inputs D, at least 1
 */
public record LinearCost(long examples, long inputs) {
  public LinearCost {
    if (examples < 1 || inputs < 1) {
      throw new IllegalArgumentException("LinearCost: wants at least 1 example and 1 input, got " + examples
          + " and " + inputs);
    }
  }

  /** One step of descent: a prediction and a share of the gradient for each input of each example. */
  public long step() {
    return 2 * examples * inputs;
  }

  /** The products {@code X'X} and {@code X't} with all their elements, the factor, and two triangular systems. */
  public long closedForm() {
    long products = examples * inputs * (inputs + 1);
    long factor = (inputs - 1) * inputs * (inputs + 1) / 6;
    return products + factor + inputs * (inputs - 1);
  }

  /** Steps of descent that cost as much as the closed form. */
  public long affordableSteps() {
    return closedForm() / step();
  }
}
