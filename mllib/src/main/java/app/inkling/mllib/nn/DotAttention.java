package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.AttentionOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import java.util.List;

/**
 * A sequence that looks at itself, one head: queries, keys and values are {@code x Wq, x Wk, x Wv}, and each
 * step becomes the mean of the values weighted by the softmax of {@code q . k / sqrt(units)} (Vaswani et al.
 * 2017, section 3.2.1). [T, N, inputs] to [T, N, units]; three weights [inputs, units] without bias.
 */
public final class DotAttention implements Layer {
  private final String name;
  private final EachStep query;
  private final EachStep key;
  private final EachStep value;
  private final List<Parameter> parameters;
  private final int inputs;
  private final int units;
  private final boolean causal;

  /** @param causal whether a step sees itself and those before it alone */
  public DotAttention(String name, int inputs, int units, boolean causal, Initializer initializer) {
    this.name = name;
    LayerShapes.requirePositive(who(), "inputs", inputs);
    LayerShapes.requirePositive(who(), "units", units);
    this.inputs = inputs;
    this.units = units;
    this.causal = causal;
    query = new EachStep(new Dense(name + "/query", inputs, units, false, initializer));
    key = new EachStep(new Dense(name + "/key", inputs, units, false, initializer));
    value = new EachStep(new Dense(name + "/value", inputs, units, false, initializer));
    parameters = new Sequential(name, query, key, value).parameters();
  }

  public boolean causal() {
    return causal;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample(who(), x));
    return AttentionOps.dotProduct(query.apply(x), key.apply(x), value.apply(x), causal);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireSequence(who(), perExample, inputs);
    return Shape.of(perExample.get(0), units);
  }

  /** Weights of query, key and value, each [inputs, units]. */
  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public long connections(Shape perExample) {
    long steps = perExample.get(0);
    long pairs = causal ? steps * (steps + 1) / 2 : steps * steps;
    return steps * 3 * inputs * units + pairs * 2 * units;
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return ReceptiveField.ALL;
  }

  @Override
  public String describe() {
    return new Description("dotAttention").with("name", name).with("inputs", inputs).with("units", units)
        .with("causal", causal).toString();
  }

  private String who() {
    return "DotAttention \"" + name + "\"";
  }
}
