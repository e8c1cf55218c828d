package app.inkling.mllib.digits;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.mllib.digits.DigitGuess.Refusal;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import java.util.List;
import org.junit.Test;

public class DigitReaderTest {
  private final Answer engine = new Answer(DigitModel.CLASSES);
  private final DigitReader reader = new DigitReader(engine, 0.5f);

  @Test
  public void givesTheProbabilitiesAmongTheDigits() throws Exception {
    engine.answer[3] = 0.6f;
    engine.answer[8] = 0.2f;
    engine.answer[DigitModel.NOT_A_DIGIT] = 0.2f;
    DigitGuess guess = reader.read(Glyphs.digit(3, 0).drawing());
    assertEquals(3, guess.digit());
    assertEquals(0.75f, guess.confidence(), 1e-6f);
    assertEquals(0.25f, guess.probability(8), 1e-6f);
    assertFalse(guess.refused());
  }

  @Test
  public void refusesFromTheThresholdOnAndStillSaysWhatItWouldBe() throws Exception {
    engine.answer[4] = 0.5f;
    engine.answer[DigitModel.NOT_A_DIGIT] = 0.5f;
    DigitGuess guess = reader.read(Glyphs.digit(4, 0).drawing());
    assertEquals(Refusal.NOT_A_DIGIT, guess.refusal());
    assertEquals(4, guess.digit());
  }

  @Test
  public void refusesBlankAndTooSmallWithoutAskingTheEngine() throws Exception {
    assertEquals(Refusal.BLANK, reader.read(new Drawing(100, 100, List.of())).refusal());
    assertEquals(Refusal.BLANK, reader.read(new float[784]).refusal());
    assertEquals(Refusal.TOO_SMALL, reader.read(line(0)).refusal());
    assertEquals(Refusal.TOO_SMALL, reader.read(line(3.9f)).refusal());
    assertEquals(0, engine.runs);
    reader.read(line(4.1f));
    assertEquals(1, engine.runs);
  }

  @Test
  public void certainOfNoDigitIsRefused() throws Exception {
    engine.answer[DigitModel.NOT_A_DIGIT] = 1;
    DigitGuess guess = reader.read(Glyphs.digit(4, 0).drawing());
    assertEquals(Refusal.NOT_A_DIGIT, guess.refusal());
    assertEquals(0.1f, guess.confidence(), 0);
  }

  @Test
  public void handsTheEnginesFailureOn() {
    engine.failure = new EngineException("answer", EngineException.Phase.RUN, "it is out of answers", null);
    assertThrows(EngineException.class, () -> reader.read(Glyphs.digit(4, 0).drawing()));
  }

  @Test
  public void rejectsEnginesAndImagesThatDoNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new DigitReader(new Answer(10), 0.5f));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, ()
        -> reader.read(new float[100]));
    assertTrue(e.getMessage(), e.getMessage().contains("100 pixels; wants 784"));
  }

  private static Drawing line(float length) {
    return new Drawing(300, 100,
        List.of(new Stroke(new int[2], new float[] {50, 50}, new float[] {50, 50 + length})));
  }

  /** An engine that always gives the same answer. */
  private static final class Answer implements InferenceEngine {
    final float[] answer;
    int runs;
    EngineException failure;

    Answer(int classes) {
      answer = new float[classes];
    }

    @Override
    public String name() {
      return "answer";
    }

    @Override
    public Signature signature() {
      return new Signature(List.of(new TensorSpec(DigitModel.INPUT, TensorSpec.Type.FLOAT32, 1, 28, 28, 1)),
          List.of(new TensorSpec(DigitModel.OUTPUT, TensorSpec.Type.FLOAT32, 1, answer.length)));
    }

    @Override
    public void run(Bindings bindings) throws EngineException {
      runs++;
      if (failure != null) {
        throw failure;
      }
      System.arraycopy(answer, 0, bindings.floatOutput(DigitModel.OUTPUT), 0, answer.length);
    }

    @Override
    public void close() {}
  }
}
