package app.inkling.data;

/**
 * The drawings that the user has named as one digit.
 *
 * @param digit 0 to 9, or -1 for no digit
 * @param named how many there are
 * @param heldOut how many of them measure and never train
 * @param waiting how many of the others the version in use has not learned from
 */
public record NamedDrawings(int digit, int named, int heldOut, int waiting) {}
