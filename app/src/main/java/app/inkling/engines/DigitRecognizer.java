package app.inkling.engines;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.common.AppExecutors;
import app.inkling.common.LatestWins;
import app.inkling.common.Outcome;
import app.inkling.data.StoredDrawing;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.digits.NumberReader;
import app.inkling.mllib.inference.EngineException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads drawings with the digit model in use, on the best engine that is right. Reading happens on the
 * compute thread; engines are tried elsewhere, and nobody waits for them.
 *
 * <p>An engine that fails while running is given up and the Java engine answers the same drawing; what
 * happened is in {@link Engines#tables}.
 */
public final class DigitRecognizer {
  private final DigitVersion.Source source;
  private final Supplier<List<StoredDrawing>> taught;
  private final Engines engines;
  private final AppExecutors executors;
  private final MutableLiveData<RecognizerStatus> status =
      new MutableLiveData<>(new RecognizerStatus.Starting());
  private final LatestWins<Request> requests;

  /** Used on the compute thread only; null until started and after a failure. */
  @Nullable
  private Running running;

  private record Request(Drawing drawing, boolean number, Consumer<Reading> reader) {}

  private record Running(DigitVersion version, ServedModel served, TaughtMemory memory, DigitReader reader) {
    Running(DigitVersion version, ServedModel served) {
      this(version, served, new TaughtMemory(version.model()));
    }

    private Running(DigitVersion version, ServedModel served, TaughtMemory memory) {
      this(version, served, memory, new DigitReader(served.engine(), version.model(), memory.evidence()));
    }
  }

  /**
   * @param source gives the version to begin with
   * @param taught gives the drawings that the user named; called on the compute thread
   */
  public DigitRecognizer(DigitVersion.Source source, Supplier<List<StoredDrawing>> taught, Engines engines,
      AppExecutors executors) {
    this.source = source;
    this.taught = taught;
    this.engines = engines;
    this.executors = executors;
    this.requests = new LatestWins<>(executors.compute(), this::answer);
  }

  /** How it is doing, on the main thread. */
  public LiveData<RecognizerStatus> status() {
    return status;
  }

  /** Loads the model; drawings handed in meanwhile wait. To be called once. */
  public void start() {
    executors.compute().execute(() -> {
      try {
        DigitVersion version = source.load();
        run(new Running(version, engines.begin(version.engines())));
      } catch (IOException | RuntimeException e) {
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
    requests.submit(new Request(drawing, false, reader));
  }

  /** As {@link #read}, and looks besides whether it is several digits side by side. */
  public void readNumber(Drawing drawing, Consumer<Reading> reader) {
    requests.submit(new Request(drawing, true, reader));
  }

  /**
   * Goes over to another version. The present one answers until the new one has been exported, its engines
   * have been tried and one has been chosen; the change itself happens between two drawings.
   *
   * @param next a version that is not trained any more
   * @param done called on the main thread: with the version, or with why the present one stays
   */
  public void use(DigitVersion next, Consumer<Outcome<DigitVersion>> done) {
    executors.trials().execute(() -> {
      try {
        ServedModel prepared = engines.prepare(next.engines());
        executors.compute().execute(() -> {
          swap(next, prepared);
          executors.main().execute(() -> done.accept(new Outcome<>(next, null)));
        });
      } catch (EngineException | RuntimeException e) {
        executors.main().execute(() -> done.accept(new Outcome<>(null, e)));
      }
    });
  }

  /**
   * What the user named has changed: from now on what looks like one of those drawings is read as it was
   * named. Needs no training.
   */
  public void remember() {
    executors.compute().execute(() -> {
      if (running != null) {
        remember(running, taught.get());
      }
    });
  }

  /** Some at a time, so that drawings are read meanwhile. */
  private void remember(Running by, List<StoredDrawing> drawings) {
    if (running == by && by.memory().follow(drawings)) {
      executors.compute().execute(() -> remember(by, drawings));
    }
  }

  private void swap(DigitVersion next, ServedModel prepared) {
    Running before = running;
    engines.show(prepared);
    run(new Running(next, prepared));
    if (before != null) {
      before.served().close();
    }
  }

  private void run(Running next) {
    running = next;
    remember();
    status.postValue(new RecognizerStatus.Ready(next.version().id(), next.version().metrics()));
  }

  private void fail(Exception reason) {
    running = null;
    status.postValue(new RecognizerStatus.Failed(
        reason.getMessage() == null ? reason.toString() : reason.getMessage()));
  }

  /** Null unless every part is a digit, and there are several. */
  @Nullable
  private String number(Drawing drawing) throws EngineException {
    if (drawing.strokes().size() < 2) {
      return null;
    }
    NumberReader.Reading reading = new NumberReader(running.reader()).read(drawing);
    return reading.digits().size() < 2 || reading.refused() ? null : reading.text();
  }

  private void answer(Request request) {
    if (running == null) {
      return;
    }
    try {
      DigitGuess guess = running.reader().read(request.drawing());
      Reading reading = new Reading(guess, request.number() ? number(request.drawing()) : null,
          running.version().id(), running.served().engine().name());
      executors.main().execute(() -> request.reader().accept(reading));
    } catch (EngineException e) {
      fail(e);
    }
  }
}
