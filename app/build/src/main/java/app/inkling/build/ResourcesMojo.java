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
 * Merges the manifests, compiles and links the resources, and writes the R classes of the app and of its
 * libraries.
 *
 * <p>Leaves in the work directory: {@code AndroidManifest.xml} merged, {@code assets/},
 * {@code resources.ap_}, which is the whole APK but for its code, and which tests on the JVM read; the same
 * debuggable; and {@code resources.pro}, the classes that manifest and layouts name.
 */
@Mojo(name = "resources", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class ResourcesMojo extends AndroidMojo {
  static final String MANIFEST = "AndroidManifest.xml";
  static final String LINKED = "resources.ap_";
  static final String LINKED_DEBUGGABLE = "resources-debuggable.ap_";
  static final String KEEP_RULES = "resources.pro";

  private static final String ASSETS = "assets";

  @Parameter(defaultValue = "${project.basedir}/src/main/AndroidManifest.xml", required = true)
  private File manifest;

  @Parameter(defaultValue = "${project.basedir}/src/main/res", required = true)
  private File resources;

  /** Directories whose files become assets. */
  @Parameter
  private List<AssetRoot> assetRoots = List.of();

  @Parameter(defaultValue = "${project.build.directory}/generated-sources/r", required = true)
  private File generatedSources;

  @Override
  void run() throws IOException {
    List<Aar> aars = phoneAars();
    Aapt2 aapt2 = aapt2();
    Path merged = work(MANIFEST);
    List<Path> libraryManifests = aars.stream().map(Aar::manifest).filter(Files::exists).toList();
    manifestMerge(applicationId).merge(manifest.toPath(), libraryManifests, merged);
    Assets.stage(aars, assetRoots, work(ASSETS));
    Path symbols = work("R.txt");
    List<Path> compiled = new ArrayList<>(aapt2.compileAll(aars, work("compiled")));
    Path own = work("compiled/app.zip");
    aapt2.compile(resources.toPath(), own);
    compiled.add(own);
    aapt2.link(merged, compiled, work(ASSETS), work(LINKED_DEBUGGABLE), symbols, List.of("--debug-mode"));
    aapt2.link(merged, compiled, work(ASSETS), work(LINKED), symbols,
        List.of("--proguard", work(KEEP_RULES).toString()));
    RClasses classes = new RClasses(SymbolTable.read(symbols));
    classes.addApp(applicationId);
    for (Aar aar : aars) {
      classes.addLibrary(aar);
    }
    classes.write(generatedSources.toPath());
    project.addCompileSourceRoot(generatedSources.getPath());
    getLog().info("Linked resources and R classes of the app and " + aars.size() + " libraries");
  }
}
