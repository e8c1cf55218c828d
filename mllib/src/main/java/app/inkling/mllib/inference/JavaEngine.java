package app.inkling.mllib.inference;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;

/**
 * Our own forward pass in plain Java: runs everywhere, needs nothing, and judges all other engines. One
 * thread; what it needs is allocated at the start, and a run allocates nothing.
 *
 * <p>It reads the network's live weights: whoever trains the network changes what this engine answers.
 */
public final class JavaEngine implements InferenceEngine {
  private final Signature signature;
  private final String inputName;
  private final String outputName;
  private final Graph graph;
  private final Tensor input;
  private final Var output;

  /**
   * @param signature one FLOAT32 input and one FLOAT32 output, whose first dimension is the batch and whose
   *     sizes are the network's
   */
  public JavaEngine(Sequential network, Signature signature) {
    this(network, signature, Kernels.PLAIN);
  }

  /** @param kernels the arithmetic: others than the plain set round differently */
  public JavaEngine(Sequential network, Signature signature, Kernels kernels) {
    graph = new Graph(kernels);
    this.signature = signature;
    if (signature.inputs().size() != 1 || signature.outputs().size() != 1 || !signature.state().isEmpty()) {
      throw new IllegalArgumentException("JavaEngine: wants one input, one output and no state, got "
          + signature);
    }
    TensorSpec in = signature.inputs().get(0);
    TensorSpec out = signature.outputs().get(0);
    requireFloats(in);
    requireFloats(out);
    int batch = in.shape()[0];
    int features = in.size() / batch;
    int wanted = batch * network.outputShape(Shape.of(features)).size();
    if (out.shape()[0] != batch || out.size() != wanted) {
      throw new ShapeException("JavaEngine: network \"" + network.name() + "\" makes " + wanted
          + " numbers of " + in + ", the output is " + out + "; does the signature belong to this network?");
    }
    inputName = in.name();
    outputName = out.name();
    input = Tensor.zeros(Shape.of(batch, features));
    output = network.apply(graph.input(input));
  }

  @Override
  public String name() {
    return "java";
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public void run(Bindings bindings) {
    input.copyFrom(bindings.floatInput(inputName));
    graph.forward();
    output.value().copyTo(bindings.floatOutput(outputName));
  }

  /** Holds nothing that needs to be freed. */
  @Override
  public void close() { }

  private static void requireFloats(TensorSpec spec) {
    if (spec.type() != TensorSpec.Type.FLOAT32 || spec.shape().length < 2) {
      throw new IllegalArgumentException("JavaEngine: wants FLOAT32 with a batch dimension, got " + spec);
    }
  }
}
