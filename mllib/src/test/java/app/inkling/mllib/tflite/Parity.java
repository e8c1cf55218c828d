package app.inkling.mllib.tflite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import java.util.Arrays;
import java.util.List;

/** Holds a model of one input and one output to our own forward pass, in every desktop runtime. */
final class Parity {
  private static final float TOLERANCE = 1e-5f;

  private Parity() { }

  /** Asserts outputs within 1e-5 and the same arg max for every input, and the same signature. */
  static void assertAgrees(String what, byte[] file, InferenceEngine java, List<float[]> inputs)
      throws EngineException {
    String in = java.signature().inputs().get(0).name();
    String out = java.signature().outputs().get(0).name();
    Bindings expected = new Bindings(java.signature());
    Bindings bindings = new Bindings(java.signature());
    List<InferenceEngine> engines = DesktopRuntimes.open(file);
    for (InferenceEngine engine : engines) {
      assertEquals(java.signature(), engine.signature());
    }
    for (int i = 0; i < inputs.size(); i++) {
      System.arraycopy(inputs.get(i), 0, expected.floatInput(in), 0, inputs.get(i).length);
      java.run(expected);
      bindings.copyInputs(expected);
      for (InferenceEngine engine : engines) {
        Arrays.fill(bindings.floatOutput(out), Float.NaN); // of the engine before
        engine.run(bindings);
        String where = what + " in " + engine.name() + ", input " + i;
        float difference = bindings.largestOutputDifference(expected);
        assertTrue(where + ": " + difference, difference <= TOLERANCE);
        assertEquals(where, argMax(expected.floatOutput(out)), argMax(bindings.floatOutput(out)));
      }
    }
    for (InferenceEngine engine : engines) {
      engine.close();
    }
  }

  private static int argMax(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
