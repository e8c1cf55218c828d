package app.inkling.build;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes the app's signed APK: shrunk by R8 for people, or whole and debuggable for tests on a phone.
 *
 * <p>Dex is made only from what changed since the last build: for the shrunk APK all or nothing, for the
 * other one our own classes apart from the libraries.
 */
@Mojo(name = "apk", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class ApkMojo extends PackagingMojo {
  /** Whether R8 removes what is unused; false makes a debuggable APK with everything in it. */
  @Parameter(defaultValue = "true")
  private boolean shrink;

  /** What R8 must keep beyond what manifests, layouts and libraries tell. */
  @Parameter(defaultValue = "${project.basedir}/src/main/shrinker.pro")
  private File shrinkerRules;

  /** The processors to bring native libraries for. */
  @Parameter(property = "apk.abis", required = true)
  private List<String> abis;

  @Parameter(required = true)
  private File apk;

  @Override
  void run() throws IOException {
    if (shrink) {
      Path shrunk = shrink();
      pack(file -> fill(file, ResourcesMojo.LINKED, List.of(shrunk), List.of(shrunk)), apk.toPath());
    } else {
      List<Path> jars = new ArrayList<>(ownJars());
      jars.addAll(libraryJars());
      List<Path> dex = List.of(
          dex("app", ownJars(), libraryJars(), true),
          dex("libraries", libraryJars(), List.of(), false));
      pack(file -> fill(file, ResourcesMojo.LINKED_DEBUGGABLE, dex, jars), apk.toPath());
    }
  }

  private void fill(ApkFile file, String linked, List<Path> dex, List<Path> resources) throws IOException {
    file.addLinked(work(linked));
    for (Path archive : dex) {
      file.addDex(archive);
    }
    file.addJavaResources(resources);
    for (String abi : abis) {
      for (Aar aar : phoneAars()) {
        file.addNativeLibraries(aar, abi);
      }
    }
  }

  private Path shrink() throws IOException {
    List<Path> program = new ArrayList<>(ownJars());
    program.addAll(libraryJars());
    Path output = work("dex/shrunk.zip");
    report("Shrunk dex", dexer().shrink(program, rules(), output, work("mapping.txt")));
    return output;
  }

  private List<Path> rules() throws IOException {
    List<Path> rules = new ArrayList<>(List.of(androidRules(), work(ResourcesMojo.KEEP_RULES)));
    if (shrinkerRules.exists()) {
      rules.add(shrinkerRules.toPath());
    }
    phoneAars().stream().map(Aar::shrinkerRules).filter(Files::exists).forEach(rules::add);
    return rules;
  }

  private Path androidRules() throws IOException {
    Path rules = work("android.pro");
    try (InputStream in = ApkMojo.class.getResourceAsStream("android.pro")) {
      Files.copy(in, rules, StandardCopyOption.REPLACE_EXISTING);
    }
    return rules;
  }
}
