package app.inkling.mllib.train.session;

import app.inkling.mllib.train.Budget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Unlearning: replays the sessions that led to a version, from the factory model on, with their recorded
 * seeds, step counts and kernels, but without some samples. What comes out equals, bit for bit, the history
 * in which these never existed: rejected sessions are replayed, too, the gate judges each anew, and those
 * that follow train what it accepted last.
 */
public final class Rebuild {
  private final SessionStore store;
  private final LearnerFactory factory;

  public Rebuild(SessionStore store, LearnerFactory factory) {
    this.store = store;
    this.factory = factory;
  }

  /**
   * Replays the way to {@code version} without {@code samples}. Versions made before the first session that
   * used them stay as they are and are the beginning of the new way. Stopped by the budget, the next call
   * with the same arguments goes on.
   *
   * @param versions the tree as it is
   * @param budget time and cancelling; its steps count for each session alone
   * @return the version to use instead; none if the budget ended before
   * @throws IOException the disk fails, or a model or sample is not what the history says
   * @throws IllegalStateException another session of this kind is unfinished
   */
  public Optional<Version> without(Versions versions, UUID version, Set<UUID> samples, Budget budget,
      SessionListener listener) throws IOException {
    List<Version> path = versions.path(version);
    if (path.isEmpty() || path.get(0).plan().isPresent()) {
      throw new IllegalStateException("Rebuild: version " + version
          + " or one that it comes from is missing; its history can't be replayed");
    }
    long start = System.nanoTime();
    Version last = path.get(0);
    for (Version step : versions.history(version)) {
      SessionPlan plan = step.plan().get().without(samples).onto(last.id(), last.model());
      if (plan.equals(step.plan().get())) {
        last = step.usable() ? step : last;
        continue;
      }
      if (plan.training().isEmpty()) {
        continue;
      }
      Optional<Version> again = replay(versions, plan, left(budget, start), listener);
      if (!again.isPresent()) {
        return again;
      }
      last = again.get().usable() ? again.get() : last;
    }
    return Optional.of(last);
  }

  private static Budget left(Budget budget, long start) {
    return budget.withTime(budget.time().minusNanos(System.nanoTime() - start));
  }

  private Optional<Version> replay(Versions versions, SessionPlan plan, Budget budget,
      SessionListener listener)
      throws IOException {
    for (Version made : versions.all()) {
      if (made.plan().isPresent() && made.plan().get().equals(plan)) {
        return Optional.of(made);
      }
    }
    Optional<Session> unfinished = Session.resume(store, plan.kind(), factory);
    if (unfinished.isPresent() && !unfinished.get().plan().equals(plan)) {
      throw new IllegalStateException("Rebuild: another session of kind " + plan.kind()
          + " is unfinished; finish or discard it first");
    }
    Session session = unfinished.isPresent() ? unfinished.get() : Session.begin(store, plan, factory);
    SessionReport report = session.run(budget, listener);
    if (report.problem().isPresent()) {
      throw report.problem().get();
    }
    return report.version();
  }
}
