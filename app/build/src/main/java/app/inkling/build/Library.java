package app.inkling.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * A dependency as the build sees it.
 *
 * @param id group and artifact, as {@code androidx.core:core}
 * @param scope Maven's scope; {@code compile} and {@code runtime} reach the phone
 * @param classes a jar, or a directory of classes for a module of this build that is not packaged yet
 * @param aar the unpacked archive where the dependency is an Android library
 */
record Library(String id, String scope, Path classes, Optional<Aar> aar) {
  static final String AAR = "aar";

  /** All resolved dependencies in the order of declaration. */
  static List<Library> of(MavenProject project) {
    List<Library> libraries = new ArrayList<>();
    for (Artifact artifact : project.getArtifacts()) {
      Optional<Aar> aar = artifact.getType().equals(AAR)
          ? Optional.of(new Aar(directory(project, artifact)))
          : Optional.empty();
      Path classes = aar.map(Aar::classes).orElseGet(() -> artifact.getFile().toPath());
      String id = artifact.getGroupId() + ":" + artifact.getArtifactId();
      libraries.add(new Library(id, artifact.getScope(), classes, aar));
    }
    return libraries;
  }

  /** Where the archive of {@code artifact} is unpacked. */
  static Path directory(MavenProject project, Artifact artifact) {
    return Path.of(project.getBuild().getDirectory(), AAR, artifact.getGroupId(),
        artifact.getArtifactId() + "-" + artifact.getVersion());
  }

  boolean reachesThePhone() {
    return scope.equals(Artifact.SCOPE_COMPILE) || scope.equals(Artifact.SCOPE_RUNTIME);
  }
}
