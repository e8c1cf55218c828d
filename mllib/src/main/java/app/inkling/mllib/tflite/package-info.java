/**
 * Trained networks as {@code .tflite} files that TensorFlow Lite 2.6 and newer run.
 *
 * <p>May import {@code nn} and what lies below it, {@code data} for files, and {@code
 * com.google.flatbuffers}. Start with
 * {@link app.inkling.mllib.tflite.TfliteExporter}; the file's format itself is written by
 * {@code TfliteWriter}.
 */
package app.inkling.mllib.tflite;
