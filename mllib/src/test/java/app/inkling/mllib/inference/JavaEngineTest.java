package app.inkling.mllib.inference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.inference.TensorSpec.Type;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class JavaEngineTest {
  private static final Signature STEP = new Signature(
      List.of(new TensorSpec("word", Type.INT32, 1, 1), new TensorSpec("state", Type.FLOAT32, 1, 10)),
      List.of(new TensorSpec("hidden", Type.FLOAT32, 1, 5),
          new TensorSpec("next_state", Type.FLOAT32, 1, 10)),
      Map.of("state", "next_state"));

  private final Rng random = new Rng(7);

  @Test
  public void runsHandWorkedDenseLayer() {
    Dense dense = new Dense("d", 2, 3, Initializer.zero());
    dense.weight().value().copyFrom(new float[] {1, -1, 4, 2, 0, -1});
    dense.bias().value().copyFrom(new float[] {0.5f, 0, -2});
    JavaEngine engine = new JavaEngine(new Sequential("n", dense, new Relu()),
        signature(new int[] {1, 2}, new int[] {1, 3}));
    Bindings bindings = new Bindings(engine.signature());
    bindings.floatInput("in")[0] = 2;
    bindings.floatInput("in")[1] = 3;
    engine.run(bindings);
    assertArrayEquals(new float[] {8.5f, 0, 3}, bindings.floatOutput("out"), 0);
    dense.bias().value().fill(-100); // weights are live
    engine.run(bindings);
    assertArrayEquals(new float[3], bindings.floatOutput("out"), 0);
  }

  @Test
  public void batchGivesToTheBitWhatItsExamplesGiveAlone() {
    Sequential network = convolutional();
    JavaEngine one = new JavaEngine(network, signature(new int[] {1, 12, 12, 1}, new int[] {1, 5}));
    JavaEngine four = new JavaEngine(network, signature(new int[] {4, 12, 12, 1}, new int[] {4, 5}));
    Bindings alone = new Bindings(one.signature());
    Bindings together = new Bindings(four.signature());
    fill(together.floatInput("in"));
    four.run(together);
    for (int n = 0; n < 4; n++) {
      System.arraycopy(together.floatInput("in"), n * 144, alone.floatInput("in"), 0, 144);
      one.run(alone);
      for (int i = 0; i < 5; i++) {
        assertEquals(together.floatOutput("out")[5 * n + i], alone.floatOutput("out")[i], 0);
      }
    }
  }

  @Test
  public void dropsNothingOut() {
    Sequential network = new Sequential("n", new Dense("d", 3, 2, Initializer.he(random)), new Dropout(0.9f),
        new Softmax());
    JavaEngine engine = new JavaEngine(network, signature(new int[] {1, 3}, new int[] {1, 2}));
    Bindings first = new Bindings(engine.signature());
    Bindings second = new Bindings(engine.signature());
    fill(first.floatInput("in"));
    second.copyInputs(first);
    engine.run(first);
    engine.run(second);
    assertEquals(0, first.largestOutputDifference(second), 0);
  }

  @Test
  public void allocatesNothingOnceItRuns() {
    JavaEngine engine = new JavaEngine(convolutional(),
        signature(new int[] {1, 12, 12, 1}, new int[] {1, 5}));
    Bindings bindings = new Bindings(engine.signature());
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 100; i++) {
      engine.run(bindings);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      engine.run(bindings);
    }
    long perRun = (threads.getCurrentThreadAllocatedBytes() - before) / 1000;
    assertTrue(perRun + " bytes a run", perRun < 64); // the counter itself costs a little
  }

  @Test
  public void refusesSignatureOfAnotherNetwork() {
    Sequential network = convolutional();
    ShapeException output = assertThrows(ShapeException.class,
        () -> new JavaEngine(network, signature(new int[] {1, 12, 12, 1}, new int[] {1, 10})));
    assertEquals("JavaEngine: network \"conv\" makes 5 numbers of in: FLOAT32[1, 12, 12, 1], the output is "
        + "out: FLOAT32[1, 10]; does the signature belong to this network?", output.getMessage());
    assertThrows(ShapeException.class, () -> new JavaEngine(network, signature(new int[] {1, 28, 28, 1},
        new int[] {1, 5})));
    assertThrows(ShapeException.class, () -> new JavaEngine(network, signature(new int[] {2, 12, 12, 1},
        new int[] {1, 10})));
  }

  @Test
  public void refusesIntegersStateAndSeveralInputs() {
    TensorSpec in = new TensorSpec("in", Type.FLOAT32, 1, 144);
    TensorSpec out = new TensorSpec("out", Type.FLOAT32, 1, 5);
    TensorSpec other = new TensorSpec("other", Type.FLOAT32, 1, 144);
    Sequential network = convolutional();
    for (Signature wrong : new Signature[] {new Signature(List.of(in, other), List.of(out)),
        new Signature(List.of(in), List.of(other), Map.of("in", "other")),
        new Signature(List.of(new TensorSpec("in", Type.INT32, 1, 144)), List.of(out))}) {
      assertThrows(IllegalArgumentException.class, () -> new JavaEngine(network, wrong));
    }
  }

  @Test
  public void stepsThroughAModelWithStateAsThroughItsSequence() throws EngineException {
    Embedding embedding = new Embedding("e", 9, 4, Initializer.xavier(random));
    Lstm lstm = new Lstm("l", 4, 5, Initializer.xavier(random));
    JavaEngine step = new JavaEngine(STEP, in -> {
      Var states = lstm.states(embedding.apply(in.get("word")), in.get("state"));
      return Map.of("hidden", lstm.hidden(states), "next_state", states);
    });
    int[] words = {3, 8, 0, 3};
    Graph graph = new Graph();
    Tensor sequence = Tensor.of(Shape.of(1, words.length), 3, 8, 0, 3);
    float[] wanted = lstm.apply(embedding.apply(graph.input(sequence))).value().toArray();
    Bindings bindings = new Bindings(STEP);
    for (int t = 0; t < words.length; t++) {
      bindings.intInput("word")[0] = words[t];
      step.run(bindings);
      bindings.carryState();
      assertArrayEquals("step " + t, Arrays.copyOfRange(wanted, 5 * t, 5 * t + 5),
          bindings.floatOutput("hidden"), 0);
    }
    List<Bindings> canaries = SequenceCanaries.along(step, "word", words);
    assertEquals(words.length, canaries.size());
    assertEquals(8, canaries.get(1).intInput("word")[0]);
    assertEquals("begins with no memory", 0, canaries.get(0).floatInput("state")[0], 0);
    assertArrayEquals("remembers the words before", Arrays.copyOfRange(wanted, 10, 15),
        Arrays.copyOf(canaries.get(3).floatInput("state"), 5), 0);
  }

  @Test
  public void refusesForwardPassThatGivesOtherOutputsThanTheSignature() {
    ShapeException missing = assertThrows(ShapeException.class,
        () -> new JavaEngine(STEP, in -> Map.of("hidden", in.get("state"))));
    assertTrue(missing.getMessage(), missing.getMessage().startsWith(
        "JavaEngine: wants the output hidden: FLOAT32[1, 5], the forward pass gives [1, 10]"));
    Signature integers = new Signature(STEP.inputs(), List.of(new TensorSpec("best", Type.INT32, 1, 1)));
    assertThrows(IllegalArgumentException.class, () -> new JavaEngine(integers, in -> Map.of("best",
        in.get("word"))));
  }

  private Sequential convolutional() {
    Initializer weights = Initializer.he(random);
    return new Sequential("conv", new Image(12, 12, 1), new Conv2d("c", 1, 4, 3, Padding.SAME, weights),
        new Relu(),
        new MaxPool2d(2), new Flatten(), new Dense("d", 144, 5, weights), new Softmax());
  }

  private void fill(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
  }

  private static Signature signature(int[] input, int[] output) {
    return new Signature(List.of(new TensorSpec("in", Type.FLOAT32, input)),
        List.of(new TensorSpec("out", Type.FLOAT32, output)));
  }
}
