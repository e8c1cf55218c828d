package app.inkling.data;

/**
 * How much is stored.
 *
 * @param drawings number of drawings
 * @param named how many of them the user corrected or confirmed
 * @param heldOut how many measure and never train
 * @param inkBytes bytes of all strokes together
 */
public record StoredFigures(int drawings, int named, int heldOut, long inkBytes) {}
