/**
 * Reading single digits: the network, its examples and training, calibration, refusal, figures.
 *
 * <p>May import every package of mllib but {@code suggest} and {@code cli}. Start at {@link
 * app.inkling.mllib.digits.DigitReader}, which the app's drawing pad and the command-line tool share;
 * training starts at {@link app.inkling.mllib.digits.DigitTraining}.
 */
package app.inkling.mllib.digits;
