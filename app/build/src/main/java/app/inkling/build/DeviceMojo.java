package app.inkling.build;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the instrumented tests on the attached device, then installs the shrunk app and sees it start.
 *
 * <p>Debuggable and shrunk app bear the same name and key, so the second replaces the first and keeps its
 * data.
 */
@Mojo(name = "device", defaultPhase = LifecyclePhase.INTEGRATION_TEST)
public final class DeviceMojo extends AbstractMojo {
  @Parameter(property = "apk.applicationId", required = true)
  private String applicationId;

  @Parameter(defaultValue = "${project.build.directory}/inkling.apk", required = true)
  private File shrunkApk;

  @Parameter(defaultValue = "${project.build.directory}/inkling-debug.apk", required = true)
  private File debuggableApk;

  @Parameter(defaultValue = "${project.build.directory}/inkling-test.apk", required = true)
  private File testApk;

  @Parameter(defaultValue = "androidx.test.runner.AndroidJUnitRunner", required = true)
  private String runner;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    try {
      Adb device = Adb.attached(System.getenv());
      test(device);
      start(device);
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private void test(Adb device) throws IOException, MojoFailureException {
    device.install(debuggableApk.toPath());
    device.install(testApk.toPath());
    InstrumentationReport report = device.instrument(applicationId + ".test", runner);
    getLog().info("Instrumented tests on " + device.serial() + ": " + report.tests() + " run, "
        + report.failures().size() + " failed");
    if (!report.failures().isEmpty()) {
      throw new MojoFailureException("Instrumented tests failed:\n" + String.join("\n", report.failures()));
    }
    if (report.tests() == 0) {
      throw new MojoFailureException("The test APK ran no test at all");
    }
  }

  private void start(Adb device) throws IOException, MojoFailureException {
    device.uninstall(applicationId + ".test");
    device.install(shrunkApk.toPath());
    device.start(applicationId);
    if (!device.isRunning(applicationId)) {
      throw new MojoFailureException("The shrunk app started and died; adb logcat tells why");
    }
    getLog().info("The shrunk app started on " + device.serial());
  }
}
