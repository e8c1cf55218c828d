/**
 * Training the keyboard's network further on a user's own sentences, through the sessions of {@code train.session}, and
 * the check that a network so trained tells no secret.
 *
 * <p>May import what {@code suggest} may, and {@code suggest}. Start at {@link
 * app.inkling.mllib.suggest.learning.WordSessions}; {@link app.inkling.mllib.suggest.learning.Memorisation} is asked
 * before a trained network leaves the device.
 */
package app.inkling.mllib.suggest.learning;
