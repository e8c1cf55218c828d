package app.inkling.training;

import androidx.annotation.Nullable;
import app.inkling.common.Outcome;
import app.inkling.data.Learning;
import app.inkling.data.ModelVersionRow;
import app.inkling.mllib.train.session.Depth;

/**
 * All that the Train screen shows.
 *
 * @param kind of model, as in {@link app.inkling.data.ModelVersionRow#kind}
 * @param learning what waits and what the last session came to; null while it is being loaded
 * @param progress of the session that runs; null when none does
 * @param depth what the next session is to change
 * @param automatic whether sessions begin by themselves
 * @param fault why something just asked for could not be done; null when all is well
 * @param damaged whether a learned model was found damaged and an older one reads
 */
record TrainState(
    String kind,
    @Nullable Outcome<Learning> learning,
    @Nullable Progress progress,
    Depth depth,
    boolean automatic,
    @Nullable String fault,
    boolean damaged) {
  /** Whether it is of words, rather than of digits. */
  boolean words() {
    return kind.equals(ModelVersionRow.WORDS);
  }

  /** Whether the version that the last session made is the one in use; what was forgotten stays so. */
  boolean undoable() {
    return learning != null && !learning.failed() && learning.value().session() != null
        && learning.value().active() != null && progress == null
        && !learning.value().session().origin.equals(Trainings.REBUILD)
        && learning.value().active().id.equals(learning.value().session().result);
  }
}
