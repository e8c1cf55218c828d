package app.inkling.mllib.train.session;

import app.inkling.mllib.tensor.Rng;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A disk that fails at its nth change: as a crash would, after which nothing more is done, or as one that is
 * full.
 */
final class FaultyDisk implements Disk {
  private final Disk real;
  private final int failing;
  private final Rng random;
  private final Supplier<? extends RuntimeException> crash;
  private int changes;

  private FaultyDisk(Disk real, int failing, long seed, Supplier<? extends RuntimeException> crash) {
    this.real = real;
    this.failing = failing;
    this.random = new Rng(seed);
    this.crash = crash;
  }

  /** Loses power at the nth change, from 1: of a file being written any beginning remains. */
  static FaultyDisk crashing(Disk real, int nth, long seed) {
    return new FaultyDisk(real, nth, seed, Crash::new);
  }

  /**
   * Is full from the nth change on: of a file being written any beginning remains; renaming and deleting
   * still work.
   */
  static FaultyDisk full(Disk real, int nth, long seed) {
    return new FaultyDisk(real, nth, seed, null);
  }

  /** The process is gone. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  int changes() {
    return changes;
  }

  /** All files with their content. */
  static Map<String, String> contents(Disk disk) throws IOException {
    Map<String, String> contents = new LinkedHashMap<>();
    for (String name : disk.list()) {
      contents.put(name, Arrays.toString(disk.read(name)));
    }
    return contents;
  }

  @Override
  public List<String> list() throws IOException {
    return real.list();
  }

  @Override
  public byte[] read(String name) throws IOException {
    return real.read(name);
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    changes++;
    if (changes < failing) {
      real.write(name, bytes);
      return;
    }
    if (changes == failing || crash == null) {
      real.write(name, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
    }
    if (crash != null) {
      throw crash.get();
    }
    throw new IOException(name + ": no space left on device");
  }

  @Override
  public void rename(String from, String to) throws IOException {
    crashIfDue();
    real.rename(from, to);
  }

  @Override
  public void delete(String name) throws IOException {
    crashIfDue();
    real.delete(name);
  }

  private void crashIfDue() {
    changes++;
    if (crash != null && changes >= failing) {
      throw crash.get();
    }
  }
}
