/**
 * Digits that learn a hand: what sessions do with a digit model, and what personal reading adds to the
 * network.
 *
 * <p>May import what {@code digits} may. Start at {@link app.inkling.mllib.digits.personal.DigitSessions};
 * the machinery of sessions itself is {@code train.session}.
 */
package app.inkling.mllib.digits.personal;
