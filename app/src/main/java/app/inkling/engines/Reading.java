package app.inkling.engines;

import androidx.annotation.Nullable;
import app.inkling.mllib.digits.DigitGuess;

/**
 * What was read in a drawing, and by what.
 *
 * @param number the figures of several digits side by side, such as {@code 407}; null when it is one drawing
 *     of one digit at most, or when nobody asked
 * @param modelVersion id of the model version
 * @param engine name of the engine
 */
public record Reading(DigitGuess guess, @Nullable String number, String modelVersion, String engine) {}
