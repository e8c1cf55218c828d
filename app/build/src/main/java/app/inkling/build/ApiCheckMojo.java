package app.inkling.build;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Refuses our own code, app and library alike, when it calls what the oldest Android lacks. */
@Mojo(name = "api-check", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class ApiCheckMojo extends PackagingMojo {
  /** What the oldest Android has, as an archive of animal-sniffer. */
  @Parameter(required = true)
  private File signature;

  @Override
  void run() throws IOException {
    List<String> complaints = ApiCheck.complaints(signature.toPath(), ownJars(), libraryJars());
    if (!complaints.isEmpty()) {
      throw new IOException("Android with API level " + minSdk + " lacks what this code uses:\n  "
          + String.join("\n  ", complaints)
          + "\nUse something older, an AndroidX class, or a method marked @RequiresApi behind a check.");
    }
    getLog().info("Our code uses only what Android with API level " + minSdk + " has");
  }
}
