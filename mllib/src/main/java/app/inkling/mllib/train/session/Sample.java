package app.inkling.mllib.train.session;

import java.util.UUID;

/**
 * One thing of the user's that a session learns from or is measured by, as the history remembers it: what it
 * was is known by its checksum, never kept here.
 *
 * @param id of the stored drawing or sentence
 * @param target what it was taken to mean when the session was planned, such as a digit's figure; empty where
 *     nothing is meant beside the sample itself. One line, without tabs
 * @param checksum of the content, 64 hexadecimal digits: the same sample with other content is refused
 */
public record Sample(UUID id, String target, String checksum) {
  public Sample {
    if (target.indexOf('\t') >= 0 || target.indexOf('\n') >= 0 || !checksum.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Sample " + id + ": target \"" + target + "\", checksum \""
          + checksum
          + "\"; wants a target without tabs and line ends, and 64 hexadecimal digits");
    }
  }
}
