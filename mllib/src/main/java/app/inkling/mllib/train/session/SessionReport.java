package app.inkling.mllib.train.session;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * How a session's run ended.
 *
 * @param status finished, or why not yet
 * @param version what the session made, kept in the store; none before it is finished
 * @param problem why it could not be saved; none otherwise
 * @param seconds of this run, measuring included
 */
public record SessionReport(Status status, Optional<Version> version, Optional<IOException> problem,
    double seconds) {
  /** How far it came. */
  public enum Status {
    /** Measured, judged and kept. */
    FINISHED,
    /** Cancelled or out of time; {@link Session#resume} goes on. */
    STOPPED,
    /**
     * The disk is full or fails; what was saved before is as it was, and {@link Session#resume} goes on from
     * there.
     */
    NOT_SAVED
  }

  public boolean finished() {
    return status == Status.FINISHED;
  }

  /** What it changed, meaning by meaning; empty before it is finished. */
  public List<Change> changes() {
    return version.map(Version::changes).orElse(List.of());
  }
}
