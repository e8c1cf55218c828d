package app.inkling.engines;

import androidx.annotation.Nullable;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.JavaEngine;
import java.util.List;

/**
 * What is known of the engines of one model in use, to be shown.
 *
 * @param kind of model
 * @param engine name of the engine in use
 * @param pinned name of the engine that the user wishes, or null
 * @param reports a line for every engine, in order of trial; empty while the first trials go on
 * @param trying name of the engine being tried at the moment, empty between two; null when nothing is being
 *     tried
 * @param fault why engines could not be compared; null when they could
 */
public record EngineTable(String kind, String engine, @Nullable String pinned, List<EngineReport> reports,
    @Nullable String trying, @Nullable String fault) {
  public EngineTable {
    reports = List.copyOf(reports);
  }

  /** Before anything is known: the Java engine runs the model. */
  static EngineTable begun(String kind) {
    return new EngineTable(kind, JavaEngine.NAME, null, List.of(), "", null);
  }

  EngineTable trying(String what) {
    return new EngineTable(kind, engine, pinned, reports, what, null);
  }

  EngineTable decided(String chosen, @Nullable String wished, List<EngineReport> found) {
    return new EngineTable(kind, chosen, wished, found, null, null);
  }

  EngineTable failed(String why) {
    return new EngineTable(kind, JavaEngine.NAME, pinned, reports, null, why);
  }
}
