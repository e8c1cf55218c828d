/**
 * The keyboard: typing, its keys, its window, and the place inside the app where it can be tried.
 *
 * <p>May import: mllib, AndroidX, {@code common}, {@code data}, {@code engines}, {@code suggest}. Never
 * another feature package.
 *
 * <p>Start with {@link app.inkling.keyboard.InputSession}: typing, without Android. The views around it turn
 * touches into its calls and its states into pixels.
 */
package app.inkling.keyboard;
