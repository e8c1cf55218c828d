package app.inkling.engines;

import androidx.annotation.Nullable;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineException.Phase;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Makes {@link TfliteEngine}s of one model. Whatever is wrong with the file, the native library or an
 * accelerator's driver becomes an {@link EngineException} that says so.
 */
public final class TfliteFactory implements EngineFactory {
  /** TensorFlow Lite on the CPU, with XNNPACK. */
  public static final String CPU = "tflite-cpu";

  /** TensorFlow Lite on the GPU. */
  public static final String GPU = "tflite-gpu";

  /** TensorFlow Lite on what Android's Neural Networks API leads to. */
  public static final String NNAPI = "tflite-nnapi";

  private static final long USUAL_PAGE_BYTES = 4096;

  private final String name;
  private final EngineModel model;
  private final Phone phone;
  @Nullable
  private final AcceleratorMaker accelerators;

  /** Makes an accelerator for the model file with this checksum. */
  private interface AcceleratorMaker {
    Accelerator make(String sha256) throws EngineException;
  }

  private TfliteFactory(String name, EngineModel model, Phone phone,
      @Nullable AcceleratorMaker accelerators) {
    this.name = name;
    this.model = model;
    this.phone = phone;
    this.accelerators = accelerators;
  }

  /** TensorFlow Lite's engines for a model, on CPU, GPU and NNAPI. */
  public static List<EngineFactory> all(EngineModel model, Phone phone) {
    return List.of(new TfliteFactory(CPU, model, phone, null),
        new TfliteFactory(GPU, model, phone, sha256 -> new GpuAccelerator(phone.codeCache(), sha256)),
        new TfliteFactory(NNAPI, model, phone, sha256 -> new NnapiAccelerator(phone, sha256)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public InferenceEngine create() throws EngineException {
    Accelerator accelerator = null;
    try {
      ByteBuffer file = model.tflite().model();
      accelerator = accelerators == null ? null : accelerators.make(TfliteFile.sha256(file));
      InferenceEngine engine = new TfliteEngine(name, file, model.signature(), accelerator);
      accelerator = null;
      return engine;
    } catch (IOException e) {
      throw new EngineException(name, Phase.CREATE, Refusal.FILE.reason(e.getMessage()), e);
    } catch (LinkageError e) {
      throw new EngineException(name, Phase.CREATE, unlinked(e), e);
    } catch (RuntimeException e) {
      throw new EngineException(name, Phase.CREATE, Refusal.DRIVER.reason(e.getMessage()), e);
    } finally {
      if (accelerator != null) {
        accelerator.close();
      }
    }
  }

  /** Pages larger than usual are the reason to name first: the library that exists is built for 4 KB. */
  private String unlinked(LinkageError e) {
    Refusal refusal = phone.pageBytes() > USUAL_PAGE_BYTES ? Refusal.LARGE_PAGES : Refusal.LIBRARY;
    return refusal.reason(lastLine(String.valueOf(e.getMessage())));
  }

  /** TensorFlow Lite's own advice comes first, what the system said last. */
  private static String lastLine(String message) {
    return message.trim().substring(message.trim().lastIndexOf('\n') + 1).trim();
  }
}
