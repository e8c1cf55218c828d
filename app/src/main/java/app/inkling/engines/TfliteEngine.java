package app.inkling.engines;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineException.Phase;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.lite.Interpreter;

/**
 * TensorFlow Lite on the CPU with XNNPACK, one thread.
 *
 * <p>Calls only what {@link Interpreter} has in 2.6 as well as in 2.16: the former runs in the tests on the
 * JVM, the latter on the phone. Its {@code Tensor} was a class and became an interface, so none is ever asked
 * for; inputs and outputs go by their order, which mllib's exporter keeps equal to the signature's. Positions
 * of buffers are set through {@link Buffer}: Android 8 has no such methods of {@link ByteBuffer}'s own.
 */
public final class TfliteEngine implements InferenceEngine {
  /** The stable name of this engine. */
  public static final String NAME = "tflite-cpu";

  private final Signature signature;
  private final Interpreter interpreter;
  private final ByteBuffer[] inputs;
  private final ByteBuffer[] outputs;
  private final Map<Integer, Object> outputsByIndex = new HashMap<>();
  private boolean closed;

  /**
   * @param model a {@code .tflite} file in a direct buffer in native order; not to be changed while the
   *     engine lives
   * @param signature the model's inputs and outputs, in its order
   * @throws EngineException the native library is missing or does not fit, or the model is none
   */
  public TfliteEngine(ByteBuffer model, Signature signature) throws EngineException {
    this.signature = signature;
    this.inputs = allocate(signature.inputs());
    this.outputs = allocate(signature.outputs());
    for (int i = 0; i < outputs.length; i++) {
      outputsByIndex.put(i, outputs[i]);
    }
    try {
      interpreter = new Interpreter(model, new Interpreter.Options().setNumThreads(1).setUseXNNPACK(true));
    } catch (LinkageError e) {
      throw new EngineException(NAME, Phase.CREATE,
          "the native library of TensorFlow Lite is missing or does not fit (" + e + ")", e);
    } catch (RuntimeException e) {
      throw new EngineException(NAME, Phase.CREATE,
          "TensorFlow Lite refuses the model (" + e.getMessage() + ")", e);
    }
    checkCount("inputs", inputs.length, interpreter.getInputTensorCount());
    checkCount("outputs", outputs.length, interpreter.getOutputTensorCount());
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
  public void run(Bindings bindings) throws EngineException {
    if (closed) {
      throw new EngineException(NAME, Phase.RUN, "the engine is closed", null);
    }
    try {
      for (int i = 0; i < inputs.length; i++) {
        write(signature.inputs().get(i), bindings, inputs[i]);
      }
      for (ByteBuffer output : outputs) {
        ((Buffer) output).clear();
      }
      interpreter.runForMultipleInputsOutputs(inputs, outputsByIndex);
      for (int i = 0; i < outputs.length; i++) {
        read(signature.outputs().get(i), outputs[i], bindings);
      }
    } catch (LinkageError | RuntimeException e) {
      throw new EngineException(NAME, Phase.RUN, "TensorFlow Lite failed (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      interpreter.close();
    }
  }

  private void checkCount(String what, int wanted, int got) throws EngineException {
    if (wanted != got) {
      close();
      throw new EngineException(NAME, Phase.CREATE,
          "the model has " + got + " " + what + ", its signature wants " + wanted, null);
    }
  }

  private static ByteBuffer[] allocate(List<TensorSpec> specs) {
    ByteBuffer[] buffers = new ByteBuffer[specs.size()];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = ByteBuffer.allocateDirect(4 * specs.get(i).size()).order(ByteOrder.nativeOrder());
    }
    return buffers;
  }

  private static void write(TensorSpec spec, Bindings from, ByteBuffer to) {
    ((Buffer) to).clear();
    if (spec.type() == TensorSpec.Type.FLOAT32) {
      to.asFloatBuffer().put(from.floatInput(spec.name()));
    } else {
      to.asIntBuffer().put(from.intInput(spec.name()));
    }
  }

  private static void read(TensorSpec spec, ByteBuffer from, Bindings to) {
    ((Buffer) from).rewind();
    if (spec.type() == TensorSpec.Type.FLOAT32) {
      from.asFloatBuffer().get(to.floatOutput(spec.name()));
    } else {
      from.asIntBuffer().get(to.intOutput(spec.name()));
    }
  }
}
