package app.inkling.mllib.cli.tflite;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineException.Phase;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithXNNPACK;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithoutDefaultDelegates;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.StringIntMap;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * TensorFlow Lite 2.20 on a desktop machine, on one thread: the command-line tool's {@code --engine tflite}.
 * What goes in and out is read from the file's signature {@code serving_default}. Linux on x86_64 only: the
 * tool carries no other native library.
 */
public final class DesktopTfliteEngine implements InferenceEngine {
  private static final String PLATFORM = "linux-x86_64";
  private static final String SIGNATURE_KEY = "serving_default";

  private final String name;
  /** Native objects, the newest first: the order to free them in. */
  private final Deque<Pointer> owned = new ArrayDeque<>();
  private final List<TfliteBuffer> inputs = new ArrayList<>();
  private final List<TfliteBuffer> outputs = new ArrayList<>();
  private final Interpreter interpreter;
  private final Signature signature;

  /** With XNNPACK, as phones run it; the engine's name is {@code tflite-cpu}. */
  public DesktopTfliteEngine(byte[] model) throws EngineException {
    this(model, true);
  }

  /** @param xnnpack false for TensorFlow Lite's own kernels, under the name {@code tflite-builtin} */
  public DesktopTfliteEngine(byte[] model, boolean xnnpack) throws EngineException {
    this(model, xnnpack, Map.of());
  }

  /**
   * A model with state, which files do not mark as such.
   *
   * @param state input name to the output that holds its next value, as in {@link Signature#state()}
   */
  public DesktopTfliteEngine(byte[] model, boolean xnnpack, Map<String, String> state)
      throws EngineException {
    name = xnnpack ? "tflite-cpu" : "tflite-builtin";
    if (!PLATFORM.equals(Loader.Detector.getPlatform())) {
      throw failed(Phase.CREATE, "TensorFlow Lite comes with this tool for " + PLATFORM
          + " only, this machine is " + Loader.Detector.getPlatform() + "; use the java engine", null);
    }
    try {
      interpreter = interpreter(model, xnnpack);
      signature = readSignature(state);
    } catch (EngineException | RuntimeException | LinkageError e) {
      close();
      throw e instanceof EngineException failure ? failure : failed(Phase.CREATE, e.toString(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public void run(Bindings bindings) throws EngineException {
    if (owned.isEmpty()) {
      throw failed(Phase.RUN, "it is closed", null);
    }
    for (TfliteBuffer input : inputs) {
      input.fillFrom(bindings);
    }
    // a fused recurrent layer would go on from the run before; engines have no state
    if (interpreter.ResetVariableTensors() != tensorflowlite.kTfLiteOk
        || interpreter.Invoke() != tensorflowlite.kTfLiteOk) {
      throw failed(Phase.RUN, "the model did not run; TensorFlow Lite wrote why to standard error", null);
    }
    for (TfliteBuffer output : outputs) {
      output.copyTo(bindings);
    }
  }

  @Override
  public void close() {
    while (!owned.isEmpty()) {
      owned.pop().close();
    }
  }

  private Interpreter interpreter(byte[] bytes, boolean xnnpack) throws EngineException {
    BytePointer data = own(new BytePointer(bytes));
    FlatBufferModel model = FlatBufferModel.VerifyAndBuildFromBuffer(data, bytes.length, null, null);
    if (model == null || model.isNull()) {
      throw failed(Phase.CREATE, "these " + bytes.length + " bytes are no TensorFlow Lite model", null);
    }
    own(model);
    BuiltinOpResolver resolver = own(xnnpack ? new BuiltinOpResolverWithXNNPACK(true)
        : new BuiltinOpResolverWithoutDefaultDelegates());
    InterpreterBuilder builder = own(new InterpreterBuilder(model, resolver));
    builder.SetNumThreads(1);
    Interpreter built = own(new Interpreter((Pointer) null));
    if (builder.apply(built) != tensorflowlite.kTfLiteOk || built.isNull()
        || built.AllocateTensors() != tensorflowlite.kTfLiteOk) {
      throw failed(Phase.CREATE, "the model was refused; TensorFlow Lite wrote why to standard error", null);
    }
    return built;
  }

  private Signature readSignature(Map<String, String> state) throws EngineException {
    List<TensorSpec> inputSpecs = bind(interpreter.signature_inputs(SIGNATURE_KEY), interpreter.inputs(),
        inputs);
    List<TensorSpec> outputSpecs = bind(interpreter.signature_outputs(SIGNATURE_KEY), interpreter.outputs(),
        outputs);
    return new Signature(inputSpecs, outputSpecs, state);
  }

  /** Finds the signature's tensors in the model's order, which is not the map's. */
  private List<TensorSpec> bind(StringIntMap names, IntPointer tensors, List<TfliteBuffer> buffers)
      throws EngineException {
    List<TensorSpec> specs = new ArrayList<>();
    for (long i = 0; i < tensors.limit(); i++) {
      int index = tensors.get(i);
      TfLiteTensor tensor = interpreter.tensor(index);
      TfliteBuffer buffer = TfliteBuffer.of(nameOf(index, names), tensor);
      if (buffer == null) {
        throw failed(Phase.CREATE, "tensor " + index + " is of type " + tensor.type()
            + "; wants float32 or int32", null);
      }
      buffers.add(buffer);
      specs.add(buffer.spec());
    }
    return specs;
  }

  private String nameOf(int tensor, StringIntMap names) throws EngineException {
    for (StringIntMap.Iterator it = names.begin(); !it.equals(names.end()); it.increment()) {
      if (it.second() == tensor) {
        return it.first();
      }
    }
    throw failed(Phase.CREATE, "the model's signature " + SIGNATURE_KEY + " does not name tensor " + tensor,
        null);
  }

  private <P extends Pointer> P own(P pointer) {
    owned.push(pointer);
    return pointer;
  }

  private EngineException failed(Phase phase, String reason, Throwable cause) {
    return new EngineException(name, phase, reason, cause);
  }
}
