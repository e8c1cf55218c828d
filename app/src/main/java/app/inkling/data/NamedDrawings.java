package app.inkling.data;

/**
 * The drawings that the user has named as one digit, or the sentences that the user wrote.
 *
 * @param digit 0 to 9, -1 for no digit, or {@link #SENTENCES}
 * @param named how many there are
 * @param heldOut how many of them measure and never train; of sentences a session decides that
 * @param waiting how many of the others the version in use has not learned from
 */
public record NamedDrawings(int digit, int named, int heldOut, int waiting) {
  public static final int SENTENCES = -2;
}
