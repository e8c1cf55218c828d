package app.inkling.mllib.train.session;

import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;

/** Makes the {@link Learner} of a plan: knows a kind of model, and where the samples' contents are. */
public interface LearnerFactory {
  /**
   * @param parent the model file that the plan names
   * @throws IOException a sample is missing or is not what it was, or the model does not belong to the plan
   */
  Learner open(SessionPlan plan, Checkpoint parent) throws IOException;
}
