package app.inkling.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What the goals that make parts of an APK have in common: who the app is, and where its intermediate files
 * lie.
 */
abstract class AndroidMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  protected MavenProject project;

  /** The package under which Android knows the app. */
  @Parameter(property = "apk.applicationId", required = true)
  protected String applicationId;

  @Parameter(property = "apk.minSdk", required = true)
  protected int minSdk;

  @Parameter(property = "apk.targetSdk", required = true)
  protected int targetSdk;

  @Parameter(property = "apk.versionCode", required = true)
  protected int versionCode;

  @Parameter(property = "apk.versionName", defaultValue = "${project.version}", required = true)
  protected String versionName;

  /** For everything between sources and APK. */
  @Parameter(defaultValue = "${project.build.directory}/apk", required = true)
  protected File workDirectory;

  @Override
  public final void execute() throws MojoExecutionException {
    try {
      run();
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** The goal's work; an {@link IOException}'s message is what the user reads. */
  abstract void run() throws IOException;

  final Path work(String name) {
    return workDirectory.toPath().resolve(name);
  }

  final Aapt2 aapt2() throws IOException {
    return Aapt2.unpack(work("tools"));
  }

  final ManifestMerge manifestMerge(String packageName) {
    return new ManifestMerge(packageName, minSdk, targetSdk, versionCode, versionName);
  }

  final List<Library> libraries() {
    return Library.of(project);
  }

  /** The libraries called {@code ids}, in that order. */
  final List<Library> libraries(List<String> ids) throws IOException {
    List<Library> found = new ArrayList<>();
    for (String id : ids) {
      found.add(library(id));
    }
    return found;
  }

  final Library library(String id) throws IOException {
    return libraries().stream().filter(l -> l.id().equals(id)).findFirst()
        .orElseThrow(() -> new IOException("The project does not depend on " + id));
  }

  static List<Aar> aars(List<Library> libraries) {
    return libraries.stream().map(Library::aar).flatMap(Optional::stream).toList();
  }

  /** The unpacked AARs that reach the phone with the app. */
  final List<Aar> phoneAars() {
    return aars(libraries().stream().filter(Library::reachesThePhone).toList());
  }
}
