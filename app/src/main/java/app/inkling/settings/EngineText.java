package app.inkling.settings;

import android.content.res.Resources;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.engines.TfliteFactory;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.JavaEngine;
import java.util.Locale;

/** Engines and what was found out about them, in words. */
final class EngineText {
  private final Resources resources;
  private final Figures figures;
  private final Locale locale;

  EngineText(Resources resources) {
    this.resources = resources;
    this.figures = new Figures(resources);
    this.locale = resources.getConfiguration().getLocales().get(0);
  }

  /** An engine's name for people. */
  String name(String engine) {
    return switch (engine) {
      case JavaEngine.NAME -> resources.getString(R.string.engine_java);
      case TfliteFactory.CPU -> resources.getString(R.string.engine_cpu);
      case TfliteFactory.GPU -> resources.getString(R.string.engine_gpu);
      case TfliteFactory.NNAPI -> resources.getString(R.string.engine_nnapi);
      default -> engine;
    };
  }

  /** Whether it is used, why, and its figures if it has any. */
  String findings(EngineReport report) {
    String verdict = resources.getString(switch (report.outcome()) {
      case CHOSEN -> R.string.engine_chosen;
      case SLOWER -> R.string.engine_slower;
      default -> R.string.engine_rejected;
    }, reason(report));
    if (report.medianNanos() == 0) {
      return verdict;
    }
    String times = resources.getString(R.string.engine_times, micros(report.medianNanos()),
        micros(report.p95Nanos()));
    return verdict + "\n" + (report.engine().equals(JavaEngine.NAME) ? times
        : times + " " + resources.getString(R.string.engine_difference, difference(report)));
  }

  /**
   * Reasons from the library begin with the engine and what it was doing, which the row says already, and
   * call other engines by their stable names.
   */
  private String reason(EngineReport report) {
    String reason = report.reason();
    int end = reason.startsWith(report.engine() + " (") ? reason.indexOf("): ") : -1;
    String rest = end < 0 ? reason : reason.substring(end + 3);
    int name = rest.indexOf(' ');
    return report.outcome() == EngineReport.Outcome.SLOWER && name > 0
        ? name(rest.substring(0, name)) + rest.substring(name) : rest;
  }

  private String micros(long nanos) {
    return figures.whole(Math.max(1, Math.round(nanos / 1000.0)));
  }

  private String difference(EngineReport report) {
    return report.largestDifference() == 0 ? figures.whole(0)
        : String.format(locale, "%.1e", report.largestDifference());
  }
}
