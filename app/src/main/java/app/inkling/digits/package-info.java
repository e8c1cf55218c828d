/**
 * Drawing a digit, reading it, saying what it was, and everything drawn so far.
 *
 * <p>May import: mllib, AndroidX, {@code common}, {@code data}, {@code engines}. Never another feature
 * package.
 *
 * <p>Start with {@link app.inkling.digits.DrawViewModel}: it holds the pad's story, the rest shows it.
 */
package app.inkling.digits;
