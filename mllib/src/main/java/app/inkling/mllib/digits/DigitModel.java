package app.inkling.mllib.digits;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.JavaEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Layers;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.TfliteExporter;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained digit network with what is needed to use it: its signature, the threshold of refusal, where it
 * came from.
 *
 * <p>The network takes images [N, 784] and gives probabilities [N, 11]: the ten digits, and class {@link
 * #NOT_A_DIGIT}. In a checkpoint the section {@code metadata} holds {@code kind=digits}, {@code
 * refusal_threshold} and what its training noted.
 */
public final class DigitModel {
  /** The ten digits and what is none. */
  public static final int CLASSES = 11;

  /** The class of what is no digit. */
  public static final int NOT_A_DIGIT = 10;

  /** The signature's input: FLOAT32 [1, 28, 28, 1], 0 paper to 1 ink. */
  public static final String INPUT = "image";

  /** The signature's output: FLOAT32 [1, 11]. */
  public static final String OUTPUT = "probabilities";

  private static final String KIND = "kind";
  private static final String DIGITS = "digits";
  private static final String THRESHOLD = "refusal_threshold";

  private final Sequential network;
  private final float refusalThreshold;
  private final Map<String, String> metadata;

  /**
   * @param network images [N, 784] to probabilities [N, 11]; not copied
   * @param refusalThreshold probability of {@link #NOT_A_DIGIT} from which on a drawing is refused, above 0
   * @param notes what else to keep in the metadata, on one line each
   */
  public DigitModel(Sequential network, float refusalThreshold, Map<String, String> notes) {
    if (!(refusalThreshold > 0)) {
      throw new IllegalArgumentException("DigitModel: refusal threshold is " + refusalThreshold
          + "; wants more than 0");
    }
    Shape output = network.outputShape(Shape.of(StrokeRenderer.PIXELS));
    if (!output.equals(Shape.of(CLASSES))) {
      throw new ShapeException("DigitModel: network \"" + network.name() + "\" gives " + output
          + "; wants [" + CLASSES + "]");
    }
    this.network = network;
    this.refusalThreshold = refusalThreshold;
    Map<String, String> all = new LinkedHashMap<>(notes);
    all.put(KIND, DIGITS);
    all.put(THRESHOLD, Float.toString(refusalThreshold));
    metadata = Map.copyOf(all);
  }

  /** The model in a checkpoint file. */
  public static DigitModel load(Path file) throws IOException {
    return of(Checkpoint.read(file));
  }

  /**
   * The model in a checkpoint's bytes.
   *
   * @throws FormatException they are damaged, or hold something else
   */
  public static DigitModel load(byte[] checkpoint) throws FormatException {
    return of(Checkpoint.fromBytes("digit model", checkpoint));
  }

  /**
   * The model in a checkpoint.
   *
   * @throws FormatException it holds something else
   */
  public static DigitModel of(Checkpoint checkpoint) throws FormatException {
    String place = checkpoint.source() + ", section \"" + Checkpoint.METADATA + "\"";
    Map<String, String> metadata = Section.settings(checkpoint, Checkpoint.METADATA);
    if (!DIGITS.equals(metadata.get(KIND))) {
      throw new FormatException(place, KIND + "=" + DIGITS, KIND + "=" + metadata.get(KIND)
          + "; is it another kind of model?");
    }
    Sequential network = network(checkpoint);
    fill(network, checkpoint);
    try {
      return new DigitModel(network, Float.parseFloat(String.valueOf(metadata.get(THRESHOLD))), metadata);
    } catch (NumberFormatException e) {
      throw new FormatException(place, THRESHOLD + " as a number", String.valueOf(metadata.get(THRESHOLD)));
    } catch (IllegalArgumentException e) {
      throw new FormatException(checkpoint.source(), "a digit model", e.getMessage());
    }
  }

  private static Sequential network(Checkpoint checkpoint) throws FormatException {
    String place = checkpoint.source() + ", section \"" + Checkpoint.ARCHITECTURE + "\"";
    String line = Section.text(checkpoint, Checkpoint.ARCHITECTURE).trim();
    try {
      Layer layer = Layers.parse(line);
      if (layer instanceof Sequential sequential) {
        return sequential;
      }
    } catch (IllegalArgumentException e) {
      throw new FormatException(place, "a network", e.getMessage());
    }
    throw new FormatException(place, "a sequential network", line);
  }

  private static void fill(Sequential network, Checkpoint checkpoint) throws FormatException {
    String place = checkpoint.source() + ", section \"" + Checkpoint.WEIGHTS + "\"";
    Map<String, Tensor> weights = Section.tensors(checkpoint, Checkpoint.WEIGHTS);
    for (Parameter parameter : network.parameters()) {
      Tensor saved = weights.get(parameter.name());
      if (saved == null || !saved.sameLayout(parameter.value())) {
        throw new FormatException(place, parameter.toString(), saved == null ? "only " + weights.keySet()
            : saved.toString());
      }
      parameter.value().copyFrom(saved);
    }
  }

  /** The network, images [N, 784] to probabilities [N, 11]. */
  public Sequential network() {
    return network;
  }

  /** Probability of {@link #NOT_A_DIGIT} from which on a drawing is refused. */
  public float refusalThreshold() {
    return refusalThreshold;
  }

  /** Notes of its training and what else the checkpoint's metadata holds. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Number of weights and biases. */
  public int parameterCount() {
    return network.parameters().stream().mapToInt(parameter -> parameter.value().size()).sum();
  }

  /** What an engine that runs this model takes and gives. */
  public Signature signature() {
    return new Signature(
        List.of(new TensorSpec(INPUT, TensorSpec.Type.FLOAT32, 1, StrokeRenderer.SIDE, StrokeRenderer.SIDE,
            1)),
        List.of(new TensorSpec(OUTPUT, TensorSpec.Type.FLOAT32, 1, CLASSES)));
  }

  /** A new engine in plain Java over this model's live weights. */
  public InferenceEngine javaEngine() {
    return new JavaEngine(network, signature());
  }

  /** This model as a file for TensorFlow Lite, with the signature of {@link #signature()}. */
  public byte[] toTflite() throws ExportException {
    return TfliteExporter.export(network, INPUT, OUTPUT);
  }

  /** This model as a checkpoint, without any state of training. */
  public Checkpoint toCheckpoint() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      weights.put(parameter.name(), parameter.value());
    }
    return new Checkpoint()
        .with(Checkpoint.METADATA, Section.settings(metadata))
        .with(Checkpoint.ARCHITECTURE, Section.text(network.describe() + "\n"))
        .with(Checkpoint.WEIGHTS, Section.tensors(weights))
        .with(Checkpoint.KERNELS,
            Section.text(metadata.getOrDefault(Checkpoint.KERNELS, Kernels.PLAIN.name())));
  }
}
