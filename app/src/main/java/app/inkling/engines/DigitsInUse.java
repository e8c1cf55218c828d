package app.inkling.engines;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The digit model in use: a version learned on this phone, or the one that came with the app.
 *
 * <p>A version whose file is missing or not what its checksum says is no longer used: its nearest whole
 * ancestor takes over, at last the model that came with the app, and {@link #damage} says so.
 */
public final class DigitsInUse implements DigitVersion.Source {
  private final ShippedDigits shipped;
  private final ModelVersions versions;
  private final Path directory;
  private final MutableLiveData<String> damage = new MutableLiveData<>();

  /** @param directory where learned models lie, named by their checksums */
  public DigitsInUse(ShippedDigits shipped, ModelVersions versions, Path directory) {
    this.shipped = shipped;
    this.versions = versions;
    this.directory = directory;
  }

  /** Id of a version that was found damaged and is no longer used; null while none was. */
  public LiveData<String> damage() {
    return damage;
  }

  @Override
  public DigitVersion load() throws IOException {
    ModelVersionRow active = versions.active(ModelVersionRow.DIGITS);
    for (ModelVersionRow row = active; row != null && row.origin.equals(ModelVersionRow.TRAINED);
        row = row.parent == null ? null : versions.find(row.parent)) {
      DigitVersion version = row == active || row.accepted ? whole(row) : null;
      if (version != null) {
        replaced(active, version);
        return version;
      }
    }
    DigitVersion version = shipped.load();
    replaced(active, version);
    return version;
  }

  /** A version that is whole, also one that is not in use. */
  public DigitVersion load(ModelVersionRow row) throws IOException {
    DigitVersion version = row.origin.equals(ModelVersionRow.TRAINED) ? whole(row) : shipped.load();
    if (version == null) {
      throw new IOException("Version " + row.id + " is missing or damaged");
    }
    return version;
  }

  /** Null when the file is missing or damaged. */
  @Nullable
  private DigitVersion whole(ModelVersionRow row) {
    try {
      byte[] checkpoint = Files.readAllBytes(directory.resolve(row.sha256 + ".inkling"));
      return TfliteFile.sha256(checkpoint).equals(row.sha256)
          ? DigitVersion.trained(row.id, row.sha256, DigitModel.load(checkpoint)) : null;
    } catch (IOException e) {
      return null;
    }
  }

  private void replaced(@Nullable ModelVersionRow active, DigitVersion version) {
    if (active != null && active.origin.equals(ModelVersionRow.TRAINED) && !active.id.equals(version.id())) {
      versions.use(ModelVersionRow.DIGITS, version.id(), System.currentTimeMillis());
      damage.postValue(active.id);
    }
  }
}
