package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.Sha256;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeFormat;
import app.inkling.mllib.train.session.Sample;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A drawing of the user's whose meaning is known: corrected or confirmed.
 *
 * @param id under which it is stored
 * @param digit 0 to 9, or {@link LabelledDrawing#NOT_A_DIGIT}
 * @param heldOut whether it measures and never trains; fixed when it was stored
 */
public record OwnDrawing(UUID id, int digit, Drawing drawing, boolean heldOut) {
  public OwnDrawing {
    if (digit < LabelledDrawing.NOT_A_DIGIT || digit > 9 || drawing.isEmpty()) {
      throw new IllegalArgumentException("OwnDrawing " + id + ": digit " + digit + ", " + drawing.strokes()
          .size()
          + " strokes; wants a digit of 0 to 9 or -1, and a drawing that isn't blank");
    }
  }

  /** What a session's plan remembers of it: its digit as target, the checksum of canvas and strokes. */
  public Sample sample() {
    String content = StrokeFormat.number(drawing.width()) + '\t' + StrokeFormat.number(drawing.height())
        + '\t'
        + StrokeFormat.format(drawing);
    return new Sample(id, Integer.toString(digit), Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
  }
}
