package app.inkling.data;

import androidx.annotation.Nullable;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.JavaEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What is remembered about engines: a report for each version of a model, and the user's wishes. Called on a
 * background thread.
 */
public final class EngineResults {
  private final InklingDatabase database;
  private final EngineResultDao dao;
  private final String environment;
  private final LongSupplier clock;

  /**
   * @param environment names app and Android: reports from another one are none
   * @param clock milliseconds since 1970
   */
  public EngineResults(InklingDatabase database, String environment, LongSupplier clock) {
    this.database = database;
    this.dao = database.engineResults();
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * What is known of a model's engines, in the order of {@link #put(String, List)}.
   *
   * @param model SHA-256 of the version's checkpoint
   */
  public List<EngineReport> of(String model) {
    List<EngineReport> reports = new ArrayList<>();
    for (EngineResultRow row : dao.of(model, environment)) {
      reports.add(new EngineReport(row.engine, EngineReport.Outcome.valueOf(row.outcome), row.reason,
          row.largestDifference == null ? Float.NaN : row.largestDifference, row.p50Nanos, row.p95Nanos));
    }
    return reports;
  }

  /** Replaces all that is known of a model's engines; what another app or Android found out goes as well. */
  public void put(String model, List<EngineReport> reports) {
    database.runInTransaction(() -> {
      dao.forgetOthers(environment);
      dao.forget(model);
      for (int i = 0; i < reports.size(); i++) {
        put(model, reports.get(i), i);
      }
    });
  }

  /** Adds one report, or replaces the one on the same engine, at this place in the order. */
  public void put(String model, EngineReport report, int position) {
    EngineResultRow row = new EngineResultRow();
    row.model = model;
    row.engine = report.engine();
    row.environment = environment;
    row.outcome = report.outcome().name();
    row.reason = report.reason();
    row.largestDifference = Float.isNaN(report.largestDifference()) ? null : report.largestDifference();
    row.p50Nanos = report.medianNanos();
    row.p95Nanos = report.p95Nanos();
    row.position = position;
    row.created = clock.getAsLong();
    dao.put(row);
  }

  /**
   * Puts aside every engine but Java's that was in use when the app ended in native code.
   *
   * @param when that was, milliseconds since 1970; 0 when it wasn't
   */
  public void nativeCrash(long when) {
    dao.replaceChosen(EngineReport.Outcome.CRASHED.name(),
        "the app ended in native code while this engine was in use", JavaEngine.NAME, when);
  }

  /** Forgets what is known of a model's engines, so that they are tried anew. */
  public void forget(String model) {
    dao.forget(model);
  }

  /** The engine that the user wishes for models of this kind, or null. */
  @Nullable
  public String pin(String kind) {
    return dao.pin(kind);
  }

  /** Keeps a wish; null takes it back. */
  public void setPin(String kind, @Nullable String engine) {
    if (engine == null) {
      dao.unpin(kind);
      return;
    }
    EnginePinRow row = new EnginePinRow();
    row.kind = kind;
    row.engine = engine;
    row.created = clock.getAsLong();
    dao.pin(row);
  }
}
