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
 * Merges the manifests, compiles and links the resources, and writes the R classes of the app and of its libraries.
 *
 * <p>Leaves in the work directory: {@code AndroidManifest.xml} merged, {@code assets/} and {@code resources.ap_}, which
 * is the whole APK but for its code, and which tests on the JVM read.
 */
@Mojo(name = "resources", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class ResourcesMojo extends AndroidMojo {
  static final String MANIFEST = "AndroidManifest.xml";
  static final String LINKED = "resources.ap_";
  static final String ASSETS = "assets";
  static final String COMPILED = "compiled";

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
    aapt2.link(merged, compile(aapt2, aars), work(ASSETS), work(LINKED), symbols, List.of());
    RClasses classes = new RClasses(SymbolTable.read(symbols));
    classes.addApp(applicationId);
    for (Aar aar : aars) {
      classes.addLibrary(aar);
    }
    classes.write(generatedSources.toPath());
    project.addCompileSourceRoot(generatedSources.getPath());
    getLog().info("Linked resources and R classes of the app and " + aars.size() + " libraries");
  }

  private List<Path> compile(Aapt2 aapt2, List<Aar> aars) throws IOException {
    List<Path> compiled = new ArrayList<>();
    for (Aar aar : aars) {
      if (!FileTrees.files(aar.resources()).isEmpty()) {
        Path archive = work(COMPILED).resolve(aar.root().getFileName() + ".zip");
        aapt2.compile(aar.resources(), archive);
        compiled.add(archive);
      }
    }
    Path archive = work(COMPILED).resolve("~app.zip");
    aapt2.compile(resources.toPath(), archive);
    compiled.add(archive);
    return compiled;
  }
}
