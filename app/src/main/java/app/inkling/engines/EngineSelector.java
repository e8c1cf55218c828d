package app.inkling.engines;

import androidx.annotation.Nullable;
import app.inkling.data.EngineResults;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineChoice;
import app.inkling.mllib.inference.EngineChooser;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.EngineReport.Outcome;
import app.inkling.mllib.inference.InferenceEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses a model's engine with what is remembered: what was measured once is not measured again, what failed
 * once is not tried again, and what ended the app in the middle of its trial is put aside. Called on the
 * trials thread.
 */
final class EngineSelector {
  private final Function<EngineModel, List<EngineFactory>> candidates;
  private final EngineResults results;
  private final Duration trial;

  /** @param trial how long one engine's creation and canaries may take */
  EngineSelector(Function<EngineModel, List<EngineFactory>> candidates, EngineResults results,
      Duration trial) {
    this.candidates = candidates;
    this.results = results;
    this.trial = trial;
  }

  /**
   * Chooses.
   *
   * @param wished the engine that the user wants, if it is right
   * @param progress told the name of each engine before it is tried
   * @throws EngineException the model itself gives no numbers
   */
  EngineChoice select(EngineModel model, @Nullable String wished, Consumer<String> progress)
      throws EngineException {
    InferenceEngine java = model.java().get();
    List<Bindings> canaries = model.canaries().of(java);
    List<EngineReport> known = results.of(model.sha256());
    if (known.stream().noneMatch(report -> report.outcome() == Outcome.CHOSEN)) {
      return tryAll(model, java, canaries, known, wished, progress);
    }
    while (true) {
      List<EngineReport> decided = EngineChooser.decide(known, wished);
      String best = decided.stream().filter(report -> report.outcome() == Outcome.CHOSEN).findFirst().get()
          .engine();
      EngineFactory factory = factory(model, best);
      if (factory == null) {
        return keep(model, new EngineChoice(java, decided));
      }
      progress.accept(best);
      EngineChoice confirmed = trial(model).confirm(java, factory, canaries);
      if (confirmed.engine() != java) {
        return keep(model, new EngineChoice(confirmed.engine(), decided));
      }
      known = replaced(known, confirmed.reports().get(0));
    }
  }

  /** Tries every engine but those that are known to have ended the app. */
  private EngineChoice tryAll(EngineModel model, InferenceEngine java, List<Bindings> canaries,
      List<EngineReport> known, @Nullable String wished, Consumer<String> progress) throws EngineException {
    List<EngineReport> crashed = known.stream()
        .filter(report -> report.outcome() == Outcome.CRASHED).collect(Collectors.toList());
    List<EngineFactory> tried = new ArrayList<>();
    for (EngineFactory factory : candidates.apply(model)) {
      if (crashed.stream().noneMatch(report -> report.engine().equals(factory.name()))) {
        tried.add(factory);
      }
    }
    EngineChoice choice = trial(model).choose(java, tried, canaries, wished, watcher(model, progress));
    List<EngineReport> all = new ArrayList<>(choice.reports());
    all.addAll(all.size() - 1, crashed);
    return keep(model, new EngineChoice(choice.engine(), all));
  }

  /** Writes the worst down before every trial: should the process end in it, that is what remains. */
  private EngineChooser.Watcher watcher(EngineModel model, Consumer<String> progress) {
    return new EngineChooser.Watcher() {
      private int position;

      @Override
      public void trying(String engine) {
        results.put(model.sha256(), new EngineReport(engine, Outcome.CRASHED,
            "the app ended while this engine was being tried", Float.NaN, 0, 0), position);
        progress.accept(engine);
      }

      @Override
      public void tried(EngineReport report) {
        results.put(model.sha256(), report, position++);
      }
    };
  }

  private EngineChoice keep(EngineModel model, EngineChoice choice) {
    results.put(model.sha256(), choice.reports());
    return choice;
  }

  private EngineChooser trial(EngineModel model) {
    return new EngineChooser(model.tolerance(), trial);
  }

  @Nullable
  private EngineFactory factory(EngineModel model, String engine) {
    return candidates.apply(model).stream().filter(f -> f.name().equals(engine)).findFirst().orElse(null);
  }

  /** What is known, with another outcome for one engine; its times stay, as nothing else was measured. */
  static List<EngineReport> replaced(List<EngineReport> known, EngineReport report) {
    return known.stream().map(before -> before.engine().equals(report.engine())
        ? new EngineReport(report.engine(), report.outcome(), report.reason(),
            Float.isNaN(report.largestDifference()) ? before.largestDifference() : report.largestDifference(),
            before.medianNanos(), before.p95Nanos()) : before).collect(Collectors.toList());
  }
}
