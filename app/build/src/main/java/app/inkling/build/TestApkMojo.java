package app.inkling.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes the APK of instrumented tests: the shared tests and the libraries they run on. It goes beside the
 * debuggable app, inside whose process it runs; what the app has, it leaves out.
 */
@Mojo(name = "test-apk", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class TestApkMojo extends PackagingMojo {
  /** The sources whose classes go into the APK; their tests run on the JVM too. */
  @Parameter(defaultValue = "${project.basedir}/src/sharedTest/java", required = true)
  private File sharedTests;

  /** The sources of the test libraries' R classes, which go there too. */
  @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/r", required = true)
  private File generatedTestSources;

  /** The test dependencies that the shared tests need, as {@code group:artifact}. */
  @Parameter(required = true)
  private List<String> testLibraries;

  @Parameter(required = true)
  private File apk;

  @Override
  void run() throws IOException {
    List<Path> jars = libraries(testLibraries).stream().map(Library::classes).toList();
    List<Path> dex = List.of(dexTests(jars), dexLibraries(jars));
    pack(file -> {
      file.addLinked(work(TestResourcesMojo.DIRECTORY).resolve(ResourcesMojo.LINKED));
      for (Path archive : dex) {
        file.addDex(archive);
      }
      file.addJavaResources(jars);
    }, apk.toPath());
  }

  private Path dexTests(List<Path> testLibraryJars) throws IOException {
    List<Path> classPath = new ArrayList<>(ownJars());
    classPath.addAll(libraryJars());
    classPath.addAll(testLibraryJars);
    return dex("shared-tests", List.of(sharedTestJar()), classPath, true);
  }

  private Path dexLibraries(List<Path> testLibraryJars) throws IOException {
    return dex("test-libraries", testLibraryJars, libraryJars(), false);
  }

  /** All test classes lie in one directory; those whose source is in the right place are picked out. */
  private Path sharedTestJar() throws IOException {
    List<Path> sources = List.of(sharedTests.toPath(), generatedTestSources.toPath());
    return Jar.pack(Path.of(project.getBuild().getTestOutputDirectory()), name -> {
      String outer = name.replaceFirst("(\\$.*)?\\.class$", "");
      return !outer.equals(name) && sources.stream().anyMatch(s -> Files.exists(s.resolve(outer + ".java")));
    }, work("jars/shared-tests.jar"));
  }
}
