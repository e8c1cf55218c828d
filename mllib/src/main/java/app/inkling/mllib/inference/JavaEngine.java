package app.inkling.mllib.inference;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Our own forward pass in plain Java: runs everywhere, needs nothing, and judges all other engines. One
 * thread; what it needs is allocated at the start, and a run allocates nothing.
 *
 * <p>Of one image at a time, a network's first layers run on planes ({@link OneImage}); all else is a {@link
 * Graph} run forward.
 *
 * <p>It reads the network's live weights: whoever trains the network changes what this engine answers.
 */
public final class JavaEngine implements InferenceEngine {
  /** The stable name of this engine. */
  public static final String NAME = "java";

  private final Signature signature;
  private final Graph graph;
  /** In the signature's order. */
  private final Tensor[] inputs;
  private final Tensor[] outputs;

  /**
   * @param signature one FLOAT32 input and one FLOAT32 output, whose first dimension is the batch and whose
   *     sizes are the network's
   */
  public JavaEngine(Sequential network, Signature signature) {
    this(network, signature, Kernels.PLAIN);
  }

  /** @param kernels the arithmetic: others than the plain set round differently */
  public JavaEngine(Sequential network, Signature signature, Kernels kernels) {
    this(signature, List.of(rowsOfFeatures(network, signature)), oneToOne(network, signature), kernels);
  }

  /** A model with any number of inputs, FLOAT32 or INT32, and of FLOAT32 outputs, with or without state. */
  public JavaEngine(Signature signature, ForwardPass pass) {
    this(signature, pass, Kernels.PLAIN);
  }

  /** @param kernels the arithmetic: others than the plain set round differently */
  public JavaEngine(Signature signature, ForwardPass pass, Kernels kernels) {
    this(signature, shapes(signature), pass, kernels);
  }

  private JavaEngine(Signature signature, List<Shape> shapes, ForwardPass pass, Kernels kernels) {
    this.signature = signature;
    graph = new Graph(kernels);
    inputs = new Tensor[signature.inputs().size()];
    Map<String, Var> variables = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = Tensor.zeros(shapes.get(i));
      variables.put(signature.inputs().get(i).name(), graph.input(inputs[i]));
    }
    Map<String, Var> made = pass.apply(Collections.unmodifiableMap(variables));
    outputs = new Tensor[signature.outputs().size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = output(signature.outputs().get(i), made);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public void run(Bindings bindings) {
    List<TensorSpec> in = signature.inputs();
    for (int i = 0; i < inputs.length; i++) {
      TensorSpec spec = in.get(i);
      if (spec.type() == TensorSpec.Type.FLOAT32) {
        inputs[i].copyFrom(bindings.floatInput(spec.name()));
      } else {
        copy(bindings.intInput(spec.name()), inputs[i].rows());
      }
    }
    graph.forward();
    List<TensorSpec> out = signature.outputs();
    for (int i = 0; i < outputs.length; i++) {
      outputs[i].copyTo(bindings.floatOutput(out.get(i).name()));
    }
  }

  /** Holds nothing that needs to be freed. */
  @Override
  public void close() { }

  private static void copy(int[] from, float[][] rows) {
    int next = 0;
    for (float[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = from[next++];
      }
    }
  }

  private static Tensor output(TensorSpec spec, Map<String, Var> made) {
    if (spec.type() != TensorSpec.Type.FLOAT32) {
      throw new IllegalArgumentException("JavaEngine: outputs are FLOAT32, wanted " + spec);
    }
    Var output = made.get(spec.name());
    if (output == null || output.value().size() != spec.size()) {
      throw new ShapeException("JavaEngine: wants the output " + spec + ", the forward pass gives "
          + (output == null ? "only " + made.keySet() : output.shape())
          + "; does the signature belong to this model?");
    }
    return output.value();
  }

  private static List<Shape> shapes(Signature signature) {
    List<Shape> shapes = new ArrayList<>();
    for (TensorSpec spec : signature.inputs()) {
      shapes.add(Shape.of(spec.shape()));
    }
    return shapes;
  }

  /** A network takes rows of features, whatever shape an example has outside. */
  private static Shape rowsOfFeatures(Sequential network, Signature signature) {
    if (signature.inputs().size() != 1 || signature.outputs().size() != 1 || !signature.state().isEmpty()) {
      throw new IllegalArgumentException("JavaEngine: a network has one input, one output and no state, got "
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
    return Shape.of(batch, features);
  }

  private static ForwardPass oneToOne(Sequential network, Signature signature) {
    String in = signature.inputs().get(0).name();
    String out = signature.outputs().get(0).name();
    return inputs -> Collections.singletonMap(out, OneImage.apply(network, inputs.get(in)));
  }

  private static void requireFloats(TensorSpec spec) {
    if (spec.type() != TensorSpec.Type.FLOAT32 || spec.shape().length < 2) {
      throw new IllegalArgumentException("JavaEngine: wants FLOAT32 with a batch dimension, got " + spec);
    }
  }
}
