package app.inkling.mllib.train.session;

import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files that end with the process. */
final class MemoryDisk implements Disk {
  private final Map<String, byte[]> files = new TreeMap<>();

  @Override
  public List<String> list() {
    return new ArrayList<>(files.keySet());
  }

  @Override
  public byte[] read(String name) throws NoSuchFileException {
    return find(name).clone();
  }

  @Override
  public void write(String name, byte[] bytes) {
    files.put(name, bytes.clone());
  }

  @Override
  public void rename(String from, String to) throws NoSuchFileException {
    files.put(to, find(from));
    files.remove(from);
  }

  @Override
  public void delete(String name) {
    files.remove(name);
  }

  private byte[] find(String name) throws NoSuchFileException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new NoSuchFileException(name);
    }
    return bytes;
  }
}
