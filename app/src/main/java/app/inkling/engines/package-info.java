/**
 * Runs the shipped models: TensorFlow Lite where it is right, our own Java where it is not.
 *
 * <p>May import: mllib, TensorFlow Lite, AndroidX lifecycle, {@code common}, {@code data}. Never a feature
 * package.
 *
 * <p>Start with {@link app.inkling.engines.DigitRecognizer}.
 */
package app.inkling.engines;
