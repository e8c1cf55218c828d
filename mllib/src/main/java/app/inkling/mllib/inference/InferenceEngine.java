package app.inkling.mllib.inference;

/**
 * Something that runs one model forward: our own Java, TensorFlow Lite on the CPU, a delegate.
 *
 * <p><b>Threads.</b> An engine serves one thread at a time; the caller sees to that. An engine whose runtime
 * wants one fixed thread (a GPU context) keeps that thread itself, so that callers never have to know.
 *
 * <p><b>Failure.</b> Whatever goes wrong below (exceptions, {@link LinkageError}s, an error code) arrives as
 * an {@link EngineException} that names engine and phase. An engine never answers with another engine's
 * numbers: falling back is the caller's decision, made by {@link EngineChooser}.
 *
 * <p><b>State.</b> None between runs: see {@link Signature#state()}.
 */
public interface InferenceEngine extends AutoCloseable {
  /** Short, stable name, such as {@code java} or {@code tflite-cpu}: it is stored and printed. */
  String name();

  Signature signature();

  /**
   * Reads the inputs of {@code bindings} and fills its outputs. Allocates nothing in the steady state where
   * the runtime below allows it.
   *
   * @param bindings made from this engine's {@link #signature()}
   * @throws EngineException in phase RUN; this engine must then be closed
   */
  void run(Bindings bindings) throws EngineException;

  /** Frees what the runtime holds. A second call does nothing. */
  @Override
  void close();
}
