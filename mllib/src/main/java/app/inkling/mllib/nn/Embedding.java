package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Collections;
import java.util.List;

/**
 * A vector for each word: numbers of words [N, T] become sequences [T, N, features]. The numbers travel as
 * floats, which hold whole numbers exactly up to 2^24. Weight [words, features].
 */
public final class Embedding implements Layer {
  private final String name;
  private final Parameter weight;

  public Embedding(String name, int words, int features, Initializer initializer) {
    this.name = name;
    LayerShapes.requirePositive(who(), "words", words);
    LayerShapes.requirePositive(who(), "features", features);
    weight = new Parameter(name + "/weight", Tensor.zeros(Shape.of(words, features)));
    initializer.fill(weight.value(), features, features);
  }

  public String name() {
    return name;
  }

  public int words() {
    return weight.value().shape().get(0);
  }

  public int features() {
    return weight.value().shape().get(1);
  }

  /** [words, features]. */
  public Parameter weight() {
    return weight;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample(who(), x));
    return SequenceOps.embed(x, x.graph().parameter(weight));
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireFeatures(who(), perExample);
    return Shape.of(perExample.get(0), features());
  }

  @Override
  public List<Parameter> parameters() {
    return Collections.singletonList(weight);
  }

  @Override
  public String describe() {
    return new Description("embedding").with("name", name).with("words", words()).with("features", features())
        .toString();
  }

  private String who() {
    return "Embedding \"" + name + "\"";
  }
}
