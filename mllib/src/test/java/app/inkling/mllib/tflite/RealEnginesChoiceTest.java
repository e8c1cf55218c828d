package app.inkling.mllib.tflite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineChoice;
import app.inkling.mllib.inference.EngineChooser;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.EngineReport.Outcome;
import app.inkling.mllib.inference.ExportedNetwork;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.JavaEngine;
import app.inkling.mllib.inference.SequenceCanaries;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** The chooser between our own forward pass and TensorFlow Lite itself. */
public class RealEnginesChoiceTest {
  private static final Signature SIGNATURE = new Signature(
      List.of(new TensorSpec("in", TensorSpec.Type.FLOAT32, 1, 8)),
      List.of(new TensorSpec("out", TensorSpec.Type.FLOAT32, 1, 3)));

  private final Sequential network = network(1);
  private final JavaEngine java = new JavaEngine(network, SIGNATURE);

  @Test
  public void takesTensorFlowLiteWhenItIsWishedForAndRunsTheSameModel() throws Exception {
    EngineChoice choice = choose("tflite-cpu", new Desktop(TfliteExporter.export(network, "in", "out")));
    try (InferenceEngine chosen = choice.engine()) {
      assertEquals("tflite-cpu", chosen.name());
      assertTrue(choice.reports().get(0).reason(), choice.reports().get(0).largestDifference() <= 1e-5f);
      assertTrue(choice.reports().get(0).medianNanos() > 0);
    }
  }

  @Test
  public void noticesModelWithOtherWeightsOrOtherNames() throws Exception {
    EngineChoice choice = choose(null, new Desktop(TfliteExporter.export(network(2), "in", "out")),
        new Desktop(TfliteExporter.export(network, "image", "out")), new Desktop(new byte[100]));
    assertSame(java, choice.engine());
    assertEquals(Outcome.WRONG_NUMBERS, choice.reports().get(0).outcome());
    assertEquals(Outcome.WRONG_SIGNATURE, choice.reports().get(1).outcome());
    assertEquals(Outcome.CREATE_FAILED, choice.reports().get(2).outcome());
  }

  @Test
  public void provesEnginesOnAModelWithStateAlongASequence() throws Exception {
    assumeTrue("needs TensorFlow Lite for Linux on x86_64", Tflite26Engine.available());
    Initializer weights = Initializer.xavier(new Rng(4));
    Layer words = new Sequential("words", new Embedding("e", 30, 6, weights),
        new CifgLstm("l", 6, 8, weights), new EachStep(new Dense("out", 8, 30, weights)),
        new EachStep(new Softmax()));
    ExportedNetwork step = ExportedNetwork.step(words, ExportOptions.DEFAULTS.withInput("word"));
    JavaEngine judge = step.javaEngine();
    Map<String, String> state = step.signature().state();
    EngineChoice choice = new EngineChooser(1e-4f, Duration.ofMinutes(1)).choose(judge,
        List.of(new Desktop(step.file(), state), new Desktop(step.file(), Map.of())),
        SequenceCanaries.along(judge, "word", 3, 17, 29, 0, 3, 3), "tflite-cpu", EngineChooser.Watcher.NONE);
    try (InferenceEngine chosen = choice.engine()) {
      assertEquals("tflite-cpu", chosen.name());
      EngineReport right = choice.reports().get(0);
      assertEquals(Outcome.CHOSEN, right.outcome());
      assertTrue(right.toString(), right.largestDifference() <= 1e-5f);
      assertEquals("without its state it is another model", Outcome.WRONG_SIGNATURE,
          choice.reports().get(1).outcome());
    }
  }

  private EngineChoice choose(String wished, EngineFactory... candidates) throws Exception {
    assumeTrue("needs TensorFlow Lite for Linux on x86_64", Tflite26Engine.available());
    List<Bindings> canaries = new ArrayList<>();
    Rng random = new Rng(3);
    for (int canary = 0; canary < 8; canary++) {
      Bindings bindings = new Bindings(SIGNATURE);
      float[] in = bindings.floatInput("in");
      for (int i = 0; i < in.length; i++) {
        in[i] = (float) random.nextGaussian();
      }
      canaries.add(bindings);
    }
    return new EngineChooser(1e-4f, Duration.ofMinutes(1)).choose(java, List.of(candidates), canaries, wished,
        EngineChooser.Watcher.NONE);
  }

  private static Sequential network(long seed) {
    Initializer weights = Initializer.he(new Rng(seed));
    return new Sequential("n", new Dense("a", 8, 12, weights), new Relu(), new Dense("b", 12, 3, weights),
        new Softmax());
  }

  private record Desktop(byte[] model, Map<String, String> state) implements EngineFactory {
    Desktop(byte[] model) {
      this(model, Map.of());
    }

    @Override
    public String name() {
      return "tflite-cpu";
    }

    @Override
    public InferenceEngine create() throws EngineException {
      return new DesktopTfliteEngine(model, true, state);
    }
  }
}
