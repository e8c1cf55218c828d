package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import java.util.Collections;
import java.util.List;

/**
 * A function with parameters. Flat features travel as [N examples, features], sequences as [T steps, N
 * examples, features], images as planes [C, H, W, N] (see {@link app.inkling.mllib.tensor.Tensor#planes}).
 */
public interface Layer {
  /**
   * Records this layer in {@code x}'s graph. May be called any number of times, in one graph or many: the
   * parameters are shared.
   *
   * @throws app.inkling.mllib.tensor.ShapeException naming this layer, if x doesn't fit
   */
  Var apply(Var x);

  /**
   * Shape of one example's output.
   *
   * @param perExample shape of one example's input: [features], [steps, features], or [height, width,
   *     channels]
   * @throws app.inkling.mllib.tensor.ShapeException naming this layer, if it doesn't fit
   */
  Shape outputShape(Shape perExample);

  /** In a fixed order; empty for a layer that learns nothing. */
  default List<Parameter> parameters() {
    return Collections.emptyList();
  }

  /**
   * Links from one example's inputs to its outputs, each a multiply-add (in pooling an addition or a
   * comparison); where weights are shared there are more of them than weights. Biases, and functions of
   * single numbers, have none.
   */
  default long connections(Shape perExample) {
    return 0;
  }

  /**
   * How much of a network's input one number of this layer's output depends on.
   *
   * @param before the same of this layer's input
   * @param perExample shape of one example's input
   */
  default ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return before;
  }

  /**
   * One line that {@link Layers#parse} turns back into this layer, with parameters of the same names and
   * shapes.
   */
  String describe();
}
