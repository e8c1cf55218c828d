package app.inkling.mllib.tflite;

import static org.junit.Assert.assertTrue;

import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.ExportedNetwork;
import app.inkling.mllib.inference.InferenceEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

/**
 * The shipped digit model with smaller weights, on digits that it was not trained on: 16-bit floats keep each
 * probability to 2e-3, 8-bit integers keep the accuracy to 0.3 points, in every runtime.
 */
public class DigitPrecisionTest {
  private static final int CALIBRATION = 200;
  /** Images for the runtime that takes 24 ms for one in 8 bits. */
  private static final int FOR_2_6 = 25;
  private static final Precision[] EIGHT_BITS = {Precision.DYNAMIC_INT8, Precision.INT8};

  private DigitModel digits;

  @Before
  public void load() throws IOException {
    digits = DigitModel.load(Path.of("src/models/digits.inkling"));
  }

  @Test
  public void float16KeepsProbabilities() throws Exception {
    ExportedNetwork half = export(Precision.FLOAT16);
    List<InferenceEngine> engines = DesktopRuntimes.open(half.file());
    LabelledImages images = DigitImages.measuring();
    Bindings expected = new Bindings(half.signature());
    Bindings got = new Bindings(half.signature());
    InferenceEngine java = half.javaEngine();
    for (int i = 0; i < images.size(); i++) {
      images.copyImage(i, expected.floatInput(DigitModel.INPUT));
      got.copyInputs(expected);
      java.run(expected);
      for (InferenceEngine engine : engines) {
        engine.run(got);
        float difference = got.largestOutputDifference(expected);
        assertTrue(engine.name() + ", image " + i + ": " + difference, difference <= 2e-3f);
      }
    }
    engines.forEach(InferenceEngine::close);
  }

  @Test
  public void eightBitsKeepAccuracy() throws Exception {
    for (Precision precision : EIGHT_BITS) {
      keepsAccuracy(DigitImages.measuring(), precision, DesktopRuntimes.open(export(precision).file()));
    }
  }

  /** In the runtime that is quick enough. */
  @Test
  public void eightBitsKeepAccuracyOnFiveThousandDigits() throws Exception {
    LabelledImages images = DigitImages.labelledValidation();
    for (Precision precision : EIGHT_BITS) {
      keepsAccuracy(images, precision, List.of(new DesktopTfliteEngine(export(precision).file())));
    }
  }

  @Test
  public void smallerWeightsMakeSmallerFiles() throws Exception {
    int full = export(Precision.FLOAT32).file().length;
    assertTrue(export(Precision.FLOAT16).file().length < 0.54 * full);
    assertTrue(export(Precision.DYNAMIC_INT8).file().length < 0.3 * full);
    assertTrue(export(Precision.INT8).file().length < 0.3 * full);
  }

  private void keepsAccuracy(LabelledImages images, Precision precision, List<InferenceEngine> engines)
      throws Exception {
    InferenceEngine java = digits.javaEngine();
    for (InferenceEngine engine : engines) {
      LabelledImages some = engine instanceof Tflite26Engine ? images.range(0, FOR_2_6) : images;
      double before = accuracy(java, some);
      double after = accuracy(engine, some);
      assertTrue(precision + " in " + engine.name() + ": " + after + " of " + before, after >= before - 0.3);
      engine.close();
    }
  }

  private ExportedNetwork export(Precision precision) throws Exception {
    ExportOptions options = ExportOptions.DEFAULTS.withInput(DigitModel.INPUT).withOutput(DigitModel.OUTPUT);
    return ExportedNetwork.whole(digits.network(), precision == Precision.INT8
        ? options.withCalibration(DigitImages.rows(DigitImages.replay(), CALIBRATION))
        : options.withPrecision(precision));
  }

  /** In percent, "not a digit" being wrong. */
  private static double accuracy(InferenceEngine engine, LabelledImages images) throws EngineException {
    Bindings bindings = new Bindings(engine.signature());
    float[] probabilities = bindings.floatOutput(DigitModel.OUTPUT);
    int right = 0;
    for (int i = 0; i < images.size(); i++) {
      images.copyImage(i, bindings.floatInput(DigitModel.INPUT));
      engine.run(bindings);
      int best = 0;
      for (int k = 1; k < probabilities.length; k++) {
        best = probabilities[k] > probabilities[best] ? k : best;
      }
      right += best == images.label(i) ? 1 : 0;
    }
    return 100.0 * right / images.size();
  }
}
