package app.inkling.training;

import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.LearnerFactory;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Version;
import java.io.IOException;
import java.util.Optional;

/**
 * What a kind of model adds to sessions: its factory model, what the user taught, how it learns. Called on
 * background threads.
 */
public interface SessionKind {
  /** As in {@link app.inkling.data.ModelVersionRow#kind}. */
  String kind();

  /** The model that came with the app, put into the store as the root of its tree. */
  Version factory(SessionStore store) throws IOException;

  /**
   * A session on all that the user taught so far; none when that is nothing.
   *
   * @param base the version to go on from
   * @param now milliseconds since 1970
   */
  Optional<SessionPlan> plan(Version base, Depth depth, long seed, long now) throws IOException;

  /** @throws IOException this is no model of this kind */
  void check(Checkpoint model) throws IOException;

  /** Makes learners of this kind, with the samples as they are stored now. */
  LearnerFactory learners() throws IOException;
}
