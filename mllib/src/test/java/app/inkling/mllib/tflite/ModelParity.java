package app.inkling.mllib.tflite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.ExportedNetwork;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.tensor.Rng;
import java.util.Arrays;
import java.util.List;

/** Holds exported networks of any signature to our own forward pass, in every desktop runtime. */
final class ModelParity {
  private ModelParity() { }

  /**
   * Runs a model on random inputs, carrying its state over, in the Java engine and in every desktop runtime,
   * and asserts that they agree at every run.
   *
   * @param words how many words there are, for inputs of whole numbers
   * @return the largest difference seen
   */
  static float assertAgrees(String what, ExportedNetwork network, int runs, int words, float tolerance)
      throws Exception {
    Rng random = new Rng(11);
    Bindings expected = new Bindings(network.signature());
    List<InferenceEngine> engines = DesktopRuntimes.open(network.file(), network.signature().state());
    Bindings[] got = new Bindings[engines.size()];
    float largest = 0;
    try (InferenceEngine java = network.javaEngine()) {
      for (int run = 0; run < runs; run++) {
        fill(expected, random, words);
        java.run(expected);
        for (int e = 0; e < got.length; e++) {
          InferenceEngine engine = engines.get(e);
          if (run == 0) {
            assertEquals(what + " in " + engine.name(), network.signature(), engine.signature());
            got[e] = new Bindings(network.signature());
          }
          String where = what + " in " + engine.name() + ", run " + run;
          copyAllButState(expected, got[e]);
          engine.run(got[e]);
          float difference = got[e].largestOutputDifference(expected);
          assertTrue(where + ": " + difference, difference <= tolerance);
          largest = Math.max(largest, difference);
          got[e].carryState();
        }
        expected.carryState();
      }
    } finally {
      engines.forEach(InferenceEngine::close);
    }
    return largest;
  }

  /** Gives biases, gains and statistics numbers of their own: one that is lost or misplaced must show. */
  static Layer shaken(Layer network) {
    Rng random = new Rng(5);
    for (Parameter parameter : network.parameters()) {
      if (parameter.value().shape().rank() == 1) {
        float[] row = parameter.value().rows()[0];
        for (int j = 0; j < row.length; j++) {
          row[j] = Math.abs(row[j]) + (float) (0.3 * random.nextGaussian());
          row[j] = parameter.name().endsWith("variance") ? Math.abs(row[j]) : row[j];
        }
      }
    }
    return network;
  }

  /** The state is the engine's own, so that errors that grow from step to step show. */
  private static void copyAllButState(Bindings from, Bindings to) {
    for (TensorSpec spec : from.signature().inputs()) {
      if (!from.signature().state().containsKey(spec.name())) {
        if (spec.type() == TensorSpec.Type.INT32) {
          System.arraycopy(from.intInput(spec.name()), 0, to.intInput(spec.name()), 0, spec.size());
        } else {
          System.arraycopy(from.floatInput(spec.name()), 0, to.floatInput(spec.name()), 0, spec.size());
        }
      }
    }
    for (TensorSpec spec : to.signature().outputs()) {
      Arrays.fill(to.floatOutput(spec.name()), Float.NaN);
    }
  }

  private static void fill(Bindings bindings, Rng random, int words) {
    for (TensorSpec spec : bindings.signature().inputs()) {
      if (bindings.signature().state().containsKey(spec.name())) {
        continue;
      }
      for (int i = 0; i < spec.size(); i++) {
        if (spec.type() == TensorSpec.Type.INT32) {
          bindings.intInput(spec.name())[i] = random.nextInt(words);
        } else {
          bindings.floatInput(spec.name())[i] = (float) random.nextGaussian();
        }
      }
    }
  }
}
