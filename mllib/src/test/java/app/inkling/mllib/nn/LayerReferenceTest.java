package app.inkling.mllib.nn;

import static org.junit.Assert.assertArrayEquals;

import app.inkling.mllib.autodiff.AttentionOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Updates;
import app.inkling.mllib.loss.SquaredError;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

/** Our layers against PyTorch's; {@code reference/layers.py} made the numbers. */
public class LayerReferenceTest {
  private static final int STEPS = 4;
  private static final int EXAMPLES = 2;
  private static final int INPUTS = 3;
  private static final int UNITS = 5;
  private static final float TOLERANCE = 5e-6f;

  private final Map<String, float[]> reference = new HashMap<>();
  private Graph graph = new Graph();

  @Before
  public void readReference() throws IOException {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        getClass().getResourceAsStream("/reference/layers.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        if (!words[0].equals("#")) {
          float[] numbers = new float[words.length - 1];
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.parseFloat(words[i + 1]);
          }
          reference.put(words[0], numbers);
        }
      }
    }
  }

  @Test
  public void simpleNetworkAgreesWithPyTorch() {
    requireRecurrent("simple", new SimpleRnn("r", INPUTS, UNITS, Initializer.zero()));
  }

  @Test
  public void lstmHasPyTorchsOrderOfGates() {
    requireRecurrent("lstm", new Lstm("r", INPUTS, UNITS, Initializer.zero()));
  }

  @Test
  public void gruHasPyTorchsOrderOfGatesAndItsReset() {
    Gru gru = new Gru("r", INPUTS, UNITS, Initializer.zero());
    gru.recurrentBias().value().copyFrom(reference.get("gru.recurrentBias"));
    requireRecurrent("gru", gru);
  }

  private void requireRecurrent(String name, Recurrent layer) {
    fill(layer.weight(), name + ".weight");
    fill(layer.recurrentWeight(), name + ".recurrent");
    fill(layer.bias(), name + ".bias");
    Var x = variable(name + ".x", STEPS, EXAMPLES, INPUTS);
    Var state = variable(name + ".state", EXAMPLES, layer.stateSize());
    Var states = layer.states(x, state);
    Var hidden = layer.hidden(states);
    requireAgrees(name + ".y", hidden.value());
    requireAgrees(name + ".last", SequenceOps.step(states, -1).value());
    backward(hidden, name + ".outputGradient");
    requireAgrees(name + ".xGradient", graph.gradient(x));
    requireAgrees(name + ".stateGradient", graph.gradient(state));
    requireAgrees(name + ".weightGradient", graph.gradient(layer.weight()));
    requireAgrees(name + ".recurrentGradient", graph.gradient(layer.recurrentWeight()));
  }

  @Test
  public void attentionAgreesWithPyTorch() {
    requireAttention("attention", false);
    requireAttention("causal", true);
  }

  private void requireAttention(String name, boolean causal) {
    Var q = variable(name + ".q", STEPS, EXAMPLES, UNITS);
    Var k = variable(name + ".k", STEPS, EXAMPLES, UNITS);
    Var v = variable(name + ".v", STEPS, EXAMPLES, UNITS);
    Var y = AttentionOps.dotProduct(q, k, v, causal);
    requireAgrees(name + ".y", y.value());
    backward(y, name + ".outputGradient");
    requireAgrees(name + ".qGradient", graph.gradient(q));
    requireAgrees(name + ".kGradient", graph.gradient(k));
    requireAgrees(name + ".vGradient", graph.gradient(v));
  }

  @Test
  public void selfAttentionIsPyTorchsMultiheadAttentionOfOneHead() {
    DotAttention layer = new DotAttention("a", UNITS, UNITS, false, Initializer.zero());
    fill(layer.parameters().get(0), "selfAttention.query");
    fill(layer.parameters().get(1), "selfAttention.key");
    fill(layer.parameters().get(2), "selfAttention.value");
    requireAgrees("selfAttention.y",
        layer.apply(variable("selfAttention.x", STEPS, EXAMPLES, UNITS)).value());
  }

  @Test
  public void layerNormAgreesWithPyTorch() {
    LayerNorm layer = new LayerNorm("n", UNITS);
    fill(layer.gain(), "layerNorm.gain");
    fill(layer.bias(), "layerNorm.bias");
    Var x = variable("layerNorm.x", EXAMPLES, UNITS);
    Var y = layer.apply(x);
    requireAgrees("layerNorm.y", y.value());
    backward(y, "layerNorm.outputGradient");
    requireAgrees("layerNorm.xGradient", graph.gradient(x));
    requireAgrees("layerNorm.gainGradient", graph.gradient(layer.gain()));
    requireAgrees("layerNorm.biasGradient", graph.gradient(layer.bias()));
  }

  @Test
  public void convolutionPadsAsPyTorchDoes() {
    requireConvolution("convSameOdd", 3, Padding.SAME);
    requireConvolution("convSameEven", 4, Padding.SAME);
    requireConvolution("convValid", 3, Padding.VALID);
  }

  private void requireConvolution(String name, int size, Padding padding) {
    Conv2d conv = new Conv2d("c", 2, 3, size, padding, Initializer.zero());
    fill(conv.weight(), name + ".weight");
    Var x = variable(name + ".x", EXAMPLES, 5 * 6 * 2);
    requireAgrees(name + ".y", new Flatten().apply(conv.apply(new Image(5, 6, 2).apply(x))).value());
  }

  @Test
  public void filtersWithHolesAgreeWithPyTorch() {
    requireDilated("convDilatedSame", 1, Padding.SAME);
    requireDilated("convDilatedValid", 2, Padding.VALID);
  }

  private void requireDilated(String name, int stride, Padding padding) {
    Conv2d conv = new Conv2d("c", 2, 3, 3, 2, stride, 2, padding, false, Initializer.zero());
    fill(conv.weight(), name + ".weight");
    Var x = variable(name + ".x", EXAMPLES, 7 * 8 * 2);
    Var y = new Flatten().apply(conv.apply(new Image(7, 8, 2).apply(x)));
    requireAgrees(name + ".y", y.value());
    backward(y, name + ".outputGradient");
    requireAgrees(name + ".xGradient", graph.gradient(x));
    requireAgrees(name + ".weightGradient", graph.gradient(conv.weight()));
  }

  @Test
  public void batchNormAgreesWithPyTorchInTrainingAndInUse() {
    requireBatchNorm("batchNorm", new Identity(), 5, INPUTS);
    requireBatchNorm("batchNormImages", new Image(2, 3, INPUTS), EXAMPLES, 2 * 3 * INPUTS);
  }

  private void requireBatchNorm(String name, Layer door, int examples, int columns) {
    BatchNorm layer = new BatchNorm("n", INPUTS);
    fill(layer.gain(), name + ".gain");
    fill(layer.bias(), name + ".bias");
    for (String mode : new String[] {".train", ".eval"}) {
      graph = new Graph();
      graph.training(mode.equals(".train"));
      Var x = variable(name + mode + ".x", examples, columns);
      Var shaped = layer.apply(door.apply(x));
      Var y = shaped.shape().rank() == 2 ? shaped : new Flatten().apply(shaped);
      requireAgrees(name + mode + ".y", y.value());
      backward(y, name + mode + ".outputGradient");
      requireAgrees(name + mode + ".xGradient", graph.gradient(x));
      requireAgrees(name + mode + ".gainGradient", graph.gradient(layer.gain()));
      requireAgrees(name + mode + ".biasGradient", graph.gradient(layer.bias()));
      for (Parameter statistic : List.of(layer.mean(), layer.variance())) {
        Updates.descend(statistic.value().rows()[0], graph.gradient(statistic).rows()[0], 1, INPUTS);
      }
      requireAgrees(name + mode + ".mean", layer.mean().value());
      requireAgrees(name + mode + ".variance", layer.variance().value());
    }
  }

  @Test
  public void goesOnFromAStateAsIfTheSequenceWereWhole() {
    Lstm lstm = new Lstm("r", INPUTS, UNITS, Initializer.zero());
    fill(lstm.weight(), "lstm.weight");
    fill(lstm.recurrentWeight(), "lstm.recurrent");
    fill(lstm.bias(), "lstm.bias");
    Tensor state = Tensor.of(Shape.of(EXAMPLES, lstm.stateSize()), reference.get("lstm.state"));
    Tensor word = Tensor.zeros(Shape.of(1, EXAMPLES, INPUTS));
    Var last = SequenceOps.step(lstm.states(graph.input(word), graph.input(state)), -1);
    for (int t = 0; t < STEPS; t++) {
      for (int n = 0; n < EXAMPLES; n++) {
        System.arraycopy(reference.get("lstm.x"), (t * EXAMPLES + n) * INPUTS, word.rows()[n], 0, INPUTS);
      }
      graph.forward();
      state.copyFrom(last.value());
    }
    requireAgrees("lstm.last", state);
  }

  /** Makes {@code y}'s gradient the reference's: that of the mean of (y - (y - g * size / 2))^2. */
  private void backward(Var y, String gradient) {
    Tensor target = Tensor.zerosLike(y.value());
    float[] values = y.value().toArray();
    float[] slopes = reference.get(gradient);
    for (int i = 0; i < values.length; i++) {
      values[i] -= slopes[i] * values.length / 2;
    }
    target.copyFrom(values);
    graph.backward(new SquaredError().apply(y, graph.input(target)));
  }

  private Var variable(String name, int... shape) {
    return graph.variable(Tensor.of(Shape.of(shape), reference.get(name)));
  }

  private void fill(Parameter parameter, String name) {
    parameter.value().copyFrom(reference.get(name));
  }

  private void requireAgrees(String name, Tensor got) {
    assertArrayEquals(name, reference.get(name), got.toArray(), TOLERANCE);
  }
}
