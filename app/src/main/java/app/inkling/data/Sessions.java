package app.inkling.data;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import app.inkling.common.AppExecutors;
import app.inkling.common.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Training sessions as they are stored. But for {@link #learning} it is called on background threads. */
public final class Sessions {
  private final InklingDatabase database;
  private final SessionDao dao;
  private final AppExecutors executors;

  public Sessions(InklingDatabase database, AppExecutors executors) {
    this.database = database;
    this.dao = database.sessions();
    this.executors = executors;
  }

  /** Where learning stands, kept up to date. */
  public LiveData<Outcome<Learning>> learning(String kind) {
    return new TableLiveData<>(database, executors.disk(), () -> database.runInTransaction(() -> {
      ModelVersionRow active = database.modelVersions().active(kind);
      SessionRow session = dao.latest(kind);
      String version = active == null ? null : active.id;
      List<SampleCount> samples =
          kind.equals(ModelVersionRow.WORDS) ? written(version) : dao.named(version);
      return new Learning(samples, dao.gone(version).size(), active, session, isOutgrown(active, session),
          session == null ? List.of() : dao.steps(session.id));
    }), "drawing", "active_version", "session", "session_step", "sample_use", "sentence", "personal_word");
  }

  private boolean isOutgrown(@Nullable ModelVersionRow active, @Nullable SessionRow session) {
    if (session == null || !session.kind.equals(ModelVersionRow.WORDS)) {
      return false;
    }
    ModelVersions versions = new ModelVersions(database);
    ModelVersionRow base = versions.find(session.base);
    return active != null && base != null && !versions.fits(base, versions.root(active).id);
  }

  private List<SampleCount> written(@Nullable String version) {
    List<SentenceRow> teaching = SentenceRepository.teaching(database.sentences());
    Set<String> unlearned = new HashSet<>(dao.unlearned(version));
    int waiting = (int) teaching.stream().filter(sentence -> unlearned.contains(sentence.id)).count();
    return teaching.isEmpty() ? List.of()
        : List.of(new SampleCount(null, teaching.size(), 0, waiting));
  }

  /** Records that a session has begun. */
  public void begin(SessionRow session) {
    dao.insert(session);
  }

  @Nullable
  public SessionRow find(String id) {
    return dao.find(id);
  }

  /** Sessions that have no end yet: running, or cut short with the process. */
  public List<SessionRow> unfinished() {
    return dao.unfinished();
  }

  /** Adds points to a session's curves; a step that is there already is replaced. */
  public void addSteps(List<SessionStepRow> steps) {
    dao.insertSteps(steps);
  }

  /** Records an end that no version came of. */
  public void end(String id, SessionRow.State state, String outcome, long now) {
    end(id, state, null, outcome, now);
  }

  /** Records an end; {@code result} is a version that is there already, or null. */
  public void end(String id, SessionRow.State state, @Nullable String result, String outcome, long now) {
    dao.end(id, state.name(), result, outcome, now);
  }

  /**
   * Drawings or sentences that taught or judged a version, or one that it came from, and that are gone
   * since.
   */
  public Set<UUID> gone(String version) {
    Set<UUID> gone = new HashSet<>();
    dao.gone(version).forEach(sample -> gone.add(UUID.fromString(sample)));
    return gone;
  }

  /**
   * Records an end together with the version that came of it: all of it or nothing.
   *
   * @param session with its state and outcome
   * @param use whether the version is in use from now on
   * @param now milliseconds since 1970
   */
  public void finish(SessionRow session, ModelVersionRow version, List<SampleUseRow> uses, boolean use,
      long now) {
    dao.finish(session, version, uses, use, now);
  }

  /** What a version learned from and was measured on. */
  public List<SampleUseRow> uses(String version) {
    return dao.uses(version);
  }

  /** Versions that learned from a sample, eldest first. */
  public List<ModelVersionRow> taughtBy(String sample) {
    return dao.taughtBy(sample);
  }
}
