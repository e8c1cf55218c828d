package app.inkling.suggest;

import androidx.annotation.Nullable;
import app.inkling.common.PackedFiles;
import app.inkling.mllib.data.Sha256;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardStep;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.util.Map;

/** The network that came with the app: in memory while it runs, and read again when it is wanted again. */
final class ShippedNetwork {
  private final PackedFiles files;
  private final String name;
  private final Map<String, String> notes;
  private final String sha256;
  /** Null where the model has no network, and while another runs. Guarded by this object. */
  @Nullable
  private KeyboardStep step;

  /**
   * Reads it, on a background thread.
   *
   * @param name of the keyboard's model
   * @param notes its measured figures
   */
  ShippedNetwork(PackedFiles files, String name, Map<String, String> notes) throws IOException {
    this.files = files;
    this.name = name;
    this.notes = notes;
    byte[] file = files.read(name);
    sha256 = Sha256.of(file);
    step = made(file);
  }

  /** What runs it; null for a keyboard of n-grams alone. */
  @Nullable
  synchronized KeyboardStep step() throws IOException {
    if (step == null) {
      step = made(files.read(name));
    }
    return step;
  }

  /** Another network runs now. */
  synchronized void leave() {
    step = null;
  }

  /** Of the whole model's file. */
  String sha256() {
    return sha256;
  }

  Map<String, String> notes() {
    return notes;
  }

  @Nullable
  private KeyboardStep made(byte[] file) throws IOException {
    WordNet network = KeyboardModel.network(Checkpoint.fromPackage(name, file));
    return network == null ? null : new KeyboardStep(network);
  }
}
