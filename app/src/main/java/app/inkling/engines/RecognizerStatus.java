package app.inkling.engines;

/** How the digit recognizer is doing; how its engines are is in {@link Engines#tables}. */
public sealed interface RecognizerStatus {
  /** The model is being loaded. */
  record Starting() implements RecognizerStatus {}

  /**
   * Drawings are read.
   *
   * @param modelVersion id of the model version in use
   * @param metrics its measured figures, one {@code name=value} a line
   */
  record Ready(String modelVersion, String metrics) implements RecognizerStatus {}

  /** Nothing can be read; drawings are still kept. */
  record Failed(String reason) implements RecognizerStatus {}
}
