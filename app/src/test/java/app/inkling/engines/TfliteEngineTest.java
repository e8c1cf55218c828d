package app.inkling.engines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import app.inkling.mllib.digits.DigitCanaries;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.testing.DesktopTensorFlowLite;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.tensorflow.lite.Delegate;
import org.tensorflow.lite.gpu.GpuDelegateFactory;

/** TensorFlow Lite's real native code behind the engine, against mllib's Java. */
public final class TfliteEngineTest {
  @Rule
  public final TemporaryFolder folder = new TemporaryFolder();

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

  /** On the JVM Android's API is not there: the delegate takes nothing of the model, and reports no error. */
  @Test
  public void namesAnAcceleratorThatSilentlyLeavesTheModelToTheCpu() throws Exception {
    Phone phone = new Phone(30, "test", 4096, folder.getRoot());
    EngineModel model = DigitVersion.of("made", "made", made.model(),
        TfliteSource.packed(made.files(), ShippedDigits.TFLITE)).engines();
    EngineFactory nnapi = TfliteFactory.all(model, phone).get(2);
    assertEquals(TfliteFactory.NNAPI, nnapi.name());
    Bindings ones = new Bindings(model.signature());
    Arrays.fill(ones.floatInput("image"), 1);
    try (InferenceEngine engine = nnapi.create()) {
      EngineException failure = assertThrows(EngineException.class, () -> engine.run(ones));
      assertEquals(EngineException.Phase.RUN, failure.phase());
      assertEquals(Refusal.CPU_INSTEAD, Refusal.of(failure.getMessage()));
    }
  }

  @Test
  public void usesAndroidsApiWhereItIsOfUse() throws Exception {
    EngineModel model = DigitVersion.of("made", "made", made.model(),
        TfliteSource.packed(made.files(), ShippedDigits.TFLITE)).engines();
    for (int sdk = 26; sdk <= 36; sdk++) {
      EngineFactory nnapi =
          TfliteFactory.all(model, new Phone(sdk, "test", 4096, folder.getRoot())).get(2);
      if (sdk >= 28 && sdk <= 34) {
        nnapi.create().close();
      } else {
        EngineException refused = assertThrows("API level " + sdk, EngineException.class, nnapi::create);
        assertEquals(Refusal.OTHER_ANDROID, Refusal.of(refused.getMessage()));
      }
    }
  }

  @Test
  public void closesItsAcceleratorOnce() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    NnapiAccelerator nnapi =
        new NnapiAccelerator(new Phone(30, "test", 4096, folder.getRoot()), "ab12");
    Accelerator counting = new Accelerator() {
      @Override
      public Delegate delegate() {
        return nnapi.delegate();
      }

      @Override
      public void requireNoError() throws EngineException {
        nnapi.requireNoError();
      }

      @Override
      public void close() {
        closed.incrementAndGet();
        nnapi.close();
      }
    };
    TfliteEngine engine = new TfliteEngine(TfliteFactory.NNAPI, made.files().map(ShippedDigits.TFLITE),
        made.model().signature(), counting);
    assertEquals(0, closed.get());
    engine.close();
    engine.close();
    assertEquals(1, closed.get());
  }

  /** With halves networks give wrong numbers; compiled programs hold weights, and are another model's. */
  @Test
  public void wantsWholeFloatsOfTheGpuAndKeepsItsProgramsUnderTheModelsChecksum() {
    GpuDelegateFactory.Options options = GpuAccelerator.options(folder.getRoot(), "ab12");
    assertFalse(options.isPrecisionLossAllowed());
    assertFalse(options.areQuantizedModelsAllowed());
    assertEquals(GpuDelegateFactory.Options.INFERENCE_PREFERENCE_SUSTAINED_SPEED,
        options.getInferencePreference());
    assertEquals("ab12", options.getModelToken());
    assertEquals(folder.getRoot().getPath(), options.getSerializationDir());
  }

  /** XNNPACK adds in another order than the plain CPU, as another processor does. */
  @Test
  public void tellsWhetherAnotherWayOfAddingWasAtWork() throws Exception {
    try (TfliteEngine xnnpack = engine(made.model().signature())) {
      for (Bindings canary : DigitCanaries.of(xnnpack.signature())) {
        xnnpack.run(canary);
        assertFalse(xnnpack.gaveWhatTheCpuGives());
      }
    }
  }

  private TfliteEngine engine(Signature signature) throws IOException, EngineException {
    return new TfliteEngine(TfliteFactory.CPU, made.files().map(ShippedDigits.TFLITE), signature, null);
  }
}
