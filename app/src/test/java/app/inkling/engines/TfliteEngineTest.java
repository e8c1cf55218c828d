package app.inkling.engines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.testing.DesktopTensorFlowLite;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.BeforeClass;
import org.junit.Test;

/** TensorFlow Lite's real native code behind the engine, against mllib's Java. */
public final class TfliteEngineTest {
  private final MadeModel made = new MadeModel(3);

  @BeforeClass
  public static void load() {
    DesktopTensorFlowLite.load();
  }

  @Test
  public void givesTheNumbersOfTheJavaEngineRunAfterRun() throws Exception {
    InferenceEngine java = made.model().javaEngine();
    Random random = new Random(4);
    try (TfliteEngine tflite = engine(java.signature())) {
      Bindings ours = new Bindings(java.signature());
      Bindings theirs = new Bindings(java.signature());
      for (int run = 0; run < 50; run++) {
        for (int pixel = 0; pixel < 784; pixel++) {
          float ink = Math.max(0, random.nextFloat() * 2 - 1);
          ours.floatInput("image")[pixel] = ink;
          theirs.floatInput("image")[pixel] = ink;
        }
        java.run(ours);
        tflite.run(theirs);
        for (int i = 0; i < 11; i++) {
          assertEquals(ours.floatOutput("probabilities")[i], theirs.floatOutput("probabilities")[i], 1e-5);
        }
      }
    }
  }

  @Test
  public void refusesWhatIsNoModel() {
    ByteBuffer rubbish = ByteBuffer.allocateDirect(64);
    EngineException refusal =
        assertThrows(EngineException.class, () -> new TfliteEngine(
            TfliteFactory.CPU, rubbish, made.model().signature(), null));
    assertEquals(EngineException.Phase.CREATE, refusal.phase());
    assertThat(refusal.getMessage(), containsString("refuses the model"));
  }

  @Test
  public void refusesAModelWithOtherInputsThanItsSignature() {
    TensorSpec image = made.model().signature().inputs().get(0);
    Signature two = new Signature(List.of(image, new TensorSpec("more", TensorSpec.Type.FLOAT32, 1)),
        made.model().signature().outputs());
    EngineException refusal = assertThrows(EngineException.class, () -> engine(two));
    assertThat(refusal.getMessage(), containsString("has 1 inputs, its signature wants 2"));
  }

  @Test
  public void refusesToRunOnceClosed() throws Exception {
    TfliteEngine engine = engine(made.model().signature());
    engine.close();
    engine.close();
    EngineException refusal =
        assertThrows(EngineException.class, () -> engine.run(new Bindings(engine.signature())));
    assertEquals(EngineException.Phase.RUN, refusal.phase());
  }

  @Test
  public void namesARunThatFails() throws Exception {
    Signature wrong = new Signature(List.of(new TensorSpec("image", TensorSpec.Type.FLOAT32, 1, 14, 14, 1)),
        made.model().signature().outputs());
    try (TfliteEngine engine = engine(wrong)) {
      EngineException failure = assertThrows(EngineException.class, () -> engine.run(new Bindings(wrong)));
      assertEquals(EngineException.Phase.RUN, failure.phase());
      assertThat(failure.getMessage(), containsString("TensorFlow Lite failed"));
    }
  }

  private TfliteEngine engine(Signature signature) throws IOException, EngineException {
    return new TfliteEngine(TfliteFactory.CPU, made.files().map(ShippedDigits.TFLITE), signature, null);
  }
}
