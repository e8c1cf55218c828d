package app.inkling.engines;

import app.inkling.mllib.digits.DigitGuess;

/**
 * What was read in a drawing, and by what.
 *
 * @param modelVersion id of the model version
 * @param engine name of the engine
 */
public record Reading(DigitGuess guess, String modelVersion, String engine) {}
