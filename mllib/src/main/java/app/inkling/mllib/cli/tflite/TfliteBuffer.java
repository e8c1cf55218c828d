package app.inkling.mllib.cli.tflite;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.inference.TensorSpec.Type;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * The memory of one input or output in TensorFlow Lite's arena. It stays in place once tensors are allocated.
 */
final class TfliteBuffer {
  private final TensorSpec spec;
  /** One of the two is null. */
  private final FloatPointer floats;
  private final IntPointer ints;

  private TfliteBuffer(TensorSpec spec, FloatPointer floats, IntPointer ints) {
    this.spec = spec;
    this.floats = floats;
    this.ints = ints;
  }

  /** @return null when the tensor's type has no {@link TensorSpec.Type} */
  static TfliteBuffer of(String name, TfLiteTensor tensor) {
    int[] shape = new int[tensor.dims().size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.dims().data(i);
    }
    if (tensor.type() == tensorflowlite.kTfLiteFloat32) {
      return new TfliteBuffer(new TensorSpec(name, Type.FLOAT32, shape), tensor.data().f(), null);
    }
    if (tensor.type() == tensorflowlite.kTfLiteInt32) {
      return new TfliteBuffer(new TensorSpec(name, Type.INT32, shape), null, tensor.data().i32());
    }
    return null;
  }

  TensorSpec spec() {
    return spec;
  }

  void fillFrom(Bindings bindings) {
    if (floats != null) {
      floats.put(bindings.floatInput(spec.name()));
    } else {
      ints.put(bindings.intInput(spec.name()));
    }
  }

  void copyTo(Bindings bindings) {
    if (floats != null) {
      floats.get(bindings.floatOutput(spec.name()));
    } else {
      ints.get(bindings.intOutput(spec.name()));
    }
  }
}
