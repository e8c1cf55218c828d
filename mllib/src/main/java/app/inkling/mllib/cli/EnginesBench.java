package app.inkling.mllib.cli;

import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineChooser;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.EngineReport.Outcome;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Latency;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tflite.ExportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares engines on every model that is shipped: how far each is from the Java engine on the canaries, and
 * how long a run takes when its engine is called directly. Engines take turns, so that a busy moment of the
 * machine hits all of them.
 */
final class EnginesBench {
  /** As in the app: a tenth of what a shown percentage could reveal. */
  private static final float TOLERANCE = 1e-4f;
  private static final int TURNS = 9;

  private final PrintWriter out;
  private final long turnNanos;

  /** @param seconds for measuring one engine on one model */
  EnginesBench(PrintWriter out, double seconds) {
    this.out = out;
    this.turnNanos = (long) (seconds * 1e9 / TURNS / 2);
  }

  /** Prints a line for each engine and model. */
  void run(Kernels kernels) throws IOException, EngineException, ExportException {
    for (ShippedModels.Shipped model : ShippedModels.all(kernels)) {
      List<InferenceEngine> engines = new ArrayList<>(List.of(model.java()));
      Map<String, String> state = model.java().signature().state();
      try {
        engines.add(new DesktopTfliteEngine(model.tflite(), true, state));
        engines.add(new DesktopTfliteEngine(model.tflite(), false, state));
      } catch (EngineException notOnThisMachine) {
        out.println(notOnThisMachine.getMessage());
      }
      for (EngineReport report : EngineChooser.decide(measure(model, engines), null)) {
        out.printf(Locale.ROOT, "engine=%s model=%s p50_us=%.1f p95_us=%.1f max_difference=%s chosen=%s%n",
            report.engine(), model.name(), report.medianNanos() / 1e3, report.p95Nanos() / 1e3,
            report.largestDifference(), report.outcome() == Outcome.CHOSEN);
      }
      out.flush();
      engines.forEach(InferenceEngine::close);
    }
  }

  private List<EngineReport> measure(ShippedModels.Shipped model, List<InferenceEngine> engines)
      throws EngineException {
    long[][] medians = new long[engines.size()][TURNS];
    long[][] p95s = new long[engines.size()][TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = 0; i < engines.size(); i++) {
        Latency latency = Latency.of(engines.get(i)::run, model.canaries(), turnNanos);
        medians[i][turn] = latency.medianNanos();
        p95s[i][turn] = latency.p95Nanos();
      }
    }
    List<EngineReport> reports = new ArrayList<>();
    for (int i = 0; i < engines.size(); i++) {
      float difference = difference(model, engines.get(i));
      boolean right = difference <= TOLERANCE;
      reports.add(new EngineReport(engines.get(i).name(), right ? Outcome.SLOWER : Outcome.WRONG_NUMBERS, "",
          difference, median(medians[i]), median(p95s[i])));
    }
    return reports;
  }

  /** The largest difference to the Java engine over all canaries; NaN when there is a number that is none. */
  private static float difference(ShippedModels.Shipped model, InferenceEngine engine)
      throws EngineException {
    float largest = 0;
    Bindings ours = new Bindings(model.java().signature());
    Bindings theirs = new Bindings(model.java().signature());
    for (Bindings canary : model.canaries()) {
      ours.copyInputs(canary);
      theirs.copyInputs(canary);
      model.java().run(ours);
      engine.run(theirs);
      float difference = theirs.largestOutputDifference(ours);
      largest = Float.isNaN(difference) ? difference : Math.max(largest, difference);
    }
    return largest;
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
