package app.inkling.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An Android library, unpacked: {@code res/}, {@code assets/}, {@code jni/}, {@code AndroidManifest.xml},
 * {@code R.txt}, {@code proguard.txt} as in the archive, and all its classes in one {@code classes.jar}.
 *
 * <p>The jar also holds the classes of {@code libs/*.jar} and, as plain resources, the assets: on the JVM
 * some libraries look their assets up on the class path.
 */
record Aar(Path root) {
  /** Changes whenever the unpacked form does, so that no stale directory is taken for a current one. */
  private static final String FORM = "2";

  /** Unpacks {@code archive} into {@code root}, unless {@code root} already holds just that. */
  static Aar unpack(Path archive, Path root) throws IOException {
    Aar aar = new Aar(root);
    Fingerprint inputs = new Fingerprint().add("form", FORM).add(archive);
    Path mark = root.resolve(".unpacked");
    if (!inputs.matches(mark, aar.classes())) {
      FileTrees.makeEmpty(root);
      extract(archive, root);
      aar.mergeClasses();
      inputs.store(mark);
    }
    return aar;
  }

  /** The jar to put on class paths; empty, but there, for a library without code. */
  Path classes() {
    return root.resolve("all-classes.jar");
  }

  Path manifest() {
    return root.resolve("AndroidManifest.xml");
  }

  Path resources() {
    return root.resolve("res");
  }

  Path assets() {
    return root.resolve("assets");
  }

  /** The names of the resources that the library's code uses: its R class. */
  Path symbols() {
    return root.resolve("R.txt");
  }

  Path shrinkerRules() {
    return root.resolve("proguard.txt");
  }

  /** Holds one directory per ABI. */
  Path nativeLibraries() {
    return root.resolve("jni");
  }

  private static void extract(Path archive, Path root) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
          throw new IOException(archive + ": entry " + entry.getName() + " leads outside the archive");
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
  }

  private void mergeClasses() throws IOException {
    List<Path> jars = new ArrayList<>();
    if (Files.exists(root.resolve("classes.jar"))) {
      jars.add(root.resolve("classes.jar"));
    }
    for (Path file : FileTrees.files(root.resolve("libs"))) {
      if (file.toString().endsWith(".jar")) {
        jars.add(file);
      }
    }
    Set<String> written = new HashSet<>();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(classes()))) {
      for (Path jar : jars) {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
          for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (!entry.isDirectory() && written.add(entry.getName())) {
              putNext(out, entry.getName());
              in.transferTo(out);
            }
          }
        }
      }
      for (Path asset : FileTrees.files(assets())) {
        if (written.add(FileTrees.entryName(root, asset))) {
          putNext(out, FileTrees.entryName(root, asset));
          Files.copy(asset, out);
        }
      }
    }
  }

  /** All entries bear one date: the same archive gives the same jar, and nothing after it is made again. */
  private static void putNext(ZipOutputStream out, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ApkFile.TIMESTAMP);
    out.putNextEntry(entry);
  }
}
