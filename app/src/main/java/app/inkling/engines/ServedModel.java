package app.inkling.engines;

import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.EngineReport.Outcome;
import app.inkling.mllib.inference.GuardedEngine;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.JavaEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One version of a model in use: an engine that always answers, and what is known of all engines. */
public final class ServedModel implements AutoCloseable {
  private final EngineModel model;
  private final GuardedEngine engine;
  private volatile EngineTable table;

  /** @param failed told on the running thread that an engine was given up; Java has taken over */
  ServedModel(EngineModel model, Consumer<ServedModel> failed) {
    this.model = model;
    this.table = EngineTable.begun(model.kind());
    this.engine = new GuardedEngine(model.java().get(), model.tolerance(), report -> {
      table = withJava(table, report);
      failed.accept(this);
    });
  }

  /** Runs the model on the chosen engine, on one thread at a time, and in Java the moment that one fails. */
  public InferenceEngine engine() {
    return engine;
  }

  public EngineModel model() {
    return model;
  }

  public EngineTable table() {
    return table;
  }

  void show(EngineTable next) {
    table = next;
  }

  /** Hands over a proven engine, or null for Java, from the next run on. */
  void use(InferenceEngine chosen) {
    engine.use(chosen);
  }

  /** Frees the engine; to be called where it runs, or when it no longer does. */
  @Override
  public void close() {
    engine.close();
  }

  private static EngineTable withJava(EngineTable before, EngineReport failure) {
    List<EngineReport> reports = new ArrayList<>();
    for (EngineReport report : EngineSelector.replaced(before.reports(), failure)) {
      reports.add(report.engine().equals(JavaEngine.NAME)
          ? report.with(Outcome.CHOSEN, "took over when " + failure.engine() + " failed") : report);
    }
    return before.decided(JavaEngine.NAME, before.pinned(), reports);
  }
}
