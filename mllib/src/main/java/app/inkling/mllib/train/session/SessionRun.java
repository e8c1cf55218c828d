package app.inkling.mllib.train.session;

import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.DivergedException;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.StepReport;
import app.inkling.mllib.train.Trainer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** One run of a session on one learner: measuring, the rounds, judging, keeping. */
final class SessionRun {
  /** Points of the curves in each round. */
  private static final int POINTS = 12;
  /** Examples measured between two looks at the budget. */
  private static final int MEASURED_AT_ONCE = 16;

  private final Session session;
  private final SessionStore store;
  private final SessionPlan plan;
  private final Learner learner;
  private final Budget budget;
  private final SessionListener listener;
  private final long start;
  private final Rng root;
  private final int[] folds;
  private long stepsAtStart = -1;

  SessionRun(Session session, Learner learner, Budget budget, SessionListener listener, long start) {
    this.session = session;
    store = session.store;
    plan = session.plan;
    root = new Rng(plan.seed());
    this.learner = learner;
    this.budget = budget;
    this.listener = listener;
    this.start = start;
    folds = Folds.of(plan.training(), Math.max(1, plan.folds()), root.split(0));
  }

  Version toVersion() throws IOException, Session.Interrupted, Session.NotSaved {
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
      verdict = Acceptance.DEFAULT.judge(before, after, generalBefore, general(), learner.chanceLoss());
    } catch (DivergedException diverged) {
      verdict = Acceptance.verdict(Verdict.Reason.DIVERGED, before, before, generalBefore, generalBefore, 1);
    }
    return keep(Version.of(plan, "", verdict, changes(judging, before, after)), model);
  }

  private Version keep(Version judged, Checkpoint model) throws Session.NotSaved {
    try {
      Version version = Version.of(plan, store.putModel(model), judged.verdict().get(), judged.changes());
      store.putVersion(version);
      store.discardUnfinished(plan.kind());
      return version;
    } catch (IOException e) {
      throw new Session.NotSaved(e);
    }
  }

  /**
   * The rounds that each judge by the fold they leave out; how every training sample was answered when left
   * out.
   */
  private Outcomes crossJudge() throws IOException, Session.Interrupted, Session.NotSaved {
    Outcomes judged = Outcomes.fromNumbers(plan.training().size(),
        Section.longs(session.saved, Session.JUDGED));
    int done = (int) Section.longs(session.saved, Session.ROUND)[0];
    for (int fold = done; fold < plan.folds(); fold++) {
      int[] left = Folds.numbers(folds, fold, true);
      train(fold, Folds.numbers(folds, fold, false), left);
      Outcomes outcomes = measure(left);
      for (int i = 0; i < left.length; i++) {
        judged.take(left[i], outcomes, i);
      }
      session.save(new Checkpoint().with(Session.PLAN, plan.toBytes())
          .with(Session.ROUND, Section.longs(fold + 1))
          .with(Session.JUDGED, Section.longs(judged.toNumbers())));
    }
    return judged;
  }

  private void trainLast() throws IOException, Session.Interrupted, Session.NotSaved {
    int[] heldOut = new int[plan.heldOut().size()];
    Arrays.setAll(heldOut, i -> plan.training().size() + i);
    train(plan.folds(), all(plan.training().size()), heldOut);
  }

  private void train(int round, int[] samples, int[] judging) throws IOException, Session.Interrupted,
      Session.NotSaved {
    learner.reset();
    Learner.Round training = learner.round(samples, root.split(1 + round).nextLong());
    try (Trainer trainer = training.trainer()) {
      if (session.saved.has(Checkpoint.CURSOR)) {
        trainer.restore(session.saved, training.batches());
      }
      long before = round * plan.steps();
      stepsAtStart = stepsAtStart < 0 ? before + trainer.steps() : stepsAtStart;
      long every = Math.max(1, plan.steps() / POINTS);
      while (trainer.steps() < plan.steps()) {
        if (before + trainer.steps() >= budget.steps() || ended()) {
          session.save(trainer.save(session.saved, training.batches()));
          throw new Session.Interrupted();
        }
        StepReport[] step = new StepReport[1];
        trainer.train(training.batches(), Budget.ofSteps(trainer.steps() + 1), report -> step[0] = report);
        tell(round, before + trainer.steps(), step[0]);
        if (listener != SessionListener.NONE
            && (trainer.steps() % every == 0 || trainer.steps() == plan.steps())) {
          try {
            point(round, before + trainer.steps(), samples, judging);
          } catch (Session.Interrupted interrupted) {
            session.save(trainer.save(session.saved, training.batches()));
            throw interrupted;
          }
        }
        // After the point: a kill in between makes it again, the other way round it would be missing.
        if (trainer.steps() % session.saveEvery == 0 && trainer.steps() < plan.steps()) {
          session.save(trainer.save(session.saved, training.batches()));
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
        report.gradientNorm(), report.learningRate(),
        Duration.ofNanos((long) (each * (plan.allSteps() - step)))));
  }

  private void point(int round, long step, int[] samples, int[] judging) throws Session.Interrupted {
    Outcomes training = measure(samples);
    Outcomes heldOut = measure(judging);
    listener.onPoint(new SessionPoint(round + 1, plan.rounds(), step, training.loss(), training.accuracy(),
        heldOut.loss(), heldOut.accuracy()));
  }

  private Outcomes measure(int[] samples) throws Session.Interrupted {
    Outcomes outcomes = Outcomes.room(0);
    for (int from = 0; from < samples.length; from += MEASURED_AT_ONCE) {
      giveUpIfEnded();
      outcomes = outcomes.and(learner.measure(Arrays.copyOfRange(samples, from,
          Math.min(samples.length, from + MEASURED_AT_ONCE))));
    }
    return outcomes;
  }

  private Outcomes general() throws Session.Interrupted {
    Outcomes outcomes = Outcomes.room(0);
    for (int from = 0; from < learner.generalSize(); from += MEASURED_AT_ONCE) {
      giveUpIfEnded();
      outcomes = outcomes.and(learner.general(from,
          Math.min(learner.generalSize(), from + MEASURED_AT_ONCE)));
    }
    return outcomes;
  }

  private void giveUpIfEnded() throws Session.Interrupted {
    if (ended()) {
      throw new Session.Interrupted();
    }
  }

  private List<Change> changes(int[] judging, Outcomes before, Outcomes after) {
    return Changes.of(plan, judging, before, after);
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
}
