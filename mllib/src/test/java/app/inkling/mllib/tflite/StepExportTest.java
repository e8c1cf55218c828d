package app.inkling.mllib.tflite;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.ExportedNetwork;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.DotAttention;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Gru;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.Recurrent;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.SimpleRnn;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.nn.TiedEmbedding;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardStep;
import app.inkling.mllib.suggest.SmallKeyboard;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Single steps of language models, a word and a state in, probabilities and a state out. */
public class StepExportTest {
  private static final int WORDS = 23;
  private static final int FEATURES = 6;
  private static final int STEPS = 25;
  private static final ExportOptions NAMES =
      ExportOptions.DEFAULTS.withInput("word").withOutput("probabilities");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Initializer weights = Initializer.xavier(new Rng(8));

  @Test
  public void everyKindOfRecurrentLayerAgreesOverManySteps() throws Exception {
    Recurrent[] kinds = {new SimpleRnn("r", FEATURES, 5, weights), new Lstm("r", FEATURES, 5, weights),
        new CifgLstm("r", FEATURES, 5, weights), new Gru("r", FEATURES, 5, weights)};
    for (Recurrent kind : kinds) {
      agrees(probabilities(new TiedEmbedding("lm", words(), projected(kind))));
      agrees(probabilities(new Sequential("lm", words(), kind, new EachStep(new Dense("out", 5, WORDS,
          weights)))));
    }
  }

  @Test
  public void severalLayersKeepTheirStatesApart() throws Exception {
    Layer inner = new Sequential("inner", new CifgLstm("one", FEATURES, 4, weights),
        new EachStep(new Dense("up", 4, FEATURES, weights)), new Residual(new Gru("two", FEATURES, FEATURES,
            weights)));
    ExportedNetwork step = agrees(probabilities(new TiedEmbedding("lm", words(), inner)));
    assertEquals(new Signature(
        List.of(new TensorSpec("word", TensorSpec.Type.INT32, 1, 1),
            new TensorSpec("state_1", TensorSpec.Type.FLOAT32, 1, 8),
            new TensorSpec("state_2", TensorSpec.Type.FLOAT32, 1, 6)),
        List.of(new TensorSpec("probabilities", TensorSpec.Type.FLOAT32, 1, WORDS),
            new TensorSpec("next_state_1", TensorSpec.Type.FLOAT32, 1, 8),
            new TensorSpec("next_state_2", TensorSpec.Type.FLOAT32, 1, 6)),
        Map.of("state_1", "next_state_1", "state_2", "next_state_2")), step.signature());
  }

  @Test
  public void hiddenStateCanBeTheOutput() throws Exception {
    agrees(new Sequential("n", words(), new Gru("r", FEATURES, 5, weights)));
    agrees(new Lstm("r", FEATURES, 5, weights));
  }

  /** The keyboard's shape, small: tied table, CIFG, projection; probabilities after 25 words. */
  @Test
  public void weightsOf16And8BitsStayNearOverManySteps() throws Exception {
    Layer network = probabilities(new TiedEmbedding("lm", new Embedding("words", 400, 48, weights),
        new Sequential("inner", new CifgLstm("r", 48, 64, weights),
            new EachStep(new Dense("projection", 64, 48, weights)))));
    int full = ExportedNetwork.step(network, NAMES).file().length;
    ExportedNetwork half = ExportedNetwork.step(network, NAMES.withPrecision(Precision.FLOAT16));
    ModelParity.assertAgrees("float16", half, STEPS, 400, 2e-3f);
    assertTrue(half.file().length + " bytes of " + full, half.file().length < 0.55 * full);
    ExportedNetwork bytes = ExportedNetwork.step(network, NAMES.withPrecision(Precision.DYNAMIC_INT8));
    ModelParity.assertAgrees("dynamic-int8", bytes, STEPS, 400, 5e-3f);
    assertTrue(bytes.file().length + " bytes of " + full, bytes.file().length < 0.3 * full);
  }

  @Test
  public void aFileMadeOutsideTheHeapIsTheSame() throws Exception {
    KeyboardStep step = new KeyboardStep(SmallKeyboard.model(true).network());
    Path file = folder.getRoot().toPath().resolve("step.tflite");
    step.export(file);
    assertArrayEquals(step.export(Precision.FLOAT32).file(), TfliteFile.read(file));
  }

  /** What engines are judged by is what the keyboard would compute itself, to the bit. */
  @Test
  public void keyboardsStepIsItsNetworksOwn() throws Exception {
    KeyboardModel keyboard = SmallKeyboard.model(true);
    KeyboardStep step = new KeyboardStep(keyboard.network());
    ModelParity.assertAgrees("keyboard", step.export(Precision.FLOAT32), STEPS, keyboard.network().words(), 1e-5f);
    WordNet.Stepper stepper = keyboard.network().stepper();
    float[] state = new float[keyboard.network().stateSize()];
    Bindings bindings = new Bindings(step.signature());
    InferenceEngine java = step.javaEngine();
    for (int word = 0; word < STEPS; word++) {
      bindings.intInput("word")[0] = word;
      java.run(bindings);
      assertArrayEquals(stepper.step(word, state, state), bindings.floatOutput("probabilities"), 0);
      assertArrayEquals(state, bindings.floatOutput("next_state"), 0);
      bindings.carryState();
    }
  }

  @Test
  public void refusesStepsThroughLayersThatLookAtWholeSequences() {
    Layer network = new Sequential("looking", words(), new DotAttention("look", FEATURES, FEATURES, true,
        weights));
    ExportException e = assertThrows(ExportException.class, () -> TfliteExporter.exportStep(network, NAMES));
    assertTrue(e.getMessage(), e.getMessage().startsWith("Export of \"looking\": Stateful: dotAttention("));
  }

  private ExportedNetwork agrees(Layer network) throws Exception {
    ExportedNetwork step = ExportedNetwork.step(ModelParity.shaken(network), NAMES);
    ModelParity.assertAgrees(network.describe(), step, STEPS, WORDS, 1e-5f);
    return step;
  }

  private Embedding words() {
    return new Embedding("words", WORDS, FEATURES, weights);
  }

  private Layer projected(Recurrent layer) {
    return new Sequential("inner", layer, new EachStep(new Dense("projection", 5, FEATURES, weights)));
  }

  private static Layer probabilities(Layer logits) {
    return new Sequential("lm", logits, new EachStep(new Softmax()));
  }
}
