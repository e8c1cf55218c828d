package app.inkling.training;

import androidx.annotation.WorkerThread;
import app.inkling.data.ModelVersionRow;

/** Compares versions of one kind of model. */
public interface Comparer {
  /**
   * Asks a version and the one in use the same; takes seconds.
   *
   * @throws Exception they can't be compared, in words for the user
   */
  @WorkerThread
  Compared withInUse(ModelVersionRow version) throws Exception;
}
