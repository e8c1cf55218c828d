package app.inkling.settings;

import android.content.res.Resources;
import androidx.annotation.Nullable;
import androidx.core.text.BidiFormatter;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.engines.EngineTable;
import app.inkling.engines.Refusal;
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

  /** Whether it is used, why, what others said about that, and its figures if it has any. */
  String findings(EngineTable table, EngineReport report) {
    String verdict = quoting(resources.getString(switch (report.outcome()) {
      case CHOSEN -> R.string.engine_chosen;
      case SLOWER -> R.string.engine_slower;
      default -> R.string.engine_rejected;
    }, reason(table, report)), said(report));
    if (report.medianNanos() == 0) {
      return verdict;
    }
    String times = resources.getString(R.string.engine_times, micros(report.medianNanos()),
        micros(report.p95Nanos()));
    return verdict + "\n" + (report.engine().equals(JavaEngine.NAME) ? times
        : times + " " + resources.getString(R.string.engine_difference, difference(report)));
  }

  /** A sentence of ours, and what somebody else said about it, in his own words. */
  String quoting(String sentence, @Nullable String said) {
    return said == null || said.isEmpty() ? sentence : sentence + "\n"
        + resources.getString(R.string.engine_said, BidiFormatter.getInstance(locale).unicodeWrap(said));
  }

  /** Why, in the user's words. */
  private String reason(EngineTable table, EngineReport report) {
    boolean wished = table.engine().equals(table.pinned());
    return switch (report.outcome()) {
      case CHOSEN -> resources.getString(wished ? R.string.engine_wished
          : table.reports().size() == 1 ? R.string.engine_only
          : right(table) == 1 ? R.string.engine_only_right : R.string.engine_fastest);
      case SLOWER -> resources.getString(wished ? R.string.engine_other_wished : R.string.engine_other_faster,
          name(table.engine()));
      case CREATE_FAILED -> refusal(report, R.string.engine_create_failed);
      case RUN_FAILED -> refusal(report, R.string.engine_run_failed);
      case WRONG_SIGNATURE -> resources.getString(R.string.engine_wrong_signature);
      case WRONG_NUMBERS -> resources.getString(R.string.engine_wrong_numbers, difference(report));
      case NOT_FINITE -> resources.getString(R.string.engine_not_finite);
      case TIMED_OUT -> resources.getString(R.string.engine_timed_out);
      case CRASHED -> resources.getString(R.string.engine_crashed);
    };
  }

  private static long right(EngineTable table) {
    return table.reports().stream().filter(report -> !report.outcome().rejected()).count();
  }

  /** What we know ourselves about a failure, or else only that there was one. */
  private String refusal(EngineReport report, int unknown) {
    Refusal refusal = Refusal.of(report.reason());
    return resources.getString(refusal == null ? unknown : switch (refusal) {
      case FILE -> R.string.engine_file;
      case LARGE_PAGES -> R.string.engine_large_pages;
      case LIBRARY -> R.string.engine_library;
      case UNKNOWN_GPU -> R.string.engine_unknown_gpu;
      case OTHER_ANDROID -> R.string.engine_other_android;
      case DRIVER -> R.string.engine_driver;
      case MODEL -> R.string.engine_model;
      case RUN -> unknown;
      case CPU_INSTEAD -> R.string.engine_cpu_instead;
    });
  }

  /** What driver, library or system said. The reason begins with the engine and what it was doing. */
  private static String said(EngineReport report) {
    String reason = report.reason();
    return switch (report.outcome()) {
      case CREATE_FAILED, RUN_FAILED, WRONG_SIGNATURE -> {
        Refusal refusal = Refusal.of(reason);
        int end = reason.startsWith(report.engine() + " (") ? reason.indexOf("): ") : -1;
        yield refusal != null ? refusal.said(reason) : end < 0 ? reason : reason.substring(end + 3);
      }
      default -> "";
    };
  }

  private String micros(long nanos) {
    return figures.whole(Math.max(1, Math.round(nanos / 1000.0)));
  }

  private String difference(EngineReport report) {
    return report.largestDifference() == 0 ? figures.whole(0)
        : String.format(locale, "%.1e", report.largestDifference());
  }
}
