package app.inkling.mllib.digits.personal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.Scribbles;
import app.inkling.mllib.data.stroke.StrokeFormat;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Disk;
import app.inkling.mllib.train.session.Learner;
import app.inkling.mllib.train.session.Outcomes;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.SessionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.Test;

/** A session must not call right what the Draw screen answers with a question mark. */
public class DigitScoringTest {
  @Test
  public void countsAsRightWhatDrawReadsRightlyAndNothingElse() throws Exception {
    for (float threshold : new float[] {1e-4f, 0.4f, 2}) {
      for (Depth depth : Depth.values()) {
        agrees(threshold, depth);
      }
    }
  }

  private static void agrees(float threshold, Depth depth) throws Exception {
    DigitModel shipped = DigitModel.load(DigitSessionsTest.resource("models/digits.inkling"));
    DigitModel model = new DigitModel(shipped.network(), threshold, Map.of());
    List<OwnDrawing> drawings = drawings();
    DigitSessions digits = new DigitSessions(DigitSessionsTest.few(), drawings, 1);
    SessionStore store = new SessionStore(Disk.inMemory());
    SessionPlan plan = digits.plan(store.addFactory(DigitSessions.KIND, model.toCheckpoint()), depth, 1, 0);
    try (InferenceEngine engine = model.javaEngine();
        Learner learner = digits.open(plan, model.toCheckpoint())) {
      DigitReader reader = new DigitReader(engine, model);
      int[] samples = new int[drawings.size()];
      int refusedThoughLikeliest = 0;
      for (int i = 0; i < samples.length; i++) {
        samples[i] = i;
      }
      Outcomes own = learner.measure(samples);
      for (int i = 0; i < samples.length; i++) {
        OwnDrawing drawing = drawings.get(i);
        DigitGuess guess = reader.read(drawing.drawing());
        assertEquals("drawing " + i + ", threshold " + threshold,
            guess.reading() == drawing.digit() ? 1 : 0, own.right()[i]);
        refusedThoughLikeliest += guess.refused() && guess.digit() == drawing.digit() ? 1 : 0;
      }
      assertTrue("such drawings are among them: " + refusedThoughLikeliest,
          threshold > 1e-4f || refusedThoughLikeliest > 10);
      Outcomes general = learner.general(0, learner.generalSize());
      LabelledImages images = DigitSessionsTest.few().measuring();
      float[] image = new float[StrokeRenderer.PIXELS];
      for (int i = 0; i < images.size(); i++) {
        images.copyImage(i, image);
        assertEquals(reader.read(image).reading() == images.label(i) ? 1 : 0, general.right()[i]);
      }
    }
  }

  /** Digits, scribbles called digits and called none, and dots too small to be read at all. */
  private static List<OwnDrawing> drawings() throws Exception {
    List<OwnDrawing> drawings = new ArrayList<>(DigitSessionsTest.hand(40, 9));
    Rng random = new Rng(4);
    for (int i = 0; i < 20; i++) {
      drawings.add(new OwnDrawing(new UUID(7, i), i % 2 == 0 ? i / 2 : LabelledDrawing.NOT_A_DIGIT,
          Scribbles.forTraining(random), false));
    }
    for (int digit = LabelledDrawing.NOT_A_DIGIT; digit < 2; digit++) {
      drawings.add(new OwnDrawing(new UUID(8, digit), digit,
          StrokeFormat.parse("0,50,50;10,50,53", 100, 100), false));
    }
    return drawings;
  }
}
