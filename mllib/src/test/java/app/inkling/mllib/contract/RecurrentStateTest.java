package app.inkling.mllib.contract;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.Gru;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.Recurrent;
import app.inkling.mllib.nn.SimpleRnn;
import app.inkling.mllib.oracle.Naive;
import app.inkling.mllib.oracle.NaiveSequence;
import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** A recurrent network's states, and their gradient by the state that came in, of one example. */
public class RecurrentStateTest {
  private static final int INPUTS = 2;
  private static final int UNITS = 3;
  private static final int STEPS = 4;

  private final Rng rng = new Rng(12);

  private interface MakeCell {
    NaiveSequence.Cell of(Scalar[][] parameters);
  }

  @Test
  public void simpleNetworkPassesTheGradientToItsFirstState() {
    requireGradient(new SimpleRnn("r", INPUTS, UNITS, Initializer.xavier(rng)),
        p -> NaiveSequence.simple(p[0], p[1], p[2], UNITS));
  }

  @Test
  public void lstmPassesTheGradientToItsFirstState() {
    requireGradient(new Lstm("r", INPUTS, UNITS, Initializer.xavier(rng)),
        p -> NaiveSequence.lstm(p[0], p[1], p[2], UNITS, false));
  }

  @Test
  public void cifgPassesTheGradientToItsFirstState() {
    requireGradient(new CifgLstm("r", INPUTS, UNITS, Initializer.xavier(rng)),
        p -> NaiveSequence.lstm(p[0], p[1], p[2], UNITS, true));
  }

  @Test
  public void gruPassesTheGradientToItsFirstState() {
    requireGradient(new Gru("r", INPUTS, UNITS, Initializer.xavier(rng)),
        p -> NaiveSequence.gru(p[0], p[1], p[2], p[3], UNITS));
  }

  private void requireGradient(Recurrent layer, MakeCell make) {
    Graph graph = new Graph();
    Var x = graph.variable(Probe.random(Shape.of(STEPS, 1, INPUTS), rng));
    Var state = graph.variable(Probe.random(Shape.of(1, layer.stateSize()), rng));
    Var states = layer.states(x, state);
    Tensor target = Probe.random(states.shape(), rng);
    graph.backward(new SquaredError().apply(states, graph.input(target)));
    Scalar[][] weights = layer.parameters().stream().map(p -> constants(p.value().toArray()))
        .toArray(Scalar[][]::new);
    List<float[]> points = List.of(x.value().toArray(), state.value().toArray());
    Judge.requireGradient(points, at -> {
      NaiveSequence.Cell cell = make.of(weights);
      Scalar[] now = at.get(1);
      Scalar[][] all = new Scalar[STEPS][];
      for (int t = 0; t < STEPS; t++) {
        now = cell.step(NaiveSequence.step(at.get(0), INPUTS, t), now);
        all[t] = now;
      }
      return Naive.squaredError(all, target.rows());
    }, List.of(graph.gradient(x).toArray(), graph.gradient(state).toArray()), rng);
  }

  private static Scalar[] constants(float[] values) {
    Scalar[] scalars = new Scalar[values.length];
    Arrays.setAll(scalars, i -> Scalar.of(values[i]));
    return scalars;
  }
}
