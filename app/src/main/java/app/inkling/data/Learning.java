package app.inkling.data;

import androidx.annotation.Nullable;
import java.util.List;

/**
 * Where learning stands for one kind of model.
 *
 * @param named what the user has named, digit by digit; what nobody named is missing. Of words: what was
 *     written
 * @param gone drawings or sentences that taught or judged the version in use, or one that it came from, and
 *     are deleted
 * @param active the version in use; null while that is the one that came with the app
 * @param session the session begun last, running or ended; null before the first
 * @param outgrown whether that session trained a model that an update of the app has replaced
 * @param steps that session's curves
 */
public record Learning(
    List<NamedDrawings> named,
    int gone,
    @Nullable ModelVersionRow active,
    @Nullable SessionRow session,
    boolean outgrown,
    List<SessionStepRow> steps) {
  public Learning {
    named = List.copyOf(named);
    steps = List.copyOf(steps);
  }

  /** Drawings that the version in use has not learned from. */
  public int waiting() {
    return named.stream().mapToInt(NamedDrawings::waiting).sum();
  }

  /** Drawings that may be learned from, learned already or not. */
  public int teaching() {
    return named.stream().mapToInt(digit -> digit.named() - digit.heldOut()).sum();
  }
}
