package app.inkling.engines;

import android.os.Build;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineException.Phase;
import org.tensorflow.lite.Delegate;
import org.tensorflow.lite.nnapi.NnApiDelegate;

/**
 * Whatever the phone's maker put behind Android's Neural Networks API, but for its plain CPU. Android 9 made
 * it useful, Android 15 gave it up.
 */
final class NnapiAccelerator implements Accelerator {
  private static final int FIRST = Build.VERSION_CODES.P;
  private static final int LAST = Build.VERSION_CODES.UPSIDE_DOWN_CAKE;

  private final NnApiDelegate delegate;

  /** @param sha256 of the model file, under which the driver may keep what it compiled */
  NnapiAccelerator(Phone phone, String sha256) throws EngineException {
    if (phone.sdk() < FIRST || phone.sdk() > LAST) {
      throw new EngineException(TfliteFactory.NNAPI, Phase.CREATE,
          Refusal.OTHER_ANDROID.reason(), null);
    }
    NnApiDelegate.Options options = new NnApiDelegate.Options()
        .setExecutionPreference(NnApiDelegate.Options.EXECUTION_PREFERENCE_SUSTAINED_SPEED)
        .setAllowFp16(false);
    if (phone.sdk() > FIRST) {
      options.setUseNnapiCpu(false).setCacheDir(phone.codeCache().getPath()).setModelToken(sha256);
    }
    delegate = new NnApiDelegate(options);
  }

  @Override
  public Delegate delegate() {
    return delegate;
  }

  @Override
  public void requireNoError() throws EngineException {
    if (delegate.hasErrors()) {
      throw new EngineException(TfliteFactory.NNAPI, Phase.RUN,
          Refusal.CPU_INSTEAD.reason("error " + delegate.getNnapiErrno()), null);
    }
  }

  @Override
  public void close() {
    delegate.close();
  }
}
