package app.inkling.build;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns class files into dex with Google's D8, or shrinks them first with R8.
 *
 * <p>Both run in a JVM of their own with only the fast first compiler and the serial collector: on two
 * processors that takes less than half the time that they need inside Maven.
 *
 * @param android the classes of Android, which stay out of the result
 * @param minSdk the oldest API level that the result must run on; newer language features are rewritten for
 *     it
 */
record Dexer(Path android, int minSdk) {
  private static final String D8 = "com.android.tools.r8.D8";
  private static final String R8 = "com.android.tools.r8.R8";

  /**
   * Translates {@code program} (jars) to dex files in the zip {@code output}.
   *
   * @param classPath jars that {@code program} refers to and that are dexed elsewhere
   * @return false when {@code output} was up to date
   */
  boolean dex(List<Path> program, List<Path> classPath, boolean debug, Path output) throws IOException {
    Path mark = output.resolveSibling(output.getFileName() + ".inputs");
    Fingerprint inputs = fingerprint().add("debug", debug).addAll(program).addAll(classPath);
    if (inputs.matches(mark, output)) {
      return false;
    }
    List<String> arguments = new ArrayList<>(List.of(debug ? "--debug" : "--release"));
    classPath.forEach(jar -> arguments.addAll(List.of("--classpath", jar.toString())));
    fork(D8, arguments, program, output);
    inputs.store(mark);
    return true;
  }

  /**
   * Removes from {@code program} (jars) what {@code rules} and the rules inside the jars don't keep, shortens
   * names, and writes dex files and Java resources to the zip {@code output}.
   *
   * @param mapping receives the new names, to read stack traces by
   * @return false when {@code output} was up to date
   */
  boolean shrink(List<Path> program, List<Path> rules, Path output, Path mapping) throws IOException {
    Path mark = output.resolveSibling(output.getFileName() + ".inputs");
    Fingerprint inputs = fingerprint().addAll(program).addAll(rules);
    if (inputs.matches(mark, output, mapping)) {
      return false;
    }
    List<String> arguments = new ArrayList<>(List.of("--release", "--pg-map-output", mapping.toString(),
        "--pg-conf-output", mapping.resolveSibling("rules.pro").toString()));
    rules.forEach(file -> arguments.addAll(List.of("--pg-conf", file.toString())));
    fork(R8, arguments, program, output);
    inputs.store(mark);
    return true;
  }

  private Fingerprint fingerprint() throws IOException {
    // The tool and Android's jar are immutable releases: their names say it all.
    return new Fingerprint()
        .add("r8", r8Jar().getFileName())
        .add("android", android.getFileName())
        .add("minSdk", minSdk);
  }

  private void fork(String tool, List<String> options, List<Path> program, Path output) throws IOException {
    Files.createDirectories(output.getParent());
    Files.deleteIfExists(output);
    Path javaHome = Path.of(System.getProperty("java.home"));
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("--min-api", Integer.toString(minSdk),
        "--lib", android.toString(), "--lib", javaHome.toString(), "--output", output.toString()));
    program.forEach(jar -> arguments.add(jar.toString()));
    Path argumentFile = output.resolveSibling(output.getFileName() + ".arguments");
    Files.write(argumentFile, arguments);
    String messages = Command.require(tool + " for " + output.getFileName(), List.of(
        javaHome.resolve("bin").resolve("java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx2g",
        "-cp", r8Jar().toString(), tool, "@" + argumentFile));
    Files.writeString(output.resolveSibling(output.getFileName() + ".log"), messages);
  }

  private static Path r8Jar() throws IOException {
    try {
      Class<?> tool = com.android.tools.r8.D8.class;
      return Path.of(tool.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("R8's jar has an unreadable location", e);
    }
  }
}
