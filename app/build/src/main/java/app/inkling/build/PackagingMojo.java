package app.inkling.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that end in a signed APK have in common. */
abstract class PackagingMojo extends AndroidMojo {
  /** The dependency that stands for Android itself: compiled against, never packed. */
  @Parameter(defaultValue = "org.robolectric:android-all", required = true)
  protected String androidArtifact;

  /** The key store to sign with; without one, the developer's debug key signs. */
  @Parameter(property = "apk.keystore")
  private File keystore;

  @Parameter(property = "apk.keystore.password")
  private String keystorePassword;

  /** Which key in the store; may be left out where there is only one. */
  @Parameter(property = "apk.key.alias")
  private String keyAlias;

  /**
   * Made on first use; far from the build directory, so that an installed app can be updated after a clean
   * build.
   */
  @Parameter(property = "apk.debugKeystore", defaultValue = "${user.home}/.inkling/debug.keystore",
      required = true)
  private File debugKeystore;

  /** Fills the unsigned package. */
  interface Contents {
    void writeTo(ApkFile apk) throws IOException;
  }

  /** Makes the signed package, and beside it {@code NAME-sizes.txt}, which says what makes it large. */
  final void pack(Contents contents, Path signed) throws IOException {
    Path unsigned = work("unsigned").resolve(signed.getFileName());
    try (ApkFile apk = new ApkFile(unsigned)) {
      contents.writeTo(apk);
    }
    SigningKey key = signingKey();
    key.sign(unsigned, signed, minSdk);
    getLog().info(signed.getFileName() + " is signed by " + key.describe());
    Files.delete(unsigned);
    SizeReport sizes = SizeReport.of(signed);
    getLog().info(sizes.summary());
    String name = signed.getFileName().toString().replaceFirst("\\.apk$", "") + "-sizes.txt";
    Files.write(signed.resolveSibling(name), sizes.lines());
  }

  /** Dexes {@code jars}, if they changed, to {@code name}.zip among the intermediate files. */
  final Path dex(String name, List<Path> jars, List<Path> classPath, boolean debug) throws IOException {
    Path output = work("dex/" + name + ".zip");
    report("Dex of " + name, dexer().dex(jars, classPath, debug, output));
    return output;
  }

  /** Says what came of a step that can be left out. */
  final void report(String what, boolean made) {
    getLog().info(what + (made ? " made" : " is up to date"));
  }

  final Dexer dexer() throws IOException {
    return new Dexer(library(androidArtifact).classes(), minSdk);
  }

  /** The project's own classes, packed. */
  final Path appJar() throws IOException {
    return Jar.pack(Path.of(project.getBuild().getOutputDirectory()), name -> true, work("jars/app.jar"));
  }

  /** The app and the other modules of this build: what changes from build to build. */
  final List<Path> ownJars() throws IOException {
    List<Path> jars = new ArrayList<>(List.of(appJar()));
    for (Library library : libraries()) {
      if (library.reachesThePhone() && isOwn(library)) {
        jars.add(Jar.of(library.classes(), work("jars").resolve(library.id().replace(':', '-') + ".jar")));
      }
    }
    return jars;
  }

  /** Everybody else's classes that reach the phone. */
  final List<Path> libraryJars() {
    return libraries().stream().filter(l -> l.reachesThePhone() && !isOwn(l)).map(Library::classes).toList();
  }

  private boolean isOwn(Library library) {
    return library.id().startsWith(project.getGroupId() + ":");
  }

  private SigningKey signingKey() throws IOException {
    if (keystore == null) {
      return SigningKey.debug(debugKeystore.toPath());
    }
    if (keystorePassword == null) {
      throw new IOException("apk.keystore is set, apk.keystore.password is not; signing needs both");
    }
    return SigningKey.load(keystore.toPath(), keystorePassword, keyAlias);
  }
}
