package app.inkling.engines;

import app.inkling.common.PackedFiles;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;

/** The digit model that came with the app. */
public final class ShippedDigits implements DigitVersion.Source {
  /** The checkpoint with the network and its calibration. */
  public static final String CHECKPOINT = "models/digits.inkling";

  /** The same network for TensorFlow Lite. */
  public static final String TFLITE = "models/digits.tflite";

  private final PackedFiles files;
  private final ModelVersions versions;

  public ShippedDigits(PackedFiles files, ModelVersions versions) {
    this.files = files;
    this.versions = versions;
  }

  @Override
  public DigitVersion load() throws IOException {
    byte[] checkpoint = files.read(CHECKPOINT);
    DigitModel model = DigitModel.load(checkpoint);
    String sha256 = TfliteFile.sha256(checkpoint);
    String id = versions.registerShipped(ModelVersionRow.DIGITS, CHECKPOINT, sha256,
        DigitVersion.lines(model.metadata()), System.currentTimeMillis());
    return DigitVersion.of(id, sha256, model, TfliteSource.packed(files, TFLITE));
  }
}
