package app.inkling.mllib.inference;

/**
 * Makes one engine for one model, for {@link EngineChooser} to try. Called on a thread of the chooser's; may
 * be slow, may fail, may even hang.
 */
public interface EngineFactory {
  /** The name of the engine it makes, known even when making it fails. */
  String name();

  InferenceEngine create() throws EngineException;
}
