package app.inkling.build;

import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Stops a build that needs a device before it has done anything else, if there is none. */
@Mojo(name = "device-check", defaultPhase = LifecyclePhase.VALIDATE)
public final class DeviceCheckMojo extends AbstractMojo {
  @Override
  public void execute() throws MojoExecutionException {
    try {
      getLog().info("Using device " + Adb.attached(System.getenv()).serial());
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
