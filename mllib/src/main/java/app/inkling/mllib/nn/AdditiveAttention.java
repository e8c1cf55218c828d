package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.AttentionOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A sequence that looks at itself through a small network: each step becomes the mean of all steps weighted
 * by the softmax of {@code v . tanh(x[t] Wq + b + x[s] Wk)} (Bahdanau et al. 2015, appendix A.1.2). [T, N,
 * inputs] to [T, N, inputs]; query weight [inputs, units] and bias [units], key weight [inputs, units], score
 * v [units].
 */
public final class AdditiveAttention implements Layer {
  private final String name;
  private final EachStep query;
  private final EachStep key;
  private final Parameter score;
  private final List<Parameter> parameters = new ArrayList<>();
  private final int inputs;
  private final int units;
  private final boolean causal;

  /** @param causal whether a step sees itself and those before it alone */
  public AdditiveAttention(String name, int inputs, int units, boolean causal, Initializer initializer) {
    this.name = name;
    LayerShapes.requirePositive(who(), "inputs", inputs);
    LayerShapes.requirePositive(who(), "units", units);
    this.inputs = inputs;
    this.units = units;
    this.causal = causal;
    query = new EachStep(new Dense(name + "/query", inputs, units, initializer));
    key = new EachStep(new Dense(name + "/key", inputs, units, false, initializer));
    score = new Parameter(name + "/score", Tensor.zeros(Shape.of(units)));
    initializer.fill(score.value(), units, 1);
    parameters.addAll(query.parameters());
    parameters.addAll(key.parameters());
    parameters.add(score);
  }

  public boolean causal() {
    return causal;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample(who(), x));
    return AttentionOps.additive(query.apply(x), key.apply(x), x, x.graph().parameter(score), causal);
  }

  @Override
  public Shape outputShape(Shape perExample) {
    LayerShapes.requireSequence(who(), perExample, inputs);
    return perExample;
  }

  /** Query's weight and bias, key's weight, score. */
  @Override
  public List<Parameter> parameters() {
    return Collections.unmodifiableList(parameters);
  }

  @Override
  public long connections(Shape perExample) {
    long steps = perExample.get(0);
    long pairs = causal ? steps * (steps + 1) / 2 : steps * steps;
    return steps * 2 * inputs * units + pairs * (units + inputs);
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    return ReceptiveField.ALL;
  }

  @Override
  public String describe() {
    return new Description("additiveAttention").with("name", name).with("inputs", inputs).with("units", units)
        .with("causal", causal).toString();
  }

  private String who() {
    return "AdditiveAttention \"" + name + "\"";
  }
}
