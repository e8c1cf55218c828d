package app.inkling.engines;

import androidx.annotation.Nullable;
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
 * TensorFlow Lite on one thread: on the CPU with XNNPACK, or on an {@link Accelerator}.
 *
 * <p>Calls only what {@link Interpreter} has in 2.6 as well as in 2.16: the former runs in the tests on the
 * JVM, the latter on the phone. Its {@code Tensor} was a class and became an interface, so none is ever asked
 * for; inputs and outputs go by their order, which mllib's exporter keeps equal to the signature's. Positions
 * of buffers are set through {@link Buffer}: Android 8 has no such methods of {@link ByteBuffer}'s own.
 */
public final class TfliteEngine implements InferenceEngine {
  private final String name;
  private final Signature signature;
  @Nullable
  private final Accelerator accelerator;
  private final ByteBuffer model;
  private final Interpreter interpreter;
  private final ByteBuffer[] inputs;
  private final ByteBuffer[] outputs;
  private final Map<Integer, Object> outputsByIndex = new HashMap<>();
  private boolean proven;
  private boolean closed;

  /**
   * @param name the engine's stable name
   * @param model a {@code .tflite} file in a direct buffer in native order; not to be changed while the
   *     engine lives
   * @param signature the model's inputs and outputs, in its order
   * @param accelerator null for the CPU; the engine's to close unless this fails
   * @throws EngineException the model is none, or the accelerator refuses it
   * @throws LinkageError the native library is missing or does not fit
   */
  TfliteEngine(String name, ByteBuffer model, Signature signature, @Nullable Accelerator accelerator)
      throws EngineException {
    this.name = name;
    this.model = model;
    this.signature = signature;
    this.accelerator = accelerator;
    this.inputs = allocate(signature.inputs());
    this.outputs = allocate(signature.outputs());
    for (int i = 0; i < outputs.length; i++) {
      outputsByIndex.put(i, outputs[i]);
    }
    Interpreter.Options options = options(accelerator == null);
    if (accelerator != null) {
      options.addDelegate(accelerator.delegate());
    }
    try {
      interpreter = new Interpreter(model, options);
    } catch (RuntimeException e) {
      throw new EngineException(name, Phase.CREATE, Refusal.MODEL.reason(e.getMessage()), e);
    }
    checkCount("inputs", inputs.length, interpreter.getInputTensorCount());
    checkCount("outputs", outputs.length, interpreter.getOutputTensorCount());
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
    if (closed) {
      throw new EngineException(name, Phase.RUN, "the engine is closed", null);
    }
    try {
      for (int i = 0; i < inputs.length; i++) {
        write(signature.inputs().get(i), bindings, inputs[i]);
      }
      for (ByteBuffer output : outputs) {
        ((Buffer) output).clear();
      }
      interpreter.runForMultipleInputsOutputs(inputs, outputsByIndex);
      if (accelerator != null && !proven) {
        accelerator.requireNoError();
        if (gaveWhatTheCpuGives()) {
          throw new EngineException(name, Phase.RUN, Refusal.CPU_INSTEAD.reason(), null);
        }
        proven = true;
      }
      for (int i = 0; i < outputs.length; i++) {
        read(signature.outputs().get(i), outputs[i], bindings);
      }
    } catch (LinkageError | RuntimeException e) { // of a library that lacks what its classes want
      throw new EngineException(name, Phase.RUN, Refusal.RUN.reason(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      interpreter.close();
      if (accelerator != null) {
        accelerator.close();
      }
    }
  }

  /** What an accelerator leaves to the CPU runs without XNNPACK, and so shows by its times. */
  private static Interpreter.Options options(boolean xnnpack) {
    Interpreter.Options options = new Interpreter.Options();
    options.setNumThreads(1);
    options.setUseXNNPACK(xnnpack);
    return options;
  }

  /**
   * Whether the last run's outputs are those of the CPU without XNNPACK, to the last bit: an accelerator that
   * takes no part of a model says nothing about it, but one that does adds in another order.
   */
  boolean gaveWhatTheCpuGives() {
    ByteBuffer[] plain = allocate(signature.outputs());
    Map<Integer, Object> plainByIndex = new HashMap<>();
    for (int i = 0; i < plain.length; i++) {
      plainByIndex.put(i, plain[i]);
    }
    try (Interpreter cpu = new Interpreter(model, options(false))) {
      cpu.runForMultipleInputsOutputs(inputs, plainByIndex);
    }
    boolean same = true;
    for (int i = 0; i < plain.length; i++) {
      ((Buffer) plain[i]).rewind();
      ((Buffer) outputs[i]).rewind();
      same &= plain[i].equals(outputs[i]);
    }
    return same;
  }

  private void checkCount(String what, int wanted, int got) throws EngineException {
    if (wanted != got) {
      interpreter.close();
      throw new EngineException(name, Phase.CREATE,
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
