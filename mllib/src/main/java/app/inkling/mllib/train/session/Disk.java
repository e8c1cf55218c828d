package app.inkling.mllib.train.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A flat folder of files, seen as the few operations that can each succeed, fail or be cut short by a crash.
 * Names have no folders in them.
 */
public interface Disk {
  /** A folder of the file system, made if it is not there. */
  static Disk folder(Path folder) throws IOException {
    return new FolderDisk(folder);
  }

  /** A disk that forgets everything with the process: for tools and trials. */
  static Disk inMemory() {
    return new MemoryDisk();
  }

  /** Names of all files, sorted. */
  List<String> list() throws IOException;

  /** @throws java.nio.file.NoSuchFileException there is no such file */
  byte[] read(String name) throws IOException;

  /**
   * Makes or overwrites a file and waits until it is on the disk. Cut short, it leaves any beginning of the
   * bytes.
   */
  void write(String name, byte[] bytes) throws IOException;

  /** Gives a file another name, replacing what has that name: wholly or not at all. */
  void rename(String from, String to) throws IOException;

  /** Does nothing when there is no such file. */
  void delete(String name) throws IOException;
}
