package app.inkling.mllib.suggest.learning;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network alone as a version's file, its weights as floats: what sessions change in a keyboard, and
 * little enough that rounding to bytes would undo it.
 */
public final class NetworkFile {
  private NetworkFile() {}

  public static Checkpoint write(WordNet network) {
    return new Checkpoint()
        .with(Checkpoint.METADATA, Section.settings(Map.of("kind", WordSessions.KIND, "words", "" + network.words(),
            "features", "" + network.size().features(), "units", "" + network.size().units())))
        .with(Checkpoint.WEIGHTS, Section.tensors(weights(network)));
  }

  private static Map<String, Tensor> weights(WordNet network) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter : network.network().parameters()) {
      weights.put(parameter.name(), parameter.value());
    }
    return weights;
  }

  /**
   * The network in such a file or in a whole keyboard's, which is what the first version's is.
   *
   * @throws FormatException it is neither, or damaged
   */
  public static WordNet read(Checkpoint file) throws FormatException {
    if (KeyboardModel.is(file)) {
      WordNet network = KeyboardModel.network(file);
      if (network == null) {
        throw new FormatException(file.source(), "a keyboard with a network", "one of n-grams alone");
      }
      return network;
    }
    Map<String, String> sizes = Section.settings(file, Checkpoint.METADATA);
    if (!WordSessions.KIND.equals(sizes.get("kind"))) {
      throw new FormatException(file.source(), "kind=" + WordSessions.KIND, "kind=" + sizes.get("kind"));
    }
    try {
      WordNet network = new WordNet(Integer.parseInt(sizes.get("words")), new WordNet.Size(
          Integer.parseInt(sizes.get("features")), Integer.parseInt(sizes.get("units"))));
      Section.tensors(file, Checkpoint.WEIGHTS, weights(network));
      return network;
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new FormatException(file.source(), "a network's sizes and weights", "sizes " + sizes);
    }
  }
}
