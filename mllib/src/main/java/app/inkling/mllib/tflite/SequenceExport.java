package app.inkling.mllib.tflite;

import app.inkling.mllib.nn.Bidirectional;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.LastStep;
import app.inkling.mllib.nn.Sequence;
import app.inkling.mllib.nn.TiedEmbedding;
import app.inkling.mllib.tensor.Shape;

/** Layers for sequences, which are [steps, features] in the file. */
final class SequenceExport {
  private final NetworkExport network;
  private final Operators ops;

  SequenceExport(NetworkExport network) {
    this.network = network;
    ops = network.ops;
  }

  void register() {
    network.on(Sequence.class, this::sequence);
    network.on(Embedding.class, (layer, x) -> embed(layer, table(layer), x));
    network.on(TiedEmbedding.class, this::tied);
    network.on(EachStep.class, this::eachStep);
    network.on(LastStep.class, (layer, x) -> {
      int[] steps = ops.split(x.tensor(), x.shape().get(0), 0);
      return new Signal(steps[steps.length - 1], layer.outputShape(x.shape()));
    });
    network.on(Bidirectional.class, (layer, x) -> {
      Signal there = network.write(layer.forward(), x);
      Signal back = network.write(layer.backward(), reversed(x));
      int both = ops.concat(1, there.tensor(), reversed(back).tensor());
      return new Signal(both, layer.outputShape(x.shape()));
    });
  }

  private Signal sequence(Sequence layer, Signal x) throws ExportException {
    if (ops.shape(x.tensor())[0] != 1) {
      throw network.refusal("cannot express a sequence at each step of another: " + layer.describe());
    }
    return new Signal(ops.reshape(x.tensor(), layer.steps(), layer.features()),
        Shape.of(layer.steps(), layer.features()));
  }

  private int table(Embedding layer) {
    float[][] rows = layer.weight().value().rows();
    return ops.constant("table", index -> rows[index], layer.words(), layer.features());
  }

  private Signal embed(Embedding layer, int table, Signal words) {
    int indices = ops.reshape(words.tensor(), words.shape().get(0));
    return new Signal(ops.gather(table, indices), layer.outputShape(words.shape()));
  }

  /** One table for both ways: [words, features] is also the weight of the way out, [outputs, inputs]. */
  private Signal tied(TiedEmbedding layer, Signal words) throws ExportException {
    int table = table(layer.embedding());
    Signal features = network.write(layer.inner(), embed(layer.embedding(), table, words));
    int bias = ops.constant("bias", layer.bias().value().toArray(), layer.embedding().words());
    int logits = ops.dense(features.tensor(), table, bias, OperatorOptions.NO_ACTIVATION);
    return new Signal(logits, layer.outputShape(words.shape()));
  }

  /** The steps are rows to the layer inside. */
  private Signal eachStep(EachStep layer, Signal x) throws ExportException {
    Signal inner = network.write(layer.inner(), new Signal(x.tensor(), Shape.of(x.shape().get(1))));
    Shape result = layer.outputShape(x.shape());
    return new Signal(ops.reshape(inner.tensor(), result.get(0), result.get(1)), result);
  }

  private Signal reversed(Signal x) {
    int[] steps = ops.split(x.tensor(), x.shape().get(0), 0);
    int[] turned = new int[steps.length];
    for (int t = 0; t < steps.length; t++) {
      turned[t] = steps[steps.length - 1 - t];
    }
    return new Signal(ops.concat(0, turned), x.shape());
  }
}
