/**
 * Running a model forward: one interface for every engine, our own Java engine behind it, and the chooser
 * that trusts no other engine without proof.
 *
 * <p>Start with {@link app.inkling.mllib.inference.InferenceEngine} (the contract), then
 * {@link app.inkling.mllib.inference.EngineChooser}. A {@link app.inkling.mllib.inference.Signature} says
 * what a model takes and gives, {@link app.inkling.mllib.inference.Bindings} are one caller's arrays for it.
 *
 * <p>May import {@code kernel}, {@code tensor}, {@code autodiff} and {@code nn}, for the Java engine, and
 * {@code tflite}, for a network with its file ({@link app.inkling.mllib.inference.ExportedNetwork}). Engines
 * over TensorFlow Lite live where their libraries are: in the app and in the command-line tool.
 */
package app.inkling.mllib.inference;
