package app.inkling.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs directories of classes, which D8 and R8 only take as jars. */
final class Jar {
  private Jar() {}

  /** {@code classes} itself if it is a jar; a directory is packed to {@code jar}. */
  static Path of(Path classes, Path jar) throws IOException {
    return Files.isDirectory(classes) ? pack(classes, name -> true, jar) : classes;
  }

  /**
   * Packs the files of {@code directory} whose entry names {@code include} accepts; same files, same bytes.
   */
  static Path pack(Path directory, Predicate<String> include, Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : FileTrees.files(directory)) {
        String name = FileTrees.entryName(directory, file);
        if (include.test(name)) {
          ZipEntry entry = new ZipEntry(name);
          entry.setTimeLocal(ApkFile.TIMESTAMP);
          out.putNextEntry(entry);
          Files.copy(file, out);
        }
      }
    }
    return jar;
  }
}
