package app.inkling.engines;

import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineException.Phase;
import java.io.File;
import org.tensorflow.lite.Delegate;
import org.tensorflow.lite.gpu.CompatibilityList;
import org.tensorflow.lite.gpu.GpuDelegate;
import org.tensorflow.lite.gpu.GpuDelegateFactory;

/**
 * The GPU, with whole floats: with halves, its default, networks answer wrong numbers or none.
 *
 * <p>To be made, used and closed on one thread: the OpenGL back end refuses any other.
 */
final class GpuAccelerator implements Accelerator {
  private final GpuDelegate delegate;

  /**
   * @param directory where compiled programs are kept
   * @param sha256 of the model file: programs hold the weights, so that others' would answer for other
   *     weights
   */
  GpuAccelerator(File directory, String sha256) throws EngineException {
    requireKnown();
    delegate = new GpuDelegate(options(directory, sha256));
  }

  static GpuDelegateFactory.Options options(File directory, String sha256) {
    return new GpuDelegateFactory.Options()
        .setPrecisionLossAllowed(false)
        .setQuantizedModelsAllowed(false)
        .setInferencePreference(GpuDelegateFactory.Options.INFERENCE_PREFERENCE_SUSTAINED_SPEED)
        .setSerializationParams(directory.getPath(), sha256);
  }

  private static void requireKnown() throws EngineException {
    try (CompatibilityList known = new CompatibilityList()) {
      if (!known.isDelegateSupportedOnThisDevice()) {
        throw new EngineException(TfliteFactory.GPU, Phase.CREATE, Refusal.UNKNOWN_GPU.reason(), null);
      }
    }
  }

  @Override
  public Delegate delegate() {
    return delegate;
  }

  /** It keeps no errors to ask for; that it took nothing of the model {@link TfliteEngine} finds out. */
  @Override
  public void requireNoError() {}

  @Override
  public void close() {
    delegate.close();
  }
}
