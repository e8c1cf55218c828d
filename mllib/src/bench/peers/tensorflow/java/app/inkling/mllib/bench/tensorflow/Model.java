package app.inkling.mllib.bench.tensorflow;

import app.inkling.mllib.bench.work.Images;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.SparseSoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A graph in the making, its session, and its variables with the first weights. */
final class Model implements AutoCloseable {
  final Ops tf;
  final Graph graph;
  final Session session;
  private final List<Variable<TFloat32>> variables = new ArrayList<>();

  Model(Ops tf, Graph graph, Session session) {
    this.tf = tf;
    this.graph = graph;
    this.session = session;
  }

  /** [count, 784]. */
  Placeholder<TFloat32> pixels(int count) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(count, Images.PIXELS)));
  }

  /** [count, 28, 28, 1]. */
  Placeholder<TFloat32> images(int count) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(count, Images.SIDE, Images.SIDE, 1)));
  }

  Placeholder<TInt32> integers(int count) {
    return tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(count)));
  }

  /** A variable that holds {@code values} from now on. */
  Operand<TFloat32> weight(float[] values, long... shape) {
    Variable<TFloat32> variable = tf.variable(Shape.of(shape), TFloat32.class);
    Placeholder<TFloat32> initial = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    Assign<TFloat32> assign = tf.assign(variable, initial);
    try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values))) {
      session.runner().feed(initial, tensor).addTarget(assign).run().close();
    }
    variables.add(variable);
    return variable;
  }

  Operand<TFloat32> zeros(int count) {
    return weight(new float[count], count);
  }

  Operand<TFloat32> dense(Operand<TFloat32> x, float[] weights, int inputs, int outputs) {
    return tf.nn.biasAdd(tf.linalg.matMul(x, weight(weights, inputs, outputs)), zeros(outputs));
  }

  /** Mean cross-entropy of logits [count, classes], and the gradient that its operation computes too. */
  Loss loss(Operand<TFloat32> logits, Operand<TInt32> labels, int count) {
    SparseSoftmaxCrossEntropyWithLogits<TFloat32> losses =
        SparseSoftmaxCrossEntropyWithLogits.create(tf.scope(), logits, labels);
    return new Loss(tf.math.mean(losses.loss(), tf.constant(new int[] {0})), logits,
        tf.math.mul(losses.backprop(), tf.constant(1f / count)));
  }

  record Loss(Operand<TFloat32> value, Operand<TFloat32> logits, Operand<TFloat32> logitsGradient) {}

  /** The gradients, in the order of the variables' making. */
  List<Operand<TFloat32>> gradients(Loss loss) {
    Output<?>[] outputs = graph.addGradients("gradients", new Output<?>[] {loss.logits.asOutput()},
        variables.stream().map(Operand::asOutput).toArray(Output<?>[]::new),
        new Output<?>[] {loss.logitsGradient.asOutput()});
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    for (Output<?> output : outputs) {
      gradients.add(output.expect(TFloat32.class));
    }
    return gradients;
  }

  /** Steps of gradient descent, one a variable, none before all gradients are there: those read variables. */
  List<Op> updates(List<Operand<TFloat32>> gradients, float learningRate) {
    List<Op> updates = new ArrayList<>();
    Ops last = tf.withControlDependencies(new ArrayList<Op>(gradients));
    for (int i = 0; i < variables.size(); i++) {
      updates.add(last.train.applyGradientDescent(variables.get(i), tf.constant(learningRate),
          gradients.get(i)));
    }
    return updates;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
