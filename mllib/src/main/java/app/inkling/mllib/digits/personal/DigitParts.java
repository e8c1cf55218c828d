package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A digit model's network cut in two: what sees (images [N, 784] to features [N, {@link #features}]), and
 * what decides (the dense layers, features to logits [N, 11]). The layers are the model's own: training a
 * part trains the model.
 *
 * @param sees up to the first dense layer
 * @param decides from the first dense layer on, without the softmax
 */
record DigitParts(Sequential sees, Sequential decides) {
  static DigitParts of(DigitModel model) {
    List<Layer> layers = new ArrayList<>();
    flatten(model.network(), layers);
    int dense = 0;
    while (dense < layers.size() && !(layers.get(dense) instanceof Dense)) {
      dense++;
    }
    int last = layers.size() - 1;
    if (dense == 0 || dense >= last || !(layers.get(last) instanceof Softmax)) {
      throw new IllegalArgumentException("DigitParts: the network is " + model.network().describe()
          + "; wants layers that see, a dense layer somewhere, and a softmax at the end");
    }
    return new DigitParts(new Sequential("sees", layers.subList(0, dense).toArray(new Layer[0])),
        new Sequential("decides", layers.subList(dense, last).toArray(new Layer[0])));
  }

  private static void flatten(Sequential network, List<Layer> into) {
    for (Layer layer : network.layers()) {
      if (layer instanceof Sequential inner) {
        flatten(inner, into);
      } else {
        into.add(layer);
      }
    }
  }

  /** Numbers that the first dense layer takes. */
  int features() {
    return sees.outputShape(Shape.of(StrokeRenderer.PIXELS)).last();
  }
}
