package app.inkling.testing;

import org.junit.runners.model.FrameworkMethod;
import org.junit.runners.model.InitializationError;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.internal.bytecode.InstrumentationConfiguration;

/**
 * Robolectric with real TensorFlow Lite: what {@code @RunWith(AndroidJUnit4.class)} means on the JVM.
 *
 * <p>Robolectric loads all classes anew for each Android version, a native library loads once. So TensorFlow
 * Lite's classes stay with the application's class loader. Tests must not name {@link RobolectricTestRunner}
 * itself: its sandbox would be shared with ours, and lacks that exception.
 */
public final class InklingTestRunner extends RobolectricTestRunner {
  static {
    DesktopTensorFlowLite.load();
  }

  public InklingTestRunner(Class<?> testClass) throws InitializationError {
    super(testClass);
  }

  @Override
  protected InstrumentationConfiguration createClassLoaderConfig(FrameworkMethod method) {
    // Configurations compare without their packages; the class makes ours unlike the stock one.
    return new InstrumentationConfiguration.Builder(super.createClassLoaderConfig(method))
        .doNotAcquirePackage("org.tensorflow.lite.")
        .doNotAcquireClass("org.tensorflow.lite.Interpreter")
        .build();
  }
}
