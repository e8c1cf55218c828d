package app.inkling.engines;

import app.inkling.common.PackedFiles;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Makes {@link TfliteEngine}s of one model file, after comparing the file with the checksum that lies beside
 * it.
 */
public final class TfliteFactory implements EngineFactory {
  private final PackedFiles files;
  private final String file;
  private final Signature signature;

  /** @param file a {@code .tflite} file; the checksum is in the file of the same name and {@code .sha256} */
  public TfliteFactory(PackedFiles files, String file, Signature signature) {
    this.files = files;
    this.file = file;
    this.signature = signature;
  }

  @Override
  public String name() {
    return TfliteEngine.NAME;
  }

  @Override
  public InferenceEngine create() throws EngineException {
    ByteBuffer model;
    String wanted;
    try {
      model = files.map(file);
      wanted = firstWord(files.read(file + ".sha256"));
    } catch (IOException e) {
      throw new EngineException(name(), EngineException.Phase.CREATE,
          file + " can't be read (" + e.getMessage() + ")", e);
    }
    String got = TfliteFile.sha256(model);
    if (!got.equals(wanted)) {
      throw new EngineException(name(), EngineException.Phase.CREATE,
          file + " is damaged: its checksum should be " + wanted + " and is " + got, null);
    }
    return new TfliteEngine(model, signature);
  }

  private static String firstWord(byte[] text) {
    return new String(text, StandardCharsets.US_ASCII).trim().split("\\s", 2)[0];
  }
}
