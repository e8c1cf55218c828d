package app.inkling.mllib.train.session;

import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.session.SessionReport.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries a {@link SessionPlan} out: measures the parent, trains the rounds, judges, and keeps the new
 * version. Saved every so many updates and at the end of each round; killed at any point and resumed, it ends
 * in the same bytes as one that was never interrupted.
 *
 * <p>Cancel through the {@link Budget}: heeded between updates and between a few measurings, within a second
 * on any phone. A session belongs to one thread; the store must not be used by others meanwhile.
 */
public final class Session {
  static final String PLAN = "plan";
  /** Rounds that are finished. */
  static final String ROUND = "round";
  /** How the training samples were answered when left out, as far as they were. */
  static final String JUDGED = "judged";
  private static final int SAVE_EVERY = 40;

  final SessionStore store;
  private final LearnerFactory factory;
  final SessionPlan plan;
  private final List<Damage> damages;
  final int saveEvery;
  /** What is saved, or null before the first save of all. */
  Checkpoint saved;

  private Session(SessionStore store, LearnerFactory factory, SessionPlan plan, Checkpoint saved,
      List<Damage> damages,
      int saveEvery) {
    this.store = store;
    this.factory = factory;
    this.plan = plan;
    this.saved = saved;
    this.damages = damages;
    this.saveEvery = saveEvery;
  }

  /**
   * Starts a planned session: from here on {@link #resume} finds it.
   *
   * @throws IllegalStateException another session of this kind is unfinished
   */
  public static Session begin(SessionStore store, SessionPlan plan,
      LearnerFactory factory) throws IOException {
    return begin(store, plan, factory, SAVE_EVERY);
  }

  /** @param saveEvery updates between two saves, at least 1 */
  static Session begin(SessionStore store, SessionPlan plan, LearnerFactory factory,
      int saveEvery) throws IOException {
    if (store.hasUnfinished(plan.kind())) {
      throw new IllegalStateException("Session: a session of kind " + plan.kind()
          + " is unfinished; resume or discard it first");
    }
    Checkpoint start = new Checkpoint().with(PLAN, plan.toBytes()).with(ROUND, Section.longs(0))
        .with(JUDGED, Section.longs());
    store.saveProgress(plan.kind(), start);
    return new Session(store, factory, plan, start, new ArrayList<>(), saveEvery);
  }

  /**
   * The unfinished session of this kind, to go on from where it was last saved; none when there is none.
   *
   * @throws IOException the disk fails; a damaged file is not an error but among {@link #damages}
   */
  public static Optional<Session> resume(SessionStore store, String kind,
      LearnerFactory factory) throws IOException {
    return resume(store, kind, factory, SAVE_EVERY);
  }

  static Optional<Session> resume(SessionStore store, String kind, LearnerFactory factory, int saveEvery)
      throws IOException {
    List<Damage> damages = new ArrayList<>();
    Optional<Checkpoint> saved = store.progress(kind, damages);
    if (!saved.isPresent()) {
      return Optional.empty();
    }
    SessionPlan plan = SessionPlan.fromBytes(saved.get().source() + ", plan", saved.get().section(PLAN));
    return Optional.of(new Session(store, factory, plan, saved.get(), damages, saveEvery));
  }

  public SessionPlan plan() {
    return plan;
  }

  /** Files that were found damaged at the resume; the last whole ones are used instead. */
  public List<Damage> damages() {
    return List.copyOf(damages);
  }

  /**
   * Trains until finished or until the budget ends, whose steps are those of all rounds together.
   *
   * @throws IOException model or samples are not what the plan says; nothing was changed
   */
  public SessionReport run(Budget budget, SessionListener listener) throws IOException {
    long start = System.nanoTime();
    Checkpoint parent = store.model(plan.parentModel());
    try (Learner learner = factory.open(plan, parent)) {
      Version version = new SessionRun(this, learner, budget, listener, start).toVersion();
      return new SessionReport(Status.FINISHED, Optional.of(version), Optional.empty(), seconds(start));
    } catch (Interrupted interrupted) {
      return new SessionReport(Status.STOPPED, Optional.empty(), Optional.empty(), seconds(start));
    } catch (NotSaved failed) {
      return new SessionReport(Status.NOT_SAVED, Optional.empty(), Optional.of(failed.cause), seconds(start));
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  void save(Checkpoint state) throws NotSaved {
    try {
      store.saveProgress(plan.kind(), state);
      saved = state;
    } catch (IOException e) {
      throw new NotSaved(e);
    }
  }

  /** The budget has ended. */
  static final class Interrupted extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** The disk would not take it. */
  static final class NotSaved extends Exception {
    private static final long serialVersionUID = 1;
    private final IOException cause;

    NotSaved(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
