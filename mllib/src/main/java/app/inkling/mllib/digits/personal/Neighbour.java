package app.inkling.mllib.digits.personal;

import java.util.UUID;

/**
 * A drawing that looks to the network like the one asked about.
 *
 * @param id of the user's drawing
 * @param digit what it is meant to be, 0 to 9 or -1
 * @param similarity cosine of what the network sees of the two, 0 to 1; 1 for the same drawing
 */
public record Neighbour(UUID id, int digit, double similarity) {}
