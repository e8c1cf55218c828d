package app.inkling.build;

import java.io.IOException;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Unpacks the project's AARs and puts their classes on its class paths.
 *
 * <p>Maven resolves a dependency of type {@code aar} but leaves it off every class path. This goal changes
 * the resolved artifacts in place, so that compiler and test runner see an ordinary jar. Bind it to
 * {@code initialize}, before both.
 */
@Mojo(name = "prepare", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class PrepareMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Override
  public void execute() throws MojoExecutionException {
    int count = 0;
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getType().equals(Library.AAR)) {
        artifact.setFile(unpack(artifact).classes().toFile());
        artifact.setArtifactHandler(new ClassPathAar());
        count++;
      }
    }
    getLog().info(count + " AARs on the class path");
  }

  private Aar unpack(Artifact artifact) throws MojoExecutionException {
    try {
      return Aar.unpack(artifact.getFile().toPath(), Library.directory(project, artifact));
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot unpack " + artifact + " from " + artifact.getFile()
          + "; is the file damaged? Delete it to have it fetched again.", e);
    }
  }

  private static final class ClassPathAar extends DefaultArtifactHandler {
    ClassPathAar() {
      super(Library.AAR);
      setLanguage("java");
      setAddedToClasspath(true);
    }
  }
}
