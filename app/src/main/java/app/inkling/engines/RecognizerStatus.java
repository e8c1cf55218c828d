package app.inkling.engines;

import app.inkling.mllib.inference.EngineReport;
import java.util.List;

/** How the digit recognizer is doing. */
public sealed interface RecognizerStatus {
  /** The model is being loaded and engines are being tried. */
  record Starting() implements RecognizerStatus {}

  /**
   * Drawings are read.
   *
   * @param engine name of the engine in use
   * @param reports why this one, a line for every engine, in order of preference
   * @param modelVersion id of the model version in use
   * @param metrics its measured figures, one {@code name=value} a line
   */
  record Ready(String engine, List<EngineReport> reports, String modelVersion, String metrics)
      implements RecognizerStatus {}

  /** Nothing can be read; drawings are still kept. */
  record Failed(String reason) implements RecognizerStatus {}
}
