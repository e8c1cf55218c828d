package app.inkling.engines;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.mllib.data.AtomicFile;
import app.inkling.mllib.data.Sha256;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Which version of one kind of model is in use, when some were learned on this phone.
 *
 * <p>A version whose file is missing or not what its checksum says is no longer used: its nearest whole
 * ancestor takes over, at last the model that came with the app, and {@link #damage} says so.
 */
public final class LearnedVersions<T> {
  /** Makes a version of its row and its checkpoint, whose checksum is right. */
  public interface Reader<T> {
    /** @throws IOException this is none that can be used */
    T read(ModelVersionRow row, Checkpoint checkpoint) throws IOException;
  }

  private final String kind;
  private final ModelVersions versions;
  private final Path directory;
  private final Reader<T> reader;
  private final MutableLiveData<String> damage = new MutableLiveData<>();

  /** @param directory where learned models lie, named by their checksums */
  public LearnedVersions(String kind, ModelVersions versions, Path directory, Reader<T> reader) {
    this.kind = kind;
    this.versions = versions;
    this.directory = directory;
    this.reader = reader;
  }

  /** Id of a version that was found damaged and is no longer used; null while none was. */
  public LiveData<String> damage() {
    return damage;
  }

  /**
   * The learned version in use; null when the one that came with the app is, or has to be: see {@link
   * #useShipped}.
   */
  @Nullable
  public T inUse() {
    ModelVersionRow active = versions.active(kind);
    for (ModelVersionRow row = active; row != null && row.origin.equals(ModelVersionRow.TRAINED);
        row = row.parent == null ? null : versions.find(row.parent)) {
      T version = row == active || row.accepted ? whole(row) : null;
      if (version != null) {
        replaced(active, row.id);
        return version;
      }
    }
    return null;
  }

  /** After {@link #inUse} found none: the one that came with the app is in use from now on, if it wasn't. */
  public void useShipped(String id) {
    replaced(versions.active(kind), id);
  }

  /** A learned version, also one that is not in use; null when its file is missing or damaged. */
  @Nullable
  public T whole(ModelVersionRow row) {
    try {
      ByteBuffer file = AtomicFile.map(directory.resolve(row.sha256 + ".inkling"));
      return Sha256.of(file).equals(row.sha256)
          ? reader.read(row, Checkpoint.fromBuffer(row.file, file)) : null;
    } catch (IOException e) {
      return null;
    }
  }

  private void replaced(@Nullable ModelVersionRow active, String by) {
    if (active != null && !active.id.equals(by)) {
      versions.use(kind, by, System.currentTimeMillis());
      if (active.origin.equals(ModelVersionRow.TRAINED)) {
        damage.postValue(active.id);
      }
    }
  }
}
