package app.inkling.engines;

import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.Signature;
import java.util.ArrayList;
import java.util.List;

/** Typical inputs by which engines are compared before one is trusted. */
final class Canaries {
  private Canaries() {}

  /** One drawing of each digit, as the model sees it. */
  static List<Bindings> digits(Signature signature) {
    List<Bindings> canaries = new ArrayList<>();
    StrokeRenderer renderer = new StrokeRenderer();
    for (int digit = 0; digit < 10; digit++) {
      Bindings canary = new Bindings(signature);
      float[] image = renderer.render(Glyphs.styles(digit).get(0).drawing());
      System.arraycopy(image, 0, canary.floatInput(signature.inputs().get(0).name()), 0, image.length);
      canaries.add(canary);
    }
    return canaries;
  }
}
