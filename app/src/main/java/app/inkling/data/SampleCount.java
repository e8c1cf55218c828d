package app.inkling.data;

import androidx.annotation.Nullable;

/**
 * How much there is to learn from: drawings that the user has named as one digit, or sentences that the user
 * wrote.
 *
 * @param digit 0 to 9, -1 for no digit; null of sentences
 * @param all how many there are
 * @param heldOut how many of them measure and never train; of sentences a session decides that, so 0
 * @param waiting how many of the others the version in use has not learned from
 */
public record SampleCount(@Nullable Integer digit, int all, int heldOut, int waiting) {
  /** Those that may be learned from, learned already or not. */
  public int teaching() {
    return all - heldOut;
  }
}
