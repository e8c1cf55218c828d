package app.inkling.data;

import androidx.annotation.Nullable;
import java.util.List;

/**
 * Where learning stands for one kind of model.
 *
 * @param samples what the user has named, digit by digit, or what the user wrote; nothing where there is none
 * @param gone drawings or sentences that taught or judged the version in use, or one that it came from, and
 *     are deleted
 * @param active the version in use; null while that is the one that came with the app
 * @param session the session begun last, running or ended; null before the first
 * @param outgrown whether that session trained a model that an update of the app has replaced
 * @param steps that session's curves
 */
public record Learning(
    List<SampleCount> samples,
    int gone,
    @Nullable ModelVersionRow active,
    @Nullable SessionRow session,
    boolean outgrown,
    List<SessionStepRow> steps) {
  public Learning {
    samples = List.copyOf(samples);
    steps = List.copyOf(steps);
  }

  /** Samples that the version in use has not learned from. */
  public int waiting() {
    return samples.stream().mapToInt(SampleCount::waiting).sum();
  }

  /** Samples that may be learned from, learned already or not. */
  public int teaching() {
    return samples.stream().mapToInt(SampleCount::teaching).sum();
  }

  /** Samples that measure and never train. */
  public int heldOut() {
    return samples.stream().mapToInt(SampleCount::heldOut).sum();
  }
}
