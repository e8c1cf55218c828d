package app.inkling.mllib.inference;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays of one caller: for every input and output of a {@link Signature} one flat row-major array, made
 * once and used for every run, so that a run allocates nothing. Belongs to one thread at a time.
 */
public final class Bindings {
  private final Signature signature;
  private final Map<String, Object> inputs = new LinkedHashMap<>();
  private final Map<String, Object> outputs = new LinkedHashMap<>();

  public Bindings(Signature signature) {
    this.signature = signature;
    allocate(signature.inputs(), inputs);
    allocate(signature.outputs(), outputs);
  }

  public Signature signature() {
    return signature;
  }

  /** The array to fill before a run; its length is the input's size. */
  public float[] floatInput(String name) {
    return typed(float[].class, inputs, "input", name);
  }

  public int[] intInput(String name) {
    return typed(int[].class, inputs, "input", name);
  }

  /** The array that a run fills. */
  public float[] floatOutput(String name) {
    return typed(float[].class, outputs, "output", name);
  }

  public int[] intOutput(String name) {
    return typed(int[].class, outputs, "output", name);
  }

  /** Copies every state output to its input: the next run goes on from here. */
  public void carryState() {
    for (Map.Entry<String, String> pair : signature.state().entrySet()) {
      Object from = outputs.get(pair.getValue());
      Object to = inputs.get(pair.getKey());
      System.arraycopy(from, 0, to, 0, Array.getLength(from));
    }
  }

  /** Takes over the inputs of {@code from}, which must have the same inputs. */
  public void copyInputs(Bindings from) {
    if (!signature.inputs().equals(from.signature.inputs())) {
      throw new IllegalArgumentException("Bindings: wants inputs " + signature.inputs() + ", got "
          + from.signature.inputs());
    }
    copy(from.inputs, inputs);
  }

  /** Takes over the outputs of {@code from}, which must have the same outputs. */
  public void copyOutputs(Bindings from) {
    if (!signature.outputs().equals(from.signature.outputs())) {
      throw new IllegalArgumentException("Bindings: wants outputs " + signature.outputs() + ", got "
          + from.signature.outputs());
    }
    copy(from.outputs, outputs);
  }

  /**
   * The largest absolute difference between these outputs and the other's of the same signature; NaN when a
   * number on either side is not finite.
   */
  public float largestOutputDifference(Bindings other) {
    float largest = 0;
    for (Map.Entry<String, Object> output : outputs.entrySet()) {
      Object mine = output.getValue();
      Object others = other.outputs.get(output.getKey());
      for (int i = 0; i < Array.getLength(mine); i++) {
        float difference = Math.abs(Array.getFloat(mine, i) - Array.getFloat(others, i));
        if (!Float.isFinite(difference)) {
          return Float.NaN;
        }
        largest = Math.max(largest, difference);
      }
    }
    return largest;
  }

  boolean outputsAreFinite() {
    for (Object output : outputs.values()) {
      if (output instanceof float[] floats) {
        float sum = 0;
        for (float value : floats) {
          sum += value - value; // 0, or NaN for what is not finite
        }
        if (sum != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Makes an output that the next run forgets to write recognisable: NaN, or the least integer. */
  void poisonOutputs() {
    for (Object output : outputs.values()) {
      if (output instanceof float[] floats) {
        Arrays.fill(floats, Float.NaN);
      } else {
        Arrays.fill((int[]) output, Integer.MIN_VALUE);
      }
    }
  }

  private static void copy(Map<String, Object> from, Map<String, Object> to) {
    for (Map.Entry<String, Object> tensor : to.entrySet()) {
      Object array = tensor.getValue();
      System.arraycopy(from.get(tensor.getKey()), 0, array, 0, Array.getLength(array));
    }
  }

  private static void allocate(List<TensorSpec> specs, Map<String, Object> arrays) {
    for (TensorSpec spec : specs) {
      boolean floats = spec.type() == TensorSpec.Type.FLOAT32;
      arrays.put(spec.name(), floats ? new float[spec.size()] : new int[spec.size()]);
    }
  }

  private static <T> T typed(Class<T> type, Map<String, Object> arrays, String kind, String name) {
    Object array = arrays.get(name);
    if (!type.isInstance(array)) {
      String there = array == null ? "are only " + arrays.keySet()
          : "it is " + array.getClass().getSimpleName();
      throw new IllegalArgumentException("Bindings: wants the " + kind + " \"" + name + "\" as "
          + type.getSimpleName() + "; there " + there);
    }
    return type.cast(array);
  }
}
