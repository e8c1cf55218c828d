package app.inkling.mllib.train.session;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.Sha256;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The files of models, versions and unfinished sessions, whole after a crash at any point.
 *
 * <pre>
 * SHA-256.inkling        a model file, named by its checksum
 * UUID.version           a version's record; written after its model file
 * KIND-0.session         an unfinished session of that kind of model, saved by turns
 * KIND-1.session         in the one file and the other
 * NAME.tmp               left by a crash; removed at the next opening
 * </pre>
 *
 * <p>Every file is written under a temporary name, synced and renamed; every file carries its checksum, and
 * one that fails it is reported as {@link Damage} and never used. Of the two session files the newest whole
 * one counts. One thread at a time.
 */
public final class SessionStore {
  private static final String MODEL = ".inkling";
  private static final String VERSION = ".version";
  private static final String SESSION = ".session";
  private static final String TEMPORARY = ".tmp";
  private static final String SAVED = "saved";

  private final Disk disk;

  /** Opens the store, an empty folder included, and removes what crashes left half written. */
  public SessionStore(Disk disk) throws IOException {
    this.disk = disk;
    for (String name : disk.list()) {
      if (name.endsWith(TEMPORARY)) {
        disk.delete(name);
      }
    }
  }

  /** Puts a model that came with the app into the store, once, as the root of a tree of versions. */
  public Version addFactory(String kind, Checkpoint model) throws IOException {
    Version version = Version.factory(kind, putModel(model));
    putVersion(version);
    return version;
  }

  /** Keeps a model file; one that is there already and whole stays as it is. Returns its SHA-256. */
  public String putModel(Checkpoint model) throws IOException {
    byte[] bytes = model.toBytes();
    String checksum = Sha256.of(bytes);
    replace(checksum + MODEL, bytes);
    return checksum;
  }

  /**
   * The model file with this checksum.
   *
   * @throws FormatException it is damaged
   * @throws NoSuchFileException it is not here
   */
  public Checkpoint model(String checksum) throws IOException {
    byte[] bytes = disk.read(checksum + MODEL);
    String found = Sha256.of(bytes);
    if (!found.equals(checksum)) {
      throw new FormatException(checksum + MODEL, "the SHA-256 that it is named by", found
          + "; the file is damaged");
    }
    return Checkpoint.fromBytes(checksum + MODEL, bytes);
  }

  /** Keeps a version's record; its model file must be here. */
  public void putVersion(Version version) throws IOException {
    model(version.model());
    replace(version.id() + VERSION, version.toBytes());
  }

  /**
   * All versions whose record and model file are whole, in no special order.
   *
   * @param damages what is not whole is added to it
   */
  public Versions versions(List<Damage> damages) throws IOException {
    List<Version> versions = new ArrayList<>();
    for (String name : disk.list()) {
      if (!name.endsWith(VERSION)) {
        continue;
      }
      try {
        Version version = Version.fromBytes(name, disk.read(name));
        if (!name.equals(version.id() + VERSION)) {
          throw new FormatException(name, "the version it is named by", version.id().toString());
        }
        model(version.model());
        versions.add(version);
      } catch (FormatException | NoSuchFileException e) {
        damages.add(new Damage(name, String.valueOf(e.getMessage())));
      }
    }
    return new Versions(versions);
  }

  /**
   * Forgets a version: its record, and its model file unless another version has the same.
   *
   * @throws IllegalStateException a version was trained from it; delete that first
   */
  public void deleteVersion(UUID id) throws IOException {
    Versions all = versions(new ArrayList<>());
    if (!all.children(id).isEmpty()) {
      throw new IllegalStateException("SessionStore: version " + id
          + " has versions that were trained from it");
    }
    disk.delete(id + VERSION);
    deleteUnusedModels();
  }

  /** Removes model files that no version has: what a crash between model and record leaves. */
  public void deleteUnusedModels() throws IOException {
    Set<String> used = new HashSet<>();
    for (Version version : versions(new ArrayList<>()).all()) {
      used.add(version.model() + MODEL);
    }
    for (String name : disk.list()) {
      if (name.endsWith(MODEL) && !used.contains(name)) {
        disk.delete(name);
      }
    }
  }

  /** Removes every file: nothing learned is left. */
  public void eraseAll() throws IOException {
    for (String name : disk.list()) {
      disk.delete(name);
    }
  }

  /** Saves an unfinished session over the older of its two files. */
  void saveProgress(String kind, Checkpoint progress) throws IOException {
    Found found = find(kind, new ArrayList<>());
    replace(name(kind, 1 - found.slot), progress.with(SAVED, Section.longs(found.saved + 1)).toBytes());
  }

  /** The newest whole state of this kind's unfinished session. */
  Optional<Checkpoint> progress(String kind, List<Damage> damages) throws IOException {
    Found found = find(kind, damages);
    return found.saved == 0 ? Optional.empty() : Optional.of(read(name(kind, found.slot)));
  }

  /** Whether a session of this kind is unfinished and can be resumed. */
  public boolean hasUnfinished(String kind) throws IOException {
    return progress(kind, new ArrayList<>()).isPresent();
  }

  /** Throws this kind's unfinished session away. */
  public void discardUnfinished(String kind) throws IOException {
    Found found = find(kind, new ArrayList<>());
    disk.delete(name(kind, 1 - found.slot)); // the older first: a crash in between must not bring it back
    disk.delete(name(kind, found.slot));
  }

  private Found find(String kind, List<Damage> damages) throws IOException {
    Found found = new Found(1, 0);
    for (int slot = 0; slot < 2; slot++) {
      String name = name(kind, slot);
      try {
        long saved = Section.longs(read(name), SAVED)[0];
        if (saved > found.saved) {
          found = new Found(slot, saved);
        }
      } catch (NoSuchFileException absent) {
        continue;
      } catch (FormatException damaged) {
        damages.add(new Damage(name, damaged.getMessage()));
      }
    }
    return found;
  }

  private Checkpoint read(String name) throws IOException {
    return Checkpoint.fromBytes(name, disk.read(name));
  }

  /**
   * The newest whole session file: slot and number of the save, 0 for none. Not what it holds: beside a large
   * network in training there is no room for that, too.
   */
  private record Found(int slot, long saved) {}

  private void replace(String name, byte[] bytes) throws IOException {
    try {
      disk.write(name + TEMPORARY, bytes);
      disk.rename(name + TEMPORARY, name);
    } catch (IOException failed) {
      try {
        disk.delete(name + TEMPORARY);
      } catch (IOException second) {
        failed.addSuppressed(second);
      }
      throw failed;
    }
  }

  private static String name(String kind, int slot) {
    return kind + '-' + slot + SESSION;
  }

  /** Kinds of models that have an unfinished session. */
  public List<String> unfinishedKinds() throws IOException {
    Set<String> kinds = new HashSet<>();
    for (String name : disk.list()) {
      if (name.endsWith(SESSION)) {
        String kind = name.substring(0, name.length() - SESSION.length() - 2);
        if (hasUnfinished(kind)) {
          kinds.add(kind);
        }
      }
    }
    List<String> sorted = new ArrayList<>(kinds);
    Collections.sort(sorted);
    return sorted;
  }
}
