package app.inkling.mllib.tflite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineException.Phase;
import java.util.Arrays;
import org.junit.Before;
import org.junit.Test;

/** The tool's engine keeps the contract of engines also when it is handed rubbish. */
public class DesktopTfliteEngineTest {
  @Before
  public void needsItsPlatform() {
    assumeTrue("needs TensorFlow Lite for Linux on x86_64", Tflite26Engine.available());
  }

  @Test
  public void namesItselfByItsKernels() throws EngineException {
    try (DesktopTfliteEngine xnnpack = new DesktopTfliteEngine(TfliteWriterTest.file(TfliteWriterTest.dense()));
        DesktopTfliteEngine builtin = new DesktopTfliteEngine(TfliteWriterTest.file(TfliteWriterTest.dense()),
            false)) {
      assertEquals("tflite-cpu", xnnpack.name());
      assertEquals("tflite-builtin", builtin.name());
    }
  }

  @Test
  public void refusesWhatIsNoModel() {
    byte[] model = TfliteWriterTest.file(TfliteWriterTest.dense());
    byte[] otherFormat = model.clone();
    otherFormat[4] = 'X';
    for (byte[] bytes : new byte[][] {{}, new byte[3], new byte[1000], otherFormat,
        Arrays.copyOf(model, model.length / 2), Arrays.copyOf(model, 40)}) {
      EngineException e = assertThrows(EngineException.class, () -> new DesktopTfliteEngine(bytes));
      assertEquals(Phase.CREATE, e.phase());
      assertEquals("tflite-cpu (create): these " + bytes.length + " bytes are no TensorFlow Lite model",
          e.getMessage());
    }
  }

  @Test
  public void refusesModelWhoseOperatorsDoNotFitTogether() {
    TfliteModel model = new TfliteModel("broken");
    int in = model.input("in", TfliteModel.Type.FLOAT32, 1, 2);
    int weights = model.constant("weights", new float[9], 3, 3); // wants 3 inputs, gets 2
    int out = model.activation("out", 1, 3);
    model.operator(TfliteOperator.FULLY_CONNECTED, OperatorOptions.fullyConnected(0), out, in, weights);
    model.output("out", out);
    EngineException e = assertThrows(EngineException.class, () ->
        new DesktopTfliteEngine(TfliteWriterTest.file(model)));
    assertTrue(e.getMessage(), e.getMessage().contains("the model was refused"));
  }

  @Test
  public void doesNotRunAfterClose() throws EngineException {
    DesktopTfliteEngine engine = new DesktopTfliteEngine(TfliteWriterTest.file(TfliteWriterTest.dense()));
    Bindings bindings = new Bindings(engine.signature());
    engine.run(bindings);
    engine.close();
    engine.close();
    EngineException e = assertThrows(EngineException.class, () -> engine.run(bindings));
    assertEquals(Phase.RUN, e.phase());
  }
}
