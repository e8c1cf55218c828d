package app.inkling.engines;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.common.AppExecutors;
import app.inkling.data.EngineResults;
import app.inkling.mllib.inference.EngineChoice;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.JavaEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Runs models on the fastest engine that is right. A feature hands in a model and gets a {@link ServedModel}:
 * it runs at once, in Java, and faster as soon as another engine has been proven, for which nobody waits.
 *
 * <p>A newly trained version is {@link #prepare}d while the old one still answers, and then {@link #show}n in
 * its place; {@link DigitRecognizer#use} does both for digits.
 */
public final class Engines implements AutoCloseable {
  private static final Duration TRIAL = Duration.ofSeconds(5);

  private final EngineSelector selector;
  private final EngineResults results;
  private final AppExecutors executors;
  /** The models in use by kind; guarded by itself. */
  private final Map<String, ServedModel> served = new TreeMap<>();
  private final MutableLiveData<List<EngineTable>> tables = new MutableLiveData<>(List.of());

  /** @param candidates the engines to try for a model, beside Java */
  public Engines(Function<EngineModel, List<EngineFactory>> candidates, EngineResults results,
      AppExecutors executors) {
    this(candidates, results, executors, TRIAL);
  }

  Engines(Function<EngineModel, List<EngineFactory>> candidates, EngineResults results,
      AppExecutors executors, Duration trial) {
    this.selector = new EngineSelector(candidates, results, trial);
    this.results = results;
    this.executors = executors;
  }

  /** What is known of the engines of every model in use. */
  public LiveData<List<EngineTable>> tables() {
    return tables;
  }

  /**
   * Puts aside engines that were in use when the app ended in native code; to be called before any model is
   * begun.
   *
   * @param when that was, milliseconds since 1970, or 0; asked in the background
   */
  public void afterNativeCrash(LongSupplier when) {
    executors.trials().execute(() -> {
      try {
        results.nativeCrash(when.getAsLong());
      } catch (RuntimeException e) {
        // storage that fails here fails the next choice too, which shows it
      }
    });
  }

  /** Begins to run a model: in Java at once, and on another engine when one was found in the background. */
  public ServedModel begin(EngineModel model) {
    ServedModel begun = new ServedModel(model, this::failedInUse);
    show(begun);
    executors.trials().execute(() -> choose(begun, () -> { }));
    return begun;
  }

  /**
   * Gets a model ready to run on its best engine: exported, tried, chosen. Takes a second or so the first
   * time; to be called on a background thread, and the model still to be shown or closed.
   *
   * @throws EngineException the model gives no numbers and must not be used
   */
  public ServedModel prepare(EngineModel model) throws EngineException {
    ServedModel prepared = new ServedModel(model, this::failedInUse);
    try {
      chooseOrThrow(prepared);
    } catch (EngineException | RuntimeException e) {
      prepared.close();
      throw e;
    }
    return prepared;
  }

  /** Lists a model as the one of its kind that is in use. The caller closes the one before. */
  public void show(ServedModel model) {
    synchronized (served) {
      served.put(model.model().kind(), model);
    }
    publish();
  }

  /** Frees the engines of the models in use; when nothing asks them any more. */
  @Override
  public void close() {
    synchronized (served) {
      served.values().forEach(ServedModel::close);
    }
  }

  /** Tries and measures all engines of a kind of model anew; it goes on answering meanwhile. */
  public void measureAgain(String kind) {
    again(kind, () -> {
      ServedModel model = find(kind);
      if (model != null) {
        results.forget(model.model().sha256());
      }
    });
  }

  /** Keeps the user's wish for an engine, null for the fastest, and follows it if that engine is right. */
  public void pin(String kind, @Nullable String engine) {
    again(kind, () -> results.setPin(kind, engine));
  }

  private void again(String kind, Runnable first) {
    ServedModel model = find(kind);
    if (model == null) {
      return;
    }
    update(model, model.table().trying(""));
    executors.trials().execute(() -> choose(model, first));
  }

  /** Whatever goes wrong, storage included, is shown, and Java runs the model. */
  private void choose(ServedModel model, Runnable first) {
    try {
      first.run();
      chooseOrThrow(model);
    } catch (EngineException | RuntimeException e) {
      model.use(null);
      update(model, model.table().failed(e.getMessage() == null ? e.toString() : e.getMessage()));
    }
  }

  private void chooseOrThrow(ServedModel model) throws EngineException {
    String wished = results.pin(model.model().kind());
    update(model, model.table().trying(""));
    EngineChoice choice = selector.select(model.model(), wished,
        engine -> update(model, model.table().trying(engine)));
    boolean java = choice.engine().name().equals(JavaEngine.NAME);
    model.use(java ? null : choice.engine());
    update(model, model.table().decided(choice.engine().name(), wished, choice.reports()));
  }

  /** Java has taken over; what happened is remembered, and the best of the other engines is looked for. */
  private void failedInUse(ServedModel model) {
    publish();
    executors.trials().execute(() -> choose(model,
        () -> results.put(model.model().sha256(), model.table().reports())));
  }

  private void update(ServedModel model, EngineTable table) {
    model.show(table);
    publish();
  }

  private void publish() {
    synchronized (served) {
      List<EngineTable> all = new ArrayList<>();
      served.values().forEach(model -> all.add(model.table()));
      tables.postValue(List.copyOf(all));
    }
  }

  @Nullable
  private ServedModel find(String kind) {
    synchronized (served) {
      return served.get(kind);
    }
  }
}
