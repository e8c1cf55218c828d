package app.inkling.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Does for the instrumented tests what {@link ResourcesMojo} does for the app: one manifest, linked
 * resources, and the R classes of the test libraries, which they need on the JVM as well.
 */
@Mojo(name = "test-resources", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class TestResourcesMojo extends AndroidMojo {
  static final String DIRECTORY = "test";

  @Parameter(defaultValue = "${project.basedir}/src/sharedTest/AndroidManifest.xml", required = true)
  private File testManifest;

  /** The test dependencies that the instrumented tests need, as {@code group:artifact}. */
  @Parameter(required = true)
  private List<String> testLibraries;

  @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/r", required = true)
  private File generatedTestSources;

  @Override
  void run() throws IOException {
    List<Aar> aars = aars(libraries(testLibraries));
    Path directory = work(DIRECTORY);
    Path merged = directory.resolve(ResourcesMojo.MANIFEST);
    List<Path> manifests = aars.stream().map(Aar::manifest).filter(Files::exists).toList();
    manifestMerge(applicationId + ".test").merge(testManifest.toPath(), manifests, merged);
    Path assets = directory.resolve("assets");
    Assets.stage(aars, List.of(), assets);
    Aapt2 aapt2 = aapt2();
    Path symbols = directory.resolve("R.txt");
    aapt2.link(merged, aapt2.compileAll(aars, directory.resolve("compiled")), assets,
        directory.resolve(ResourcesMojo.LINKED), symbols, List.of("--debug-mode"));
    RClasses classes = new RClasses(SymbolTable.read(symbols));
    for (Aar aar : aars) {
      classes.addLibrary(aar);
    }
    classes.write(generatedTestSources.toPath());
    project.addTestCompileSourceRoot(generatedTestSources.getPath());
  }
}
