package app.inkling.mllib.digits.personal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Disk;
import app.inkling.mllib.train.session.Rebuild;
import app.inkling.mllib.train.session.Session;
import app.inkling.mllib.train.session.SessionListener;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.SessionPoint;
import app.inkling.mllib.train.session.SessionReport;
import app.inkling.mllib.train.session.SessionStep;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Verdict;
import app.inkling.mllib.train.session.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

  @Test
  public void rejectsShuffledLabels() throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      SessionStore store = new SessionStore(Disk.inMemory());
      List<OwnDrawing> shuffled = shuffled(hand(50, seed), seed, seed % 2 == 0);
      DigitSessions digits = new DigitSessions(few(), shuffled, 2);
      SessionPlan plan = digits.plan(factory(store), Depth.QUICK, seed, 0);
      SessionReport report = Session.begin(store, plan, digits)
          .run(Budget.ofSteps(Long.MAX_VALUE), SessionListener.NONE);
      Verdict verdict = report.version().get().verdict().get();
      assertFalse(verdict.toString(), verdict.accepted());
      assertTrue("the general guard alone would not do: " + verdict,
          verdict.lossAfter() < verdict.lossBefore());
    }
  }

  @Test
  public void forgettingADrawingEqualsNeverHavingLearnedIt() throws IOException {
    List<OwnDrawing> drawings = hand(24, 5);
    UUID deleted = drawings.get(3).id();
    SessionStore store = new SessionStore(Disk.inMemory());
    Version learned = learnTwice(store, drawings, Set.of());
    DigitSessions left = new DigitSessions(few(), without(drawings, deleted), 1);
    Version rebuilt = new Rebuild(store, left).without(store.versions(new ArrayList<>()), learned.id(),
        Set.of(deleted),
        Budget.ofSteps(Long.MAX_VALUE), SessionListener.NONE).get();

    SessionStore other = new SessionStore(Disk.inMemory());
    Version never = learnTwice(other, without(drawings, deleted), Set.of(deleted));
    assertEquals(never, rebuilt);
    assertNotEquals(learned.model(), rebuilt.model());
    assertArrayEquals(other.model(never.model()).toBytes(), store.model(rebuilt.model()).toBytes());
  }

  @Test
  public void stopsWithinASecondAndGoesOn() throws IOException {
    SessionStore store = new SessionStore(Disk.inMemory());
    DigitSessions digits = new DigitSessions(few(), hand(24, 6), 2);
    SessionPlan plan = digits.plan(factory(store), Depth.QUICK, 1, 0);
    List<SessionStep> steps = new ArrayList<>();
    List<SessionPoint> points = new ArrayList<>();
    SessionListener listener = new SessionListener() {
      @Override
      public void onStep(SessionStep step) {
        steps.add(step);
      }

      @Override
      public void onPoint(SessionPoint point) {
        points.add(point);
      }
    };
    SessionReport stopped = Session.begin(store, plan, digits)
        .run(Budget.ofSteps(Long.MAX_VALUE).withCancel(() -> steps.size() >= 10), listener);
    assertEquals(SessionReport.Status.STOPPED, stopped.status());
    assertEquals(10, steps.size());
    SessionReport report = Session.resume(store, DigitSessions.KIND, digits).get().run(
        Budget.ofSteps(Long.MAX_VALUE), listener);
    assertTrue(report.finished());
    assertEquals(plan.allSteps(), steps.size());
    assertEquals(plan.allSteps(), steps.get(steps.size() - 1).step());
    assertEquals(0, steps.get(steps.size() - 1).left().toNanos());
    assertTrue("points: " + points.size(), points.size() >= 12 * plan.rounds() - 1);
    SessionPoint last = points.get(points.size() - 1);
    assertTrue(last.toString(), last.trainingLoss() < points.get(0).trainingLoss()
        && last.trainingAccuracy() > 0.9);
  }

  @Test
  public void refusesDrawingsThatAreNotWhatTheyWere() throws IOException {
    SessionStore store = new SessionStore(Disk.inMemory());
    List<OwnDrawing> drawings = hand(20, 7);
    Version factory = factory(store);
    SessionPlan plan = new DigitSessions(few(), drawings, 1).plan(factory, Depth.QUICK, 1, 0);
    OwnDrawing first = drawings.get(0);
    List<OwnDrawing> missing = without(drawings, first.id());
    refused("was it deleted", plan, missing);
    List<OwnDrawing> changed = new ArrayList<>(missing);
    changed.add(new OwnDrawing(first.id(), first.digit(), drawings.get(1).drawing(), false));
    refused("other strokes", plan, changed);
  }

  @Test
  public void aFullSessionTrainsEveryLayer() throws IOException {
    SessionStore store = new SessionStore(Disk.inMemory());
    DigitSessions digits = new DigitSessions(few(), hand(12, 8), 2);
    Version factory = factory(store);
    SessionPlan plan = digits.plan(factory, Depth.FULL, 1, 0);
    SessionPlan brief = new SessionPlan(plan.kind(), plan.parent(), plan.parentModel(), plan.depth(), 1, 3, 0,
        plan.kernels(), 0, plan.training(), plan.heldOut());
    Version made = Session.begin(store, brief, digits)
        .run(Budget.ofSteps(Long.MAX_VALUE), SessionListener.NONE)
        .version().get();
    List<Parameter> before = DigitModel.of(store.model(factory.model())).network().parameters();
    List<Parameter> after = DigitModel.of(store.model(made.model())).network().parameters();
    for (int i = 0; i < before.size(); i++) {
      assertFalse(before.get(i).toString(),
          Arrays.equals(before.get(i).value().toArray(), after.get(i).value().toArray()));
    }
  }

  private static void refused(String because, SessionPlan plan,
      List<OwnDrawing> drawings) throws IOException {
    DigitSessions digits = new DigitSessions(few(), drawings, 1);
    FormatException refusal = assertThrows(FormatException.class,
        () -> digits.open(plan, DigitModel.load(resource("models/digits.inkling")).toCheckpoint()));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(because));
  }

  /** A session on the first half of the drawings, and one on all. */
  private static Version learnTwice(SessionStore store, List<OwnDrawing> drawings,
      Set<UUID> never) throws IOException {
    Version last = factory(store);
    for (int session = 1; session <= 2; session++) {
      List<OwnDrawing> known = drawings.subList(0, (session == 1 ? 12 : 24) - never.size());
      DigitSessions digits = new DigitSessions(few(), known, 2);
      SessionPlan plan = digits.plan(last, Depth.QUICK, session, 100 * session);
      SessionPlan brief = new SessionPlan(plan.kind(), last.id(), last.model(), plan.depth(), plan.seed(), 6,
          2,
          plan.kernels(), plan.created(), plan.training(), plan.heldOut());
      Version made = Session.begin(store, brief, digits)
          .run(Budget.ofSteps(Long.MAX_VALUE), SessionListener.NONE)
          .version().get();
      last = made.usable() ? made : last;
    }
    return last;
  }

  private static List<OwnDrawing> without(List<OwnDrawing> drawings, UUID id) {
    return drawings.stream().filter(drawing -> !drawing.id().equals(id)).toList();
  }

  /** The same drawings, their digits dealt out anew; the held-out ones' too, or not. */
  private static List<OwnDrawing> shuffled(List<OwnDrawing> drawings, long seed, boolean someHeldOut) {
    int[] order = new int[drawings.size()];
    Arrays.setAll(order, i -> i);
    new Rng(seed).shuffle(order);
    List<OwnDrawing> shuffled = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      OwnDrawing drawing = drawings.get(i);
      shuffled.add(new OwnDrawing(drawing.id(), drawings.get(order[i]).digit(), drawing.drawing(),
          someHeldOut && i % 5 == 0));
    }
    return shuffled;
  }

  /** A part of other people's digits, for the sake of time. */
  static GeneralDigits few() throws IOException {
    GeneralDigits all = general();
    return new GeneralDigits(all.replay().range(0, 150), all.measuring().range(0, 60));
  }

  static Version factory(SessionStore store) throws IOException {
    return store.addFactory(DigitSessions.KIND, DigitModel.load(resource("models/digits.inkling"))
        .toCheckpoint());
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
      drawings.add(new OwnDrawing(UUID.nameUUIDFromBytes((seed + " " + i).getBytes(StandardCharsets.UTF_8)),
          digit,
          drawing, false));
    }
    return drawings;
  }
}
