package app.inkling.mllib.digits.personal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Disk;
import app.inkling.mllib.train.session.Session;
import app.inkling.mllib.train.session.SessionListener;
import app.inkling.mllib.train.session.SessionReport;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Verdict;
import app.inkling.mllib.train.session.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.Test;

public class DigitSessionsTest {
  @Test
  public void learnsAHandQuickly() throws IOException {
    SessionStore store = new SessionStore(Disk.inMemory());
    Version factory = factory(store);
    DigitSessions digits = new DigitSessions(general(), hand(50, 3), 2);
    Session session = Session.begin(store, digits.plan(factory, Depth.QUICK, 1, 0), digits);
    SessionReport report = session.run(Budget.ofSteps(Long.MAX_VALUE), SessionListener.NONE);

    assertTrue(report.finished());
    Verdict verdict = report.version().get().verdict().get();
    assertTrue(verdict.sentence(), verdict.accepted());
    assertTrue(verdict.toString(), verdict.lossAfter() < 0.7 * verdict.lossBefore());
    assertEquals(10, report.changes().size());
  }

  static Version factory(SessionStore store) throws IOException {
    return store.addFactory(DigitSessions.KIND, DigitModel.load(resource("models/digits.inkling")).toCheckpoint());
  }

  static GeneralDigits general() throws IOException {
    return GeneralDigits.load("general", resource("models/general-digits.inkling"));
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in = DigitSessionsTest.class.getClassLoader().getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** Drawings in one hand, digits in turn. */
  static List<OwnDrawing> hand(int count, long seed) {
    Rng random = new Rng(seed);
    List<OwnDrawing> drawings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int digit = i % 10;
      Drawing drawing = new StrokeVariation(1).vary(Glyphs.styles(digit).get(0).drawing(random, 3), random);
      drawings.add(new OwnDrawing(UUID.nameUUIDFromBytes((seed + " " + i).getBytes(StandardCharsets.UTF_8)), digit,
          drawing, false));
    }
    return drawings;
  }
}
