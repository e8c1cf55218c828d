package app.inkling.mllib.digits;

import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.Signature;
import java.util.ArrayList;
import java.util.List;

/** Typical inputs of a digit model, by which engines are compared before one is trusted. */
public final class DigitCanaries {
  private DigitCanaries() { }

  /** One drawing of each digit, as the model sees it. */
  public static List<Bindings> of(Signature signature) {
    List<Bindings> canaries = new ArrayList<>();
    StrokeRenderer renderer = new StrokeRenderer();
    for (int digit = 0; digit < 10; digit++) {
      Bindings canary = new Bindings(signature);
      renderer.render(Glyphs.digit(digit, 0).drawing(), canary.floatInput(DigitModel.INPUT));
      canaries.add(canary);
    }
    return canaries;
  }
}
