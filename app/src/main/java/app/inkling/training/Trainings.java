package app.inkling.training;

import android.database.SQLException;
import androidx.annotation.Nullable;
import androidx.annotation.VisibleForTesting;
import androidx.annotation.WorkerThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.common.AppExecutors;
import app.inkling.data.SessionRow;
import app.inkling.data.Sessions;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Rebuild;
import app.inkling.mllib.train.session.Session;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.SessionReport;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The sessions of one kind of model: begun by hand or by the system, run on the training thread, stopped
 * within a step, and ended in the database together with the version that came of them.
 *
 * <p>{@link #start} and {@link #stop} are for the main thread; they only ask. {@link #run} is what
 * {@link TrainingWorker} calls.
 */
public final class Trainings {
  /** Who begins sessions. */
  public static final String HAND = "hand";
  public static final String IDLE = "idle";
  /** Not to learn, but to forget. */
  public static final String REBUILD = "rebuild";

  /** How a run ended, for the worker. */
  enum Ending { DONE, NOTHING_TO_LEARN, INTERRUPTED }

  private final SessionKind kind;
  private final VersionTree tree;
  private final Sessions sessions;
  private final TrainingSchedule schedule;
  private final LongSupplier clock;
  private final MutableLiveData<Progress> progress = new MutableLiveData<>();
  private final MutableLiveData<String> fault = new MutableLiveData<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AppExecutors executors;
  private volatile boolean running;

  /** @param clock milliseconds since 1970 */
  public Trainings(SessionKind kind, VersionTree tree, Sessions sessions, TrainingSchedule schedule,
      AppExecutors executors, LongSupplier clock) {
    this.kind = kind;
    this.tree = tree;
    this.sessions = sessions;
    this.schedule = schedule;
    this.executors = executors;
    this.clock = clock;
  }

  /** How far the session is that runs; null while none does. */
  public LiveData<Progress> progress() {
    return progress;
  }

  /** Why the last thing asked for could not be done; null when all is well. */
  public LiveData<String> fault() {
    return fault;
  }

  /** Begins a session, or goes on with the one that was interrupted; while one runs, nothing happens. */
  public void start(Depth depth) {
    begin(() -> schedule.now(kind.kind(), depth));
  }

  private void begin(Runnable enqueue) {
    if (progress.getValue() == null) {
      stopped.set(false);
      fault.setValue(null);
      progress.setValue(Progress.STARTING);
      executors.disk().execute(() -> {
        try {
          enqueue.run();
        } catch (RuntimeException e) {
          fault.postValue(message(e));
          progress.postValue(null);
        }
      });
    }
  }

  /** Rebuilds the version in use without drawings that are gone: its sessions are replayed without them. */
  public void rebuild() {
    begin(() -> schedule.rebuild(kind.kind()));
  }

  /** Whether there is something to stop: a session that runs, or one that was asked for. */
  boolean isBusy() {
    return running || progress.getValue() != null;
  }

  /** Stops the session that runs; what it did so far is thrown away. */
  public void stop() {
    stopped.set(true);
    Progress shown = progress.getValue();
    if (shown != null) {
      progress.setValue(running ? shown.told() : null);
    }
    if (!running) {
      executors.disk().execute(() -> schedule.cancel(kind.kind()));
    }
  }

  /** Makes a version the one that reads; {@link #fault} says why when that is not possible. */
  public void use(String version) {
    executors.disk().execute(() -> {
      try {
        tree.use(UUID.fromString(version));
        fault.postValue(null);
      } catch (IOException | RuntimeException e) {
        fault.postValue(message(e));
      }
    });
  }

  /** The app could not go over to the version in use; main thread. */
  public void failed(Exception reason) {
    fault.setValue(message(reason));
  }

  /** Takes in the versions of another store's files and returns how many are new; training thread only. */
  public int takeIn(Path files) throws IOException {
    return tree.takeIn(files);
  }

  /** Forgets every version and session; training thread only. */
  public void forgetAll() throws IOException {
    tree.forgetAll();
  }

  /** Every whole version. */
  @VisibleForTesting
  List<Version> versions() throws IOException {
    return tree.whole().all();
  }

  /** Id of the model that came with the app. */
  String factory() throws IOException {
    return tree.factory().id().toString();
  }

  /** What is left of learned versions and sessions, in words. */
  public List<String> remains() throws IOException {
    return tree.remains();
  }

  /** Whether sessions begin by themselves when the phone charges and lies idle. */
  public void byItself(boolean automatic, Depth depth) {
    executors.disk().execute(() -> {
      if (automatic) {
        schedule.whenIdle(kind.kind(), depth);
      } else {
        schedule.neverWhenIdle(kind.kind());
      }
    });
  }

  /** At the app's start: brings files and database in line, and goes on where a session was cut short. */
  public void begin() {
    executors.disk().execute(() -> {
      try {
        SessionStore store = tree.store();
        for (SessionRow row : unfinished()) {
          if (row.origin.equals(REBUILD)) {
            schedule.rebuild(kind.kind());
            return;
          }
        }
        if (store.hasUnfinished(kind.kind())) {
          schedule.now(kind.kind(), Depth.QUICK);
        }
      } catch (IOException | RuntimeException e) {
        fault.postValue(message(e));
      }
    });
  }

  /**
   * As {@link #begin} where a session was cut short; else files too large to read at each start stay
   * unread.
   */
  public void beginIfCutShort() {
    executors.disk().execute(() -> {
      if (!unfinished().isEmpty()) {
        begin();
      }
    });
  }

  private List<SessionRow> unfinished() {
    return sessions.unfinished().stream().filter(row -> row.kind.equals(kind.kind()))
        .collect(Collectors.toList());
  }

  /**
   * Runs a session to its end, or until the system takes the time away. Blocks; the training thread only.
   *
   * @param interrupted true once the system wants its time back: the session can go on later
   */
  @WorkerThread
  Ending run(Depth depth, String origin, BooleanSupplier interrupted) {
    running = true;
    progress.postValue(Progress.STARTING);
    try {
      return origin.equals(REBUILD) ? forget(interrupted) : learn(depth, origin, interrupted);
    } finally {
      running = false;
      stopped.set(false);
      progress.postValue(null);
    }
  }

  private Ending learn(Depth depth, String origin, BooleanSupplier interrupted) {
    SessionRow row = null;
    try {
      SessionStore store = tree.store();
      Optional<Session> session = resume(store);
      if (!session.isPresent()) {
        session = begin(store, depth);
      }
      if (!session.isPresent()) {
        return Ending.NOTHING_TO_LEARN;
      }
      row = row(session.get().plan(), origin);
      StepRecorder recorder = new StepRecorder(row.id, sessions, progress, stopped::get);
      SessionReport report = session.get().run(budget(interrupted), recorder);
      return end(store, row, report);
    } catch (IOException | RuntimeException e) {
      return giveUp(row, e);
    } catch (OutOfMemoryError e) {
      return giveUp(row, tooLittleMemory(e));
    }
  }

  /** The session that was cut short, unless the app's model has changed since: its result would be of no use. */
  private Optional<Session> resume(SessionStore store) throws IOException {
    Optional<Session> session = Session.resume(store, kind.kind(), kind.learners());
    if (session.isPresent() && !tree.fits(session.get().plan().parent())) {
      store.discardUnfinished(kind.kind());
      sessions.end(VersionRows.sessionId(session.get().plan()), SessionRow.State.CANCELLED, "",
          clock.getAsLong());
      return Optional.empty();
    }
    return session;
  }

  /** Replays the sessions that led to the version in use without the drawings that are gone. */
  private Ending forget(BooleanSupplier interrupted) {
    SessionRow row = null;
    try {
      SessionStore store = tree.store();
      Version active = tree.active();
      Set<UUID> gone = sessions.gone(active.id().toString());
      List<Version> path = tree.whole().path(active.id());
      row = rebuildRow(path.isEmpty() ? active : path.get(0));
      Optional<Version> rebuilt = new Rebuild(store, kind.learners()).without(tree.whole(), active.id(), gone,
          budget(interrupted), new StepRecorder(row.id, sessions, progress, stopped::get));
      if (rebuilt.isPresent()) {
        tree.replace(row, rebuilt.get(), gone);
        return Ending.DONE;
      }
      if (!stopped.get()) {
        return Ending.INTERRUPTED;
      }
      discard();
      sessions.end(row.id, SessionRow.State.CANCELLED, "", clock.getAsLong());
      return Ending.DONE;
    } catch (IOException | RuntimeException e) {
      return giveUp(row, e);
    } catch (OutOfMemoryError e) {
      return giveUp(row, tooLittleMemory(e));
    }
  }

  private Budget budget(BooleanSupplier interrupted) {
    return Budget.ofSteps(Long.MAX_VALUE).withCancel(() -> stopped.get() || interrupted.getAsBoolean());
  }

  private Ending giveUp(@Nullable SessionRow row, Exception reason) {
    discard();
    fail(row, reason);
    return Ending.DONE;
  }

  /** Were the app to end here, it would go on with the session at its next start, and end again. */
  private static IOException tooLittleMemory(OutOfMemoryError e) {
    return new IOException("This phone gives Inkling " + (Runtime.getRuntime().maxMemory() >> 20)
        + " MB of memory, too little for this session; a quick one needs less.", e);
  }

  /** What was begun can't be gone on with: the next session begins anew. */
  private void discard() {
    try {
      tree.store().discardUnfinished(kind.kind());
    } catch (IOException e) {
      fault.postValue(message(e));
    }
  }

  /** @param root what the replay begins with: it stays, and with it the row */
  private SessionRow rebuildRow(Version root) {
    for (SessionRow unfinished : unfinished()) {
      if (unfinished.origin.equals(REBUILD)) {
        return unfinished;
      }
    }
    SessionRow row = new SessionRow();
    row.id = UUID.randomUUID().toString();
    row.kind = kind.kind();
    row.base = root.id().toString();
    row.scope = Depth.QUICK.name();
    row.origin = REBUILD;
    row.created = clock.getAsLong();
    sessions.begin(row);
    return row;
  }

  private Optional<Session> begin(SessionStore store, Depth depth) throws IOException {
    Version base = tree.active();
    // The same drawings on the same version end alike: trying again until chance accepts is no way in.
    long seed = base.id().getMostSignificantBits();
    Optional<SessionPlan> plan = kind.plan(base, depth, seed, clock.getAsLong());
    return plan.isPresent() ? Optional.of(Session.begin(store, plan.get(), kind.learners()))
        : Optional.empty();
  }

  /** The session's row, written now unless it is there already. */
  private SessionRow row(SessionPlan plan, String origin) {
    String id = VersionRows.sessionId(plan);
    SessionRow found = sessions.find(id);
    if (found != null) {
      return found;
    }
    SessionRow row = new SessionRow();
    row.id = id;
    row.kind = plan.kind();
    row.base = plan.parent().toString();
    row.scope = plan.depth().name();
    row.origin = origin;
    row.seed = plan.seed();
    row.created = plan.created();
    sessions.begin(row);
    return row;
  }

  private Ending end(SessionStore store, SessionRow row, SessionReport report) throws IOException {
    if (report.version().isPresent()) {
      tree.keep(row, report.version().get());
      return Ending.DONE;
    }
    if (report.problem().isPresent()) {
      throw report.problem().get();
    }
    if (!stopped.get()) {
      return Ending.INTERRUPTED;
    }
    store.discardUnfinished(kind.kind());
    sessions.end(row.id, SessionRow.State.CANCELLED, "", clock.getAsLong());
    return Ending.DONE;
  }

  private void fail(@Nullable SessionRow row, Exception reason) {
    fault.postValue(message(reason));
    if (row != null) {
      try {
        sessions.end(row.id, SessionRow.State.FAILED, message(reason), clock.getAsLong());
      } catch (SQLException full) {
        // The reason is on the screen; the next start finds that the session is no more and ends its row.
        reason.addSuppressed(full);
      }
    }
  }

  private static String message(Exception reason) {
    return reason.getMessage() == null ? reason.toString() : reason.getMessage();
  }
}
