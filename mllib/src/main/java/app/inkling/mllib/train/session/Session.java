package app.inkling.mllib.train.session;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.StepReport;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.session.SessionReport.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Carries a {@link SessionPlan} out: measures the parent, trains the rounds, judges, and keeps the new version. Saved every so
 * many updates and at the end of each round; killed at any point and resumed, it ends in the same bytes as one that was never
 * interrupted.
 *
 * <p>Cancel through the {@link Budget}: heeded between updates and between a few measurings, within a second on any phone. A
 * session belongs to one thread; the store must not be used by others meanwhile.
 */
public final class Session {
  private static final String PLAN = "plan";
  private static final String ROUND = "round";
  private static final String JUDGED = "judged";
  /** Points of the curves in each round. */
  private static final int POINTS = 12;
  /** Examples measured between two looks at the budget. */
  private static final int MEASURED_AT_ONCE = 16;
  private static final int SAVE_EVERY = 40;

  private final SessionStore store;
  private final LearnerFactory factory;
  private final Acceptance acceptance;
  private final SessionPlan plan;
  private final List<Damage> damages;
  private final int saveEvery;
  /** What is saved, or null before the first save of all. */
  private Checkpoint saved;

  private Session(SessionStore store, LearnerFactory factory, SessionPlan plan, Checkpoint saved, List<Damage> damages,
      int saveEvery) {
    this.store = store;
    this.factory = factory;
    this.acceptance = Acceptance.DEFAULT;
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
  public static Session begin(SessionStore store, SessionPlan plan, LearnerFactory factory) throws IOException {
    return begin(store, plan, factory, SAVE_EVERY);
  }

  /** @param saveEvery updates between two saves, at least 1 */
  static Session begin(SessionStore store, SessionPlan plan, LearnerFactory factory, int saveEvery) throws IOException {
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
  public static Optional<Session> resume(SessionStore store, String kind, LearnerFactory factory) throws IOException {
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
      Version version = new Run(learner, budget, listener, start).toVersion();
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

  private void save(Checkpoint state) throws NotSaved {
    try {
      store.saveProgress(plan.kind(), state);
      saved = state;
    } catch (IOException e) {
      throw new NotSaved(e);
    }
  }

  /** The budget has ended. */
  private static final class Interrupted extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** The disk would not take it. */
  private static final class NotSaved extends Exception {
    private static final long serialVersionUID = 1;
    private final IOException cause;

    NotSaved(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /** One call of {@link #run}. */
  private final class Run {
    private final Learner learner;
    private final Budget budget;
    private final SessionListener listener;
    private final long start;
    private final Rng root = new Rng(plan.seed());
    private final int[] folds;
    private long stepsAtStart = -1;

    Run(Learner learner, Budget budget, SessionListener listener, long start) {
      this.learner = learner;
      this.budget = budget;
      this.listener = listener;
      this.start = start;
      folds = Folds.of(plan.training(), Math.max(1, plan.folds()), root.split(0));
    }

    Version toVersion() throws IOException, Interrupted, NotSaved {
      int[] heldOut = new int[plan.heldOut().size()];
      Arrays.setAll(heldOut, i -> plan.training().size() + i);
      int[] judging = plan.folds() == 0 ? heldOut : concat(all(plan.training().size()), heldOut);
      learner.reset();
      Outcomes before = measure(judging);
      Outcomes generalBefore = general();
      Verdict verdict;
      Checkpoint model = store.model(plan.parentModel());
      Outcomes after = before;
      try {
        Outcomes crossJudged = crossJudge();
        trainLast();
        model = learner.model();
        after = plan.folds() == 0 ? measure(heldOut) : crossJudged.and(measure(heldOut));
        verdict = acceptance.judge(before, after, generalBefore, general(), learner.chanceLoss());
      } catch (ArithmeticException diverged) {
        verdict = Acceptance.verdict(Verdict.Reason.DIVERGED, before, before, generalBefore, generalBefore, 1);
      }
      return keep(Version.of(plan, "", verdict, changes(judging, before, after)), model);
    }

    private Version keep(Version judged, Checkpoint model) throws NotSaved {
      try {
        Version version = Version.of(plan, store.putModel(model), judged.verdict().get(), judged.changes());
        store.putVersion(version);
        store.discardUnfinished(plan.kind());
        return version;
      } catch (IOException e) {
        throw new NotSaved(e);
      }
    }

    /** The rounds that each judge by the fold they leave out; how every training sample was answered when left out. */
    private Outcomes crossJudge() throws IOException, Interrupted, NotSaved {
      Outcomes judged = Outcomes.room(plan.training().size());
      int done = (int) Section.longs(saved, ROUND)[0];
      restore(judged, Section.longs(saved, JUDGED));
      for (int fold = done; fold < plan.folds(); fold++) {
        int[] left = Folds.numbers(folds, fold, true);
        train(fold, Folds.numbers(folds, fold, false), left);
        Outcomes outcomes = measure(left);
        for (int i = 0; i < left.length; i++) {
          judged.take(left[i], outcomes, i);
        }
        save(new Checkpoint().with(PLAN, plan.toBytes()).with(ROUND, Section.longs(fold + 1))
            .with(JUDGED, Section.longs(numbers(judged))));
      }
      return judged;
    }

    private void trainLast() throws IOException, Interrupted, NotSaved {
      int[] heldOut = new int[plan.heldOut().size()];
      Arrays.setAll(heldOut, i -> plan.training().size() + i);
      train(plan.folds(), all(plan.training().size()), heldOut);
    }

    private void train(int round, int[] samples, int[] judging) throws IOException, Interrupted, NotSaved {
      learner.reset();
      Learner.Round training = learner.round(samples, root.split(1 + round).nextLong());
      try (Trainer trainer = training.trainer()) {
        if (saved.has(Checkpoint.CURSOR)) {
          trainer.restore(saved, training.batches());
        }
        long before = round * plan.steps();
        stepsAtStart = stepsAtStart < 0 ? before + trainer.steps() : stepsAtStart;
        long every = Math.max(1, plan.steps() / POINTS);
        while (trainer.steps() < plan.steps()) {
          if (before + trainer.steps() >= budget.steps() || ended()) {
            save(trainer.save(saved, training.batches()));
            throw new Interrupted();
          }
          StepReport[] step = new StepReport[1];
          trainer.train(training.batches(), Budget.ofSteps(trainer.steps() + 1), report -> step[0] = report);
          tell(round, before + trainer.steps(), step[0]);
          if (trainer.steps() % saveEvery == 0 && trainer.steps() < plan.steps()) {
            save(trainer.save(saved, training.batches()));
          }
          if (listener != SessionListener.NONE
              && (trainer.steps() % every == 0 || trainer.steps() == plan.steps())) {
            try {
              point(round, before + trainer.steps(), samples, judging);
            } catch (Interrupted interrupted) {
              save(trainer.save(saved, training.batches()));
              throw interrupted;
            }
          }
        }
      }
    }

    private boolean ended() {
      return budget.cancelled().getAsBoolean() || System.nanoTime() - start >= budget.time().toNanos();
    }

    private void tell(int round, long step, StepReport report) {
      double each = (double) (System.nanoTime() - start) / Math.max(1, step - stepsAtStart);
      listener.onStep(new SessionStep(round + 1, plan.rounds(), step, plan.allSteps(), report.loss(),
          report.gradientNorm(), report.learningRate(), Duration.ofNanos((long) (each * (plan.allSteps() - step)))));
    }

    private void point(int round, long step, int[] samples, int[] judging) throws Interrupted {
      Outcomes training = measure(samples);
      Outcomes heldOut = measure(judging);
      listener.onPoint(new SessionPoint(round + 1, plan.rounds(), step, training.loss(), training.accuracy(),
          heldOut.loss(), heldOut.accuracy()));
    }

    private Outcomes measure(int[] samples) throws Interrupted {
      Outcomes outcomes = Outcomes.room(0);
      for (int from = 0; from < samples.length; from += MEASURED_AT_ONCE) {
        giveUpIfEnded();
        outcomes = outcomes.and(learner.measure(Arrays.copyOfRange(samples, from,
            Math.min(samples.length, from + MEASURED_AT_ONCE))));
      }
      return outcomes;
    }

    private Outcomes general() throws Interrupted {
      Outcomes outcomes = Outcomes.room(0);
      for (int from = 0; from < learner.generalSize(); from += MEASURED_AT_ONCE) {
        giveUpIfEnded();
        outcomes = outcomes.and(learner.general(from, Math.min(learner.generalSize(), from + MEASURED_AT_ONCE)));
      }
      return outcomes;
    }

    private void giveUpIfEnded() throws Interrupted {
      if (ended()) {
        throw new Interrupted();
      }
    }

    private List<Change> changes(int[] judging, Outcomes before, Outcomes after) {
      return Changes.of(plan, judging, before, after);
    }
  }

  private static int[] all(int count) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private static int[] concat(int[] first, int[] second) {
    int[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static long[] numbers(Outcomes outcomes) {
    long[] numbers = new long[3 * outcomes.size()];
    for (int i = 0; i < outcomes.size(); i++) {
      numbers[3 * i] = Double.doubleToLongBits(outcomes.losses()[i]);
      numbers[3 * i + 1] = outcomes.right()[i];
      numbers[3 * i + 2] = outcomes.of()[i];
    }
    return numbers;
  }

  private static void restore(Outcomes outcomes, long[] numbers) throws FormatException {
    if (numbers.length != 0 && numbers.length != 3 * outcomes.size()) {
      throw new FormatException("unfinished session", 3 * outcomes.size() + " numbers", String.valueOf(numbers.length));
    }
    for (int i = 0; i < numbers.length / 3; i++) {
      outcomes.losses()[i] = Double.longBitsToDouble(numbers[3 * i]);
      outcomes.right()[i] = (int) numbers[3 * i + 1];
      outcomes.of()[i] = (int) numbers[3 * i + 2];
    }
  }
}
