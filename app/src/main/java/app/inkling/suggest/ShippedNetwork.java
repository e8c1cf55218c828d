package app.inkling.suggest;

import androidx.annotation.Nullable;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardStep;
import java.util.Map;

/** The network that came with the app. It is made when it is wanted, and gone while a learned one runs. */
final class ShippedNetwork {
  private final KeyboardModel model;
  private final String sha256;
  /** Guarded by this object. */
  @Nullable
  private KeyboardStep step;

  /**
   * @param model one with a network
   * @param sha256 of its file
   */
  ShippedNetwork(KeyboardModel model, String sha256) {
    this.model = model;
    this.sha256 = sha256;
  }

  synchronized KeyboardStep step() {
    if (step == null) {
      step = new KeyboardStep(model.newNetwork());
    }
    return step;
  }

  /** Another network runs now. */
  synchronized void leave() {
    step = null;
  }

  String sha256() {
    return sha256;
  }

  /** Its measured figures. */
  Map<String, String> notes() {
    return model.metadata();
  }
}
