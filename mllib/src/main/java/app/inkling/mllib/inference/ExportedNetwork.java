package app.inkling.mllib.inference;

import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Stateful;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.ExportOptions;
import app.inkling.mllib.tflite.ExportedModel;
import app.inkling.mllib.tflite.TfliteExporter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network, its file for TensorFlow Lite, and the Java engine that judges whoever runs that file: one
 * signature for all of them, whatever the network is made of.
 *
 * <pre>{@code
 * ExportedNetwork keyboard = ExportedNetwork.step(network, ExportOptions.DEFAULTS.withInput("word"));
 * InferenceEngine other = new DesktopTfliteEngine(keyboard.file(), true, keyboard.signature().state());
 * new EngineChooser(1e-4f, deadline).choose(keyboard.javaEngine(), candidates, canaries);
 * }</pre>
 */
public final class ExportedNetwork {
  private final Layer network;
  private final ExportedModel model;
  private final boolean step;
  private final Signature signature;

  private ExportedNetwork(Layer network, ExportedModel model, boolean step) {
    this.network = network;
    this.model = model;
    this.step = step;
    signature = new Signature(specs(model.inputs()), specs(model.outputs()), model.state());
  }

  /** See {@link TfliteExporter#export(Layer, ExportOptions)}. */
  public static ExportedNetwork whole(Layer network, ExportOptions options) throws ExportException {
    return new ExportedNetwork(network, TfliteExporter.export(network, options), false);
  }

  /** See {@link TfliteExporter#exportStep}. */
  public static ExportedNetwork step(Layer network, ExportOptions options) throws ExportException {
    return new ExportedNetwork(network, TfliteExporter.exportStep(network, options), true);
  }

  /** The {@code .tflite} file's bytes, not copied: read-only, with a position of the caller's own. */
  public ByteBuffer content() {
    return model.content();
  }

  /** A copy of the {@code .tflite} file's bytes. */
  public byte[] file() {
    return model.file();
  }

  public Signature signature() {
    return signature;
  }

  /** A new engine in plain Java over the network's live weights. */
  public JavaEngine javaEngine() {
    return javaEngine(Kernels.PLAIN);
  }

  /** @param kernels the arithmetic: others than the plain set round differently */
  public JavaEngine javaEngine(Kernels kernels) {
    return new JavaEngine(signature, step ? this::recordStep : this::recordWhole, kernels);
  }

  private Map<String, Var> recordWhole(Map<String, Var> inputs) {
    Var x = inputs.get(signature.inputs().get(0).name());
    Var y = network.apply(ShapeOps.reshape(x, Shape.of(1, x.shape().size())));
    return Map.of(signature.outputs().get(0).name(), row(y));
  }

  private Map<String, Var> recordStep(Map<String, Var> inputs) {
    List<Var> states = new ArrayList<>();
    List<String> next = new ArrayList<>();
    for (TensorSpec input : signature.inputs()) {
      if (signature.state().containsKey(input.name())) {
        states.add(inputs.get(input.name()));
        next.add(signature.state().get(input.name()));
      }
    }
    Stateful result = Stateful.apply(network, inputs.get(signature.inputs().get(0).name()), states);
    Map<String, Var> outputs = new LinkedHashMap<>();
    outputs.put(signature.outputs().get(0).name(), result.output());
    for (int i = 0; i < next.size(); i++) {
      outputs.put(next.get(i), result.states().get(i));
    }
    return outputs;
  }

  /** The order of the numbers outside: images line by line, not channel by channel. */
  private static Var row(Var y) {
    return y.shape().rank() == 4 ? new Flatten().apply(y) : y;
  }

  private static List<TensorSpec> specs(List<ExportedModel.Port> ports) {
    List<TensorSpec> specs = new ArrayList<>();
    for (ExportedModel.Port port : ports) {
      if (port.type() == ExportedModel.Type.INT8) {
        throw new IllegalArgumentException("ExportedNetwork: engines take and give floats and 32-bit "
            + "integers, not " + port + "; leave out integerEdges");
      }
      specs.add(new TensorSpec(port.name(), TensorSpec.Type.valueOf(port.type().name()), port.shape()));
    }
    return specs;
  }
}
