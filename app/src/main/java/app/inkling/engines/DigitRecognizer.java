package app.inkling.engines;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.common.AppExecutors;
import app.inkling.common.LatestWins;
import app.inkling.common.PackedFiles;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.inference.EngineChoice;
import app.inkling.mllib.inference.EngineChooser;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads drawings with the shipped digit model on the best engine that is right. Everything but the calls
 * themselves happens on the compute thread, which is also the one thread that the engine serves.
 *
 * <p>An engine that fails while running is closed and the Java engine takes over with the same drawing: the
 * user gets the answer, and {@link #status} says what happened.
 */
public final class DigitRecognizer {
  /** The checkpoint with the network and its calibration. */
  public static final String CHECKPOINT = "models/digits.inkling";

  /** The same network for TensorFlow Lite. */
  public static final String TFLITE = "models/digits.tflite";

  /**
   * Engines may differ from ours by this much on a probability: a tenth of what a shown percentage could
   * reveal.
   */
  private static final float TOLERANCE = 1e-4f;
  private static final Duration TRIAL = Duration.ofSeconds(5);

  private final PackedFiles files;
  private final Function<Signature, List<EngineFactory>> candidates;
  private final ModelVersions versions;
  private final AppExecutors executors;
  private final MutableLiveData<RecognizerStatus> status =
      new MutableLiveData<>(new RecognizerStatus.Starting());
  private final LatestWins<Request> requests;

  /** Used on the compute thread only; null until started and after a failure. */
  @Nullable
  private Running running;

  private record Request(Drawing drawing, Consumer<Reading> reader) {}

  private record Running(DigitModel model, InferenceEngine java, InferenceEngine engine, DigitReader reader,
      RecognizerStatus.Ready status) {}

  /** @param candidates the engines to try before Java, best first, for a model of the given signature */
  public DigitRecognizer(PackedFiles files, Function<Signature, List<EngineFactory>> candidates,
      ModelVersions versions, AppExecutors executors) {
    this.files = files;
    this.candidates = candidates;
    this.versions = versions;
    this.executors = executors;
    this.requests = new LatestWins<>(executors.compute(), this::answer);
  }

  /** How it is doing, on the main thread. */
  public LiveData<RecognizerStatus> status() {
    return status;
  }

  /** Loads the model and chooses an engine; drawings handed in meanwhile wait. To be called once. */
  public void start() {
    executors.compute().execute(() -> {
      try {
        use(load());
      } catch (IOException | EngineException | RuntimeException e) {
        fail(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        fail(e);
      }
    });
  }

  /**
   * Reads a drawing. When drawings come faster than they can be read, only the latest of those waiting is.
   *
   * @param reader called on the main thread; not at all when a later drawing came first or nothing can be
   *     read
   */
  public void read(Drawing drawing, Consumer<Reading> reader) {
    requests.submit(new Request(drawing, reader));
  }

  private Running load() throws IOException, EngineException, InterruptedException {
    byte[] checkpoint = files.read(CHECKPOINT);
    DigitModel model = DigitModel.load(checkpoint);
    InferenceEngine java = model.javaEngine();
    String metrics = lines(model.metadata());
    EngineChoice choice = new EngineChooser(TOLERANCE, TRIAL).choose(
        java, candidates.apply(java.signature()), Canaries.digits(java.signature()));
    String version = versions.registerShipped(ModelVersionRow.DIGITS, CHECKPOINT,
        TfliteFile.sha256(checkpoint), metrics, System.currentTimeMillis());
    return new Running(model, java, choice.engine(), new DigitReader(choice.engine(), model),
        new RecognizerStatus.Ready(choice.engine().name(), choice.reports(), version, metrics));
  }

  /** One {@code name=value} a line, in the order of the names. */
  private static String lines(Map<String, String> values) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(values).forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    return lines.toString();
  }

  private void use(Running next) {
    running = next;
    status.postValue(next.status());
  }

  private void fail(Exception reason) {
    running = null;
    status.postValue(new RecognizerStatus.Failed(
        reason.getMessage() == null ? reason.toString() : reason.getMessage()));
  }

  private void answer(Request request) {
    if (running == null) {
      return;
    }
    try {
      deliver(request, running.reader().read(request.drawing()));
    } catch (EngineException e) {
      running.engine().close();
      if (running.engine() == running.java()) {
        fail(e);
      } else {
        use(withJava(running, e));
        answer(request);
      }
    }
  }

  private void deliver(Request request, DigitGuess guess) {
    RecognizerStatus.Ready by = running.status();
    Reading reading = new Reading(guess, by.modelVersion(), by.engine());
    executors.main().execute(() -> request.reader().accept(reading));
  }

  /** The same model on the Java engine, after the engine in use failed. */
  private static Running withJava(Running failed, EngineException reason) {
    InferenceEngine java = failed.java();
    List<EngineReport> reports = new ArrayList<>();
    for (EngineReport report : failed.status().reports()) {
      if (report.engine().equals(failed.engine().name())) {
        reports.add(new EngineReport(report.engine(), EngineReport.Outcome.RUN_FAILED, reason.getMessage(),
            report.largestDifference(), report.medianNanos()));
      } else if (report.engine().equals(java.name())) {
        reports.add(new EngineReport(java.name(), EngineReport.Outcome.CHOSEN, "took over when "
            + failed.engine().name() + " failed", report.largestDifference(), report.medianNanos()));
      } else {
        reports.add(report);
      }
    }
    RecognizerStatus.Ready status = failed.status();
    return new Running(failed.model(), java, java, new DigitReader(java, failed.model()),
        new RecognizerStatus.Ready(java.name(), List.copyOf(reports), status.modelVersion(),
            status.metrics()));
  }
}
