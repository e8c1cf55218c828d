package app.inkling.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  @Parameter(defaultValue = "${project.basedir}/src/sharedTest/AndroidManifest.xml", required = true)
  private File testManifest;

  /** The test dependencies that the shared tests need, as {@code group:artifact}. */
  @Parameter(required = true)
  private List<String> testLibraries;

  @Parameter(required = true)
  private File apk;

  @Override
  void run() throws IOException {
    List<Library> libraries = new ArrayList<>();
    for (String id : testLibraries) {
      libraries.add(library(id));
    }
    List<Aar> aars = libraries.stream().map(Library::aar).flatMap(Optional::stream).toList();
    Path linked = link(aars);
    List<Path> jars = libraries.stream().map(Library::classes).toList();
    List<Path> dex = List.of(dexTests(jars), dexLibraries(jars));
    pack(file -> {
      file.addLinked(linked);
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

  private Path link(List<Aar> aars) throws IOException {
    Path merged = work("test/" + ResourcesMojo.MANIFEST);
    manifestMerge(applicationId + ".test").merge(testManifest.toPath(),
        aars.stream().map(Aar::manifest).filter(Files::exists).toList(), merged);
    Path assets = work("test/assets");
    Assets.stage(aars, List.of(), assets);
    Aapt2 aapt2 = aapt2();
    List<Path> compiled = aapt2.compileAll(aars, work("test/compiled"));
    Path linked = work("test/" + ResourcesMojo.LINKED);
    aapt2.link(merged, compiled, assets, linked, work("test/R.txt"), List.of("--debug-mode"));
    return linked;
  }

  /** Test classes lie in one directory; those with a source among the shared tests are picked out. */
  private Path sharedTestJar() throws IOException {
    Path sources = sharedTests.toPath();
    return Jar.pack(Path.of(project.getBuild().getTestOutputDirectory()), name -> {
      String outer = name.replaceFirst("(\\$.*)?\\.class$", "");
      return !outer.equals(name) && Files.exists(sources.resolve(outer + ".java"));
    }, work("jars/shared-tests.jar"));
  }
}
