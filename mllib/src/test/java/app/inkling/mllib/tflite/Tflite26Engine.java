package app.inkling.mllib.tflite;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineException.Phase;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.lite.DataType;
import org.tensorflow.lite.Interpreter;
import org.tensorflow.lite.Tensor;

/**
 * TensorFlow Lite 2.6.2 with the Java classes that phones use: the oldest runtime that an exported file must
 * run in.
 */
final class Tflite26Engine implements InferenceEngine {
  private static final String KEY = "serving_default";
  private static final String LIBRARY = "/native/lib/libtensorflowlite_jni.so";
  private static boolean loaded;

  private final String name;
  private final Interpreter interpreter;
  private final Signature signature;
  private final List<ByteBuffer> inputs = new ArrayList<>();
  private final Map<Integer, Object> outputs = new HashMap<>();
  private final Object[] inputArray;

  Tflite26Engine(byte[] model, boolean xnnpack) throws EngineException {
    this(model, xnnpack, Map.of());
  }

  /** @param state as in {@link Signature#state()}: files do not tell */
  Tflite26Engine(byte[] model, boolean xnnpack, Map<String, String> state) throws EngineException {
    name = xnnpack ? "tflite-2.6-xnnpack" : "tflite-2.6";
    try {
      load();
      ByteBuffer direct = ByteBuffer.allocateDirect(model.length).order(ByteOrder.nativeOrder());
      direct.put(model).rewind();
      interpreter = new Interpreter(direct,
          new Interpreter.Options().setNumThreads(1).setUseXNNPACK(xnnpack));
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new EngineException(name, Phase.CREATE, e.toString(), e);
    }
    Map<Integer, TensorSpec> inputSpecs = new HashMap<>();
    Map<Integer, TensorSpec> outputSpecs = new HashMap<>();
    for (String input : interpreter.getSignatureInputs(KEY)) {
      Tensor tensor = interpreter.getInputTensorFromSignature(input, KEY);
      inputSpecs.put(tensor.index(), spec(input, tensor));
    }
    for (String output : interpreter.getSignatureOutputs(KEY)) {
      Tensor tensor = interpreter.getOutputTensorFromSignature(output, KEY);
      outputSpecs.put(tensor.index(), spec(output, tensor));
    }
    List<TensorSpec> inputsInOrder = new ArrayList<>();
    for (int i = 0; i < interpreter.getInputTensorCount(); i++) {
      inputsInOrder.add(inputSpecs.get(interpreter.getInputTensor(i).index()));
    }
    List<TensorSpec> outputsInOrder = new ArrayList<>();
    for (int i = 0; i < interpreter.getOutputTensorCount(); i++) {
      outputsInOrder.add(outputSpecs.get(interpreter.getOutputTensor(i).index()));
    }
    signature = new Signature(inputsInOrder, outputsInOrder, state);
    for (TensorSpec spec : inputsInOrder) {
      inputs.add(direct(spec));
    }
    for (int i = 0; i < outputsInOrder.size(); i++) {
      outputs.put(i, direct(outputsInOrder.get(i)));
    }
    inputArray = inputs.toArray();
  }

  /** Whether this machine is one that the native library is for. */
  static boolean available() {
    return "Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch"));
  }

  String[] signatureNames() {
    return interpreter.getSignatureDefNames();
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
    for (int i = 0; i < inputs.size(); i++) {
      TensorSpec spec = signature.inputs().get(i);
      inputs.get(i).rewind();
      if (spec.type() == TensorSpec.Type.FLOAT32) {
        inputs.get(i).asFloatBuffer().put(bindings.floatInput(spec.name()));
      } else {
        inputs.get(i).asIntBuffer().put(bindings.intInput(spec.name()));
      }
    }
    outputs.values().forEach(buffer -> ((ByteBuffer) buffer).rewind());
    try {
      interpreter.resetVariableTensors();
      interpreter.runForMultipleInputsOutputs(inputArray, outputs);
    } catch (RuntimeException e) {
      throw new EngineException(name, Phase.RUN, e.toString(), e);
    }
    for (int i = 0; i < outputs.size(); i++) {
      TensorSpec spec = signature.outputs().get(i);
      ByteBuffer buffer = (ByteBuffer) outputs.get(i);
      buffer.rewind();
      if (spec.type() == TensorSpec.Type.FLOAT32) {
        buffer.asFloatBuffer().get(bindings.floatOutput(spec.name()));
      } else {
        buffer.asIntBuffer().get(bindings.intOutput(spec.name()));
      }
    }
  }

  @Override
  public void close() {
    interpreter.close();
  }

  private static TensorSpec spec(String name, Tensor tensor) {
    if (tensor.dataType() != DataType.FLOAT32 && tensor.dataType() != DataType.INT32) {
      throw new IllegalArgumentException(name + " is " + tensor.dataType() + "; wants FLOAT32 or INT32");
    }
    return new TensorSpec(name, TensorSpec.Type.valueOf(tensor.dataType().name()), tensor.shape());
  }

  private static ByteBuffer direct(TensorSpec spec) {
    return ByteBuffer.allocateDirect(4 * spec.size()).order(ByteOrder.nativeOrder());
  }

  /** The classes would look for the library on java.library.path, where it is not. */
  private static synchronized void load() throws IOException {
    if (loaded) {
      return;
    }
    Path copy = Files.createTempFile("tensorflowlite_jni", ".so");
    copy.toFile().deleteOnExit();
    try (InputStream library = Tflite26Engine.class.getResourceAsStream(LIBRARY)) {
      Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    System.load(copy.toAbsolutePath().toString());
    loaded = true;
  }
}
