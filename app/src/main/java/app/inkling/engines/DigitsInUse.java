package app.inkling.engines;

import androidx.lifecycle.LiveData;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.mllib.digits.DigitModel;
import java.io.IOException;
import java.nio.file.Path;

/** The digit model in use: a version learned on this phone, or the one that came with the app. */
public final class DigitsInUse implements DigitVersion.Source {
  private final ShippedDigits shipped;
  private final LearnedVersions<DigitVersion> learned;

  /** @param directory where learned models lie, named by their checksums */
  public DigitsInUse(ShippedDigits shipped, ModelVersions versions, Path directory) {
    this.shipped = shipped;
    learned = new LearnedVersions<>(ModelVersionRow.DIGITS, versions, directory, (row, checkpoint) ->
        DigitVersion.trained(row.id, row.sha256, DigitModel.of(checkpoint)));
  }

  /** See {@link LearnedVersions#damage}. */
  public LiveData<String> damage() {
    return learned.damage();
  }

  @Override
  public DigitVersion load() throws IOException {
    DigitVersion version = learned.inUse();
    if (version == null) {
      version = shipped.load();
      learned.useShipped(version.id());
    }
    return version;
  }

  /** A version that is whole, also one that is not in use. */
  public DigitVersion load(ModelVersionRow row) throws IOException {
    DigitVersion version =
        row.origin.equals(ModelVersionRow.TRAINED) ? learned.whole(row) : shipped.load();
    if (version == null) {
      throw new IOException("Version " + row.id + " is missing or damaged");
    }
    return version;
  }
}
