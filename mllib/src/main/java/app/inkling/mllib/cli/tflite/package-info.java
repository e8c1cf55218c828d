/**
 * TensorFlow Lite on a desktop machine, for the command-line tool and the tests: one engine over the public
 * {@code org.bytedeco:tensorflow-lite} binding. Never part of {@code mllib.jar} or of the app.
 *
 * <p>Start with {@link app.inkling.mllib.cli.tflite.DesktopTfliteEngine}. May import {@code inference} and
 * the binding.
 */
package app.inkling.mllib.cli.tflite;
