/**
 * Which words a keyboard may offer and learn: what a field allows, and where words come from and go to.
 *
 * <p>May import: mllib, AndroidX, {@code common}, {@code data}, {@code engines}. Never a feature package.
 *
 * <p>Start with {@link app.inkling.suggest.WordSource}: all that typing knows of words.
 */
package app.inkling.suggest;
