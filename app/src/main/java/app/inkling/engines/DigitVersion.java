package app.inkling.engines;

import app.inkling.data.ModelVersionRow;
import app.inkling.mllib.digits.DigitCanaries;
import app.inkling.mllib.digits.DigitModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of the digit model, loaded.
 *
 * @param id of its row in the table of versions
 * @param model network and threshold; nobody trains it while it is in use
 * @param engines the same as engines see it
 */
public record DigitVersion(String id, DigitModel model, EngineModel engines) {
  /** Gives the version to begin with; called on the compute thread. */
  public interface Source {
    DigitVersion load() throws IOException;
  }

  /**
   * A version whose {@code .tflite} file exists.
   *
   * @param sha256 of its checkpoint
   */
  public static DigitVersion of(String id, String sha256, DigitModel model, TfliteSource tflite) {
    return new DigitVersion(id, model, new EngineModel(ModelVersionRow.DIGITS, sha256, model.signature(),
        model::javaEngine, tflite, java -> DigitCanaries.of(java.signature()), EngineModel.PROBABILITIES));
  }

  /** A version just trained: its {@code .tflite} file is made when an engine wants it. */
  public static DigitVersion trained(String id, String sha256, DigitModel model) {
    return of(id, sha256, model, TfliteSource.exported(() -> ByteBuffer.wrap(model.toTflite())));
  }

  /** Its measured figures, one {@code name=value} a line, in the order of the names. */
  public String metrics() {
    return lines(model.metadata());
  }

  static String lines(Map<String, String> values) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(values).forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    return lines.toString();
  }
}
