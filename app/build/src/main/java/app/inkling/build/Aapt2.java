package app.inkling.build;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Android's resource compiler and linker, unpacked from the class path together with the framework's
 * resources.
 *
 * @param binary the executable for this machine
 * @param framework the resources of Android itself, for {@code -I}
 */
record Aapt2(Path binary, Path framework) {
  /** Unpacks the tool into {@code directory}, once. */
  static Aapt2 unpack(Path directory) throws IOException {
    Files.createDirectories(directory);
    String resource = binaryResource(System.getProperty("os.name"));
    Path binary = unpack(resource, directory);
    if (!binary.toFile().setExecutable(true)) {
      throw new IOException(binary + " cannot be made executable; is its file system mounted noexec?");
    }
    return new Aapt2(binary, unpack("/prebuilt/android-framework.jar", directory));
  }

  /** Where the binary for {@code operatingSystem} (as {@code os.name} has it) lies on the class path. */
  static String binaryResource(String operatingSystem) {
    String name = operatingSystem.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "/prebuilt/windows/aapt2.exe";
    }
    return name.startsWith("mac") ? "/prebuilt/macosx/aapt2" : "/prebuilt/linux/aapt2";
  }

  /**
   * Compiles the resource directory {@code resources} to the archive {@code compiled}, unless that is up to
   * date.
   */
  void compile(Path resources, Path compiled) throws IOException {
    Fingerprint inputs = new Fingerprint().add(resources);
    Path mark = compiled.resolveSibling(compiled.getFileName() + ".inputs");
    if (inputs.matches(mark, compiled)) {
      return;
    }
    Files.createDirectories(compiled.getParent());
    Command.require("Compiling resources in " + resources,
        List.of(binary.toString(), "compile", "--dir", resources.toString(), "-o", compiled.toString()));
    inputs.store(mark);
  }

  /**
   * Compiles the resources of all {@code libraries} that have some, each to an archive in {@code directory}.
   */
  List<Path> compileAll(List<Aar> libraries, Path directory) throws IOException {
    List<Path> archives = new ArrayList<>();
    for (Aar library : libraries) {
      if (!FileTrees.files(library.resources()).isEmpty()) {
        Path archive = directory.resolve(library.root().getFileName() + ".zip");
        compile(library.resources(), archive);
        archives.add(archive);
      }
    }
    return archives;
  }

  /**
   * Links compiled resources, manifest and assets to an APK without code.
   *
   * @param overlays archives of {@link #compile}; a later one wins over those before it
   * @param symbols receives the final number of every resource, in the form of {@code R.txt}
   * @param options further options, as {@code --debug-mode}
   */
  void link(Path manifest, List<Path> overlays, Path assets, Path apk, Path symbols, List<String> options)
      throws IOException {
    Files.createDirectories(apk.getParent());
    List<String> command = new ArrayList<>(List.of(binary.toString(), "link",
        "-I", framework.toString(), "--manifest", manifest.toString(), "-o", apk.toString(),
        "--output-text-symbols", symbols.toString(),
        "--auto-add-overlay", "--no-version-vectors", "-0", ".tflite"));
    if (Files.isDirectory(assets)) {
      command.addAll(List.of("-A", assets.toString()));
    }
    command.addAll(options);
    for (Path overlay : overlays) {
      command.addAll(List.of("-R", overlay.toString()));
    }
    Command.require("Linking resources of " + manifest, command);
  }

  private static Path unpack(String resource, Path directory) throws IOException {
    URL url = Aapt2.class.getResource(resource);
    if (url == null) {
      throw new IOException(resource + " is not on the plugin's class path; org.apktool:apktool-lib has it");
    }
    Path file = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try (InputStream in = url.openStream()) {
      byte[] content = in.readAllBytes();
      if (!Files.exists(file) || Files.size(file) != content.length) {
        Path temporary = directory.resolve(file.getFileName() + ".new");
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return file;
  }
}
