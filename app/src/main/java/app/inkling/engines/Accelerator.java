package app.inkling.engines;

import app.inkling.mllib.inference.EngineException;
import org.tensorflow.lite.Delegate;

/** What TensorFlow Lite hands a model's work to instead of the CPU. */
interface Accelerator extends AutoCloseable {
  Delegate delegate();

  /** Called after the first run: names an error that the runtime kept silent about. */
  void requireNoError() throws EngineException;

  /** After the interpreter is closed. */
  @Override
  void close();
}
