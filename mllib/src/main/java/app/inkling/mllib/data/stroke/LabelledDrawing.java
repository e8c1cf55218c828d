package app.inkling.mllib.data.stroke;

/**
 * A drawing with what it is meant to show and who drew it.
 *
 * @param writer name of the hand, without tabs or line ends
 * @param digit 0 to 9, or {@link #NOT_A_DIGIT}
 */
public record LabelledDrawing(String writer, int digit, Drawing drawing) {
  /** The label of a drawing that shows no digit. */
  public static final int NOT_A_DIGIT = -1;

  public LabelledDrawing {
    if (digit < NOT_A_DIGIT || digit > 9) {
      throw new IllegalArgumentException("LabelledDrawing: digit is " + digit
          + "; wants 0 to 9, or -1 for none");
    }
    if (writer.indexOf('\t') >= 0 || writer.indexOf('\n') >= 0 || writer.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("LabelledDrawing: the writer's name holds a tab or a line end");
    }
  }
}
