package app.inkling.mllib.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Layers;
import app.inkling.mllib.nn.ReceptiveField;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.oracle.Naive;
import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Objective;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** The same questions to every layer. */
@RunWith(Parameterized.class)
public class LayerContractTest {
  private static final int EXAMPLES = 3;

  @Parameterized.Parameters(name = "{0}")
  public static List<LayerCase> cases() {
    return LayerCase.all();
  }

  private final LayerCase layerCase;
  private final Rng rng = new Rng(20);
  private final Layer layer;

  public LayerContractTest(LayerCase layerCase) {
    this.layerCase = layerCase;
    layer = layerCase.make().apply(rng);
    for (Parameter parameter : layer.parameters()) {
      if (parameter.name().endsWith("bias")) {
        parameter.value().copyFrom(Probe.random(parameter.value().shape(), rng));
      }
    }
  }

  @Test
  public void computesWhatTheOracleComputes() {
    Probe probe = new Probe(layer, layerCase.perExample(), EXAMPLES, 1, layerCase.ids(), rng);
    Scalar[][] wanted = oracleOutput(scalars(probe.points()), EXAMPLES);
    for (int n = 0; n < EXAMPLES; n++) {
      float[] got = probe.output.value().rows()[n];
      assertEquals(wanted[n].length, got.length);
      for (int j = 0; j < got.length; j++) {
        assertEquals("example " + n + ", number " + j, wanted[n][j].value, got[j],
            2e-6 * Math.max(1, Math.abs(got[j])));
      }
    }
  }

  @Test
  public void gradientAgreesWithTheOracle() {
    requireGradient(EXAMPLES, 1);
  }

  @Test
  public void gradientOfOneExampleAgreesWithTheOracle() {
    requireGradient(1, 1);
  }

  @Test
  public void gradientsAddUpWhereALayerIsUsedThreeTimes() {
    requireGradient(2, 3);
  }

  private void requireGradient(int examples, int uses) {
    Probe probe = new Probe(layer, layerCase.perExample(), examples, uses, layerCase.ids(), rng);
    float[][] target = probe.target.rows();
    Judge.requireGradient(probe.points(), points -> {
      Scalar[][] y = oracleOutput(points, examples);
      for (Scalar[] row : y) {
        for (int j = 0; j < row.length; j++) {
          row[j] = row[j].times(uses);
        }
      }
      return Naive.squaredError(y, target);
    }, probe.gradients(), rng);
  }

  @Test
  public void eachExampleComesOutAsItWouldAlone() {
    Probe together = new Probe(layer, layerCase.perExample(), EXAMPLES, 1, layerCase.ids(), rng);
    Probe alone = new Probe(layer, layerCase.perExample(), 1, 1, layerCase.ids(), rng);
    for (int n = 0; n < EXAMPLES; n++) {
      alone.input.copyFrom(together.input.rows()[n]);
      alone.graph.forward();
      assertArrayEquals(together.output.value().rows()[n], alone.output.value().rows()[0], 0);
    }
  }

  @Test
  public void promisesTheShapeThatItGives() {
    Probe probe = new Probe(layer, layerCase.perExample(), EXAMPLES, 1, layerCase.ids(), rng);
    assertEquals(probe.output.shape().get(1), layer.outputShape(layerCase.perExample()).size());
  }

  @Test
  public void seesNoMoreOfItsInputThanItSays() {
    Shape in = layerCase.perExample();
    ReceptiveField field = layer.sees(ReceptiveField.ONE, in);
    int width = in.rank() == 3 ? in.get(1) : 1;
    int channels = in.rank() == 1 ? 1 : in.last();
    for (int output = 0; output < layer.outputShape(in).size(); output++) {
      Probe probe = new Probe(layer, in, 1, 1, layerCase.ids(), new Rng(2));
      List<Scalar[]> points = scalars(probe.points());
      oracleOutput(points, 1)[0][output].differentiate();
      int[] extent = {Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1};
      for (int i = 0; i < in.size(); i++) {
        if (points.get(0)[i].gradient() != 0) {
          int line = i / channels / width;
          int column = i / channels % width;
          extent[0] = Math.min(extent[0], line);
          extent[1] = Math.max(extent[1], line);
          extent[2] = Math.min(extent[2], column);
          extent[3] = Math.max(extent[3], column);
        }
      }
      assertTrue("lines " + extent[0] + " to " + extent[1], extent[1] - extent[0] < field.height());
      assertTrue("columns " + extent[2] + " to " + extent[3], extent[3] - extent[2] < field.width());
    }
  }

  @Test
  public void hasAsManyConnectionsAsMultiplyAddsInItsProducts() {
    CountingKernels kernels = new CountingKernels();
    Probe probe = new Probe(layer, layerCase.perExample(), EXAMPLES, 1, layerCase.ids(), rng, kernels);
    long forward = kernels.count();
    probe.graph.forward();
    assertEquals(forward, kernels.count() - forward);
    // Attention multiplies what a mask then hides, and adds scores up without a product.
    if (forward > 0 && !layerCase.name().contains("Attention")) {
      assertEquals(forward, EXAMPLES * layer.connections(layerCase.perExample()));
    }
  }

  @Test
  public void repeatsItselfToTheBit() {
    Probe probe = new Probe(layer, layerCase.perExample(), EXAMPLES, 2, layerCase.ids(), rng);
    List<float[]> once = probe.gradients();
    probe.spoil();
    List<float[]> again = probe.gradients();
    for (int i = 0; i < once.size(); i++) {
      assertArrayEquals(once.get(i), again.get(i), 0);
    }
  }

  @Test
  public void refusesAnEmptyBatchAsEveryoneDoes() {
    String message = assertThrows(ShapeException.class,
        () -> new Probe(layer, layerCase.perExample(), 0, 1, layerCase.ids(), rng)).getMessage();
    assertTrue(message, message.contains("is the batch or the image empty?"));
  }

  @Test
  public void refusesAMisfitAndSaysWhoWantedWhatAndWhatToDo() {
    assumeTrue("takes any shape", layerCase.misfit() != null);
    ShapeException promised = assertThrows(ShapeException.class, () -> layer.outputShape(layerCase.misfit()));
    requireHelpful(promised.getMessage());
    ShapeException applied = assertThrows(ShapeException.class,
        () -> new Probe(layer, layerCase.misfit(), EXAMPLES, 1, layerCase.ids(), rng));
    requireHelpful(applied.getMessage());
  }

  private void requireHelpful(String message) {
    assertTrue(message, message.contains(layerCase.who()));
    assertTrue(message, message.contains("wants"));
    assertTrue(message, message.contains("got") || message.contains("input has"));
    assertTrue(message, message.contains("; "));
  }

  @Test
  public void isTheSameAfterItsDescriptionAndItsWeightsWereSavedAndRead() throws IOException {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter : layer.parameters()) {
      weights.put(parameter.name(), parameter.value());
    }
    Checkpoint saved = new Checkpoint().with(Checkpoint.ARCHITECTURE, Section.text(layer.describe()))
        .with(Checkpoint.WEIGHTS, Section.tensors(weights));
    Checkpoint read = Checkpoint.fromBytes("memory", saved.toBytes());

    Layer copy = Layers.parse(Section.text(read, Checkpoint.ARCHITECTURE));
    assertEquals(layer.getClass(), copy.getClass());
    assertEquals(layer.describe(), copy.describe());
    assertEquals(layer.parameters().toString(), copy.parameters().toString());
    for (Parameter parameter : copy.parameters()) {
      parameter.value().copyFrom(Section.tensors(read, Checkpoint.WEIGHTS).get(parameter.name()));
    }
    Probe original = new Probe(layer, layerCase.perExample(), EXAMPLES, 1, layerCase.ids(), new Rng(3));
    Probe restored = new Probe(copy, layerCase.perExample(), EXAMPLES, 1, layerCase.ids(), new Rng(3));
    assertArrayEquals(original.output.value().toArray(), restored.output.value().toArray(), 0);
  }

  @Test
  public void trainsToTheSameBytesFromTheSameSeedOnOneTwoAndFourThreads() {
    float[] once = trainedBytes(1);
    assertArrayEquals(once, trainedBytes(1), 0);
    assertArrayEquals(once, trainedBytes(2), 0);
    assertArrayEquals(once, trainedBytes(4), 0);
  }

  private float[] trainedBytes(int threads) {
    Rng weights = new Rng(4);
    Layer fresh = layerCase.make().apply(weights);
    Shape perExample = layerCase.perExample();
    Dense first = new Dense("first", 3, perExample.size(), Initializer.he(weights));
    Dense last = new Dense("last", fresh.outputShape(perExample).size(), 2, Initializer.xavier(weights));
    List<Parameter> parameters = new ArrayList<>();
    if (layerCase.ids() == 0) {
      parameters.addAll(first.parameters());
    }
    parameters.addAll(fresh.parameters());
    parameters.addAll(last.parameters());
    boolean ids = layerCase.ids() > 0;
    Shape each = ids ? perExample : Shape.of(3);
    Objective objective = (graph, examples) -> record(graph, examples, each, layerCase.ids(),
        x -> last.apply(Probe.rows(ids ? x : first.apply(x), fresh, perExample)));
    TrainerOptions options = TrainerOptions.DEFAULTS.withBatch(12, 3).withThreads(threads);
    try (Trainer trainer = new Trainer(parameters, objective, new Adam(), Schedule.constant(0.01f),
        options)) {
      trainer.train(new Batches(30, 12, 1), Budget.ofSteps(3), TrainingListener.NONE);
    }
    List<Float> values = new ArrayList<>();
    for (Parameter parameter : parameters) {
      for (float value : parameter.value().toArray()) {
        values.add(value);
      }
    }
    float[] flat = new float[values.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = values.get(i);
    }
    return flat;
  }

  private interface Network {
    Var apply(Var x);
  }

  /** Examples of random numbers; the class says whether the sum of the first three is high. */
  private static Objective.Shard record(Graph graph, int examples, Shape each, int ids, Network network) {
    Tensor input = Tensor.zeros(Shape.of(examples, each.size()));
    Labels labels = new Labels(examples);
    Var loss = new SoftmaxCrossEntropy().apply(network.apply(graph.input(input)), labels);
    return new Objective.Shard() {
      @Override
      public Var loss() {
        return loss;
      }

      @Override
      public void load(int[] batch, int from, Rng rng) {
        for (int n = 0; n < examples; n++) {
          Rng numbers = new Rng(batch[from + n]);
          float[] row = input.rows()[n];
          for (int j = 0; j < row.length; j++) {
            row[j] = ids > 0 ? numbers.nextInt(ids) : (float) numbers.nextGaussian();
          }
          labels.set(n, row[0] + row[1] + row[2] > ids ? 1 : 0, 1);
        }
      }
    };
  }

  private Scalar[][] oracleOutput(List<Scalar[]> points, int examples) {
    int features = layerCase.perExample().size();
    Scalar[][] outputs = new Scalar[examples][];
    for (int n = 0; n < examples; n++) {
      Scalar[] example = new Scalar[features];
      System.arraycopy(points.get(0), n * features, example, 0, features);
      outputs[n] = layerCase.oracle().apply(example, parameters(points)).clone();
    }
    return outputs;
  }

  /** All parameters as the oracle wants them: where they are learned, at the given points. */
  private List<Scalar[]> parameters(List<Scalar[]> points) {
    List<Scalar[]> all = new ArrayList<>();
    int next = 1;
    for (Parameter parameter : layer.parameters()) {
      all.add(parameter.learned() ? points.get(next++) : scalars(List.of(parameter.value().toArray())).get(0));
    }
    return all;
  }

  private static List<Scalar[]> scalars(List<float[]> points) {
    List<Scalar[]> scalars = new ArrayList<>();
    for (float[] point : points) {
      Scalar[] part = new Scalar[point.length];
      for (int j = 0; j < part.length; j++) {
        part[j] = Scalar.of(point[j]);
      }
      scalars.add(part);
    }
    return scalars;
  }
}
