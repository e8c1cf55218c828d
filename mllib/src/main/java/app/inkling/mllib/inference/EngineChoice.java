package app.inkling.mllib.inference;

import java.util.List;

/**
 * The engine to use and why: one report for every candidate in the order of trial, the Java engine's last.
 *
 * @param engine created and proven; the caller closes it
 */
public record EngineChoice(InferenceEngine engine, List<EngineReport> reports) {
  public EngineChoice {
    reports = List.copyOf(reports);
  }
}
