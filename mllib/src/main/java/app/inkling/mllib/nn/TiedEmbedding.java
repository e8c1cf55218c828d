package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A language model whose words have one vector each for coming in and for going out: numbers of words [N, T]
 * become vectors, go through a layer for sequences, and are compared with all vectors:
 * {@code logits[t, n] = y[t, n] E^T + b}, [T, N, words] (Press and Wolf 2017, "Using the output embedding to
 * improve language models"). The layer's outputs must be as many as a vector has numbers. Bias [words].
 */
public final class TiedEmbedding implements Layer {
  private final String name;
  private final Embedding embedding;
  private final Layer inner;
  private final Parameter bias;
  private final List<Parameter> parameters = new ArrayList<>();

  public TiedEmbedding(String name, Embedding embedding, Layer inner) {
    this.name = name;
    this.embedding = embedding;
    this.inner = inner;
    bias = new Parameter(name + "/bias", Tensor.zeros(Shape.of(embedding.words())));
    parameters.addAll(new Sequential(name, embedding, inner).parameters());
    parameters.add(bias);
  }

  public String name() {
    return name;
  }

  public Embedding embedding() {
    return embedding;
  }

  public Layer inner() {
    return inner;
  }

  /** [words]. */
  public Parameter bias() {
    return bias;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample(who(), x));
    return logits(inner.apply(embedding.apply(x)));
  }

  /**
   * The way out alone, for whoever runs the layer inside step by step with a state.
   *
   * @param y [T, N, features] that came out of the layer inside
   * @return [T, N, words]
   */
  public Var logits(Var y) {
    Var table = y.graph().parameter(embedding.weight());
    Var logits = MatrixOps.dense(SequenceOps.matrix(y), MatrixOps.transpose(table),
        y.graph().parameter(bias));
    return ShapeOps.reshape(logits, Shape.of(y.shape().get(0), y.shape().get(1), embedding.words()));
  }

  @Override
  public Shape outputShape(Shape perExample) {
    Shape out;
    try {
      out = inner.outputShape(embedding.outputShape(perExample));
    } catch (ShapeException e) {
      throw new ShapeException(who() + ": " + e.getMessage());
    }
    if (out.rank() != 2 || out.get(1) != embedding.features()) {
      throw new ShapeException(who() + ": wants " + embedding.features()
          + " features at each step from the layer "
          + "inside, got " + out + "; give it as many outputs as the embedding has features");
    }
    return Shape.of(out.get(0), embedding.words());
  }

  @Override
  public List<Parameter> parameters() {
    return Collections.unmodifiableList(parameters);
  }

  @Override
  public long connections(Shape perExample) {
    Shape words = embedding.outputShape(perExample);
    return inner.connections(words) + (long) words.size() * embedding.words();
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return inner.sees(before, embedding.outputShape(perExample));
  }

  @Override
  public String describe() {
    return new Description("tiedEmbedding").with("name", name).with(Description.parse(embedding.describe()))
        .with(Description.parse(inner.describe())).toString();
  }

  private String who() {
    return "TiedEmbedding \"" + name + "\"";
  }
}
