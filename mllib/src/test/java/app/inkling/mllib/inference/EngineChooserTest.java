package app.inkling.mllib.inference;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.inference.EngineReport.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** Every way in which an engine can fail ends in a report and the Java engine's right answer. */
public class EngineChooserTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final Duration BENCHMARK = Duration.ofMillis(5);

  private final FakeEngine java = new FakeEngine("java", FakeEngine::twice);

  @Test
  public void choosesFastestEngineThatIsRightAndClosesTheOthers() throws Exception {
    FakeEngine slow = new FakeEngine("slow", (x, y) -> {
      pause(40);
      FakeEngine.twice(x, y);
    });
    FakeEngine quick = new FakeEngine("quick", FakeEngine::twice);
    EngineChoice choice = chooseFrom(slowJava(), factory("slow", () -> slow),
        factory("wrong", () -> new FakeEngine("wrong", (x, y) -> y[0] = 5)), factory("quick", () -> quick));
    assertEquals("quick", choice.engine().name());
    assertEquals(List.of("slow", "wrong", "quick", "java"), names(choice));
    assertEquals(List.of(Outcome.SLOWER, Outcome.NOT_FINITE, Outcome.CHOSEN, Outcome.SLOWER),
        outcomes(choice));
    assertEquals("quick is faster", choice.reports().get(0).reason());
    assertEquals("the fastest that is right", choice.reports().get(2).reason());
    EngineReport report = choice.reports().get(2);
    assertEquals(0, report.largestDifference(), 0);
    assertTrue(report.medianNanos() > 0 && report.p95Nanos() >= report.medianNanos());
    assertTrue(choice.reports().get(0).medianNanos() >= 40_000_000);
    assertEquals("closed", 0, slow.closed.getCount());
    assertEquals("in use", 1, quick.closed.getCount());
    choice.engine().close();
    assertEquals(0, quick.closed.getCount());
  }

  @Test
  public void choosesJavaWhenItIsTheFastest() throws Exception {
    FakeEngine slow = new FakeEngine("slow", (x, y) -> {
      pause(40);
      FakeEngine.twice(x, y);
    });
    EngineChoice choice = choose(factory("slow", () -> slow));
    assertSame(java, choice.engine());
    assertEquals(List.of(Outcome.SLOWER, Outcome.CHOSEN), outcomes(choice));
    assertEquals(0, slow.closed.getCount());
  }

  @Test
  public void choosesWhatWasWishedForHoweverSlowIfItIsRight() throws Exception {
    FakeEngine slow = new FakeEngine("slow", (x, y) -> {
      pause(40);
      FakeEngine.twice(x, y);
    });
    EngineChoice choice = chooser().choose(java, List.of(factory("slow", () -> slow)), canaries(), "slow",
        EngineChooser.Watcher.NONE);
    assertEquals("slow", choice.engine().name());
    assertEquals("you chose it, and it is right", choice.reports().get(0).reason());
    assertEquals("slow was wished for", choice.reports().get(1).reason());
    choice.engine().close();
    EngineChoice wrong = chooser().choose(java, List.of(factory("bad", () -> new FakeEngine("bad",
        (x, y) -> { }))), canaries(), "bad", EngineChooser.Watcher.NONE);
    assertSame(java, wrong.engine());
  }

  @Test
  public void tellsOfEveryTrialBeforeItBeginsAndAfterIt() throws Exception {
    List<String> heard = new ArrayList<>();
    chooser().choose(java, List.of(factory("a", () -> {
      assertEquals("heard before anything is created", List.of("a?"), heard);
      return new FakeEngine("a", (x, y) -> { });
    }), factory("b", () -> new FakeEngine("b", (x, y) -> { }))), canaries(), null,
        new EngineChooser.Watcher() {
          @Override
          public void trying(String engine) {
            heard.add(engine + "?");
          }

          @Override
          public void tried(EngineReport report) {
            heard.add(report.engine() + " " + report.outcome());
          }
        });
    assertEquals(List.of("a?", "a NOT_FINITE", "b?", "b NOT_FINITE"), heard);
  }

  @Test
  public void confirmsAnEngineChosenBeforeOrSaysWhyNot() throws Exception {
    FakeEngine right = new FakeEngine("right", FakeEngine::twice);
    EngineChoice confirmed = chooser().confirm(java, factory("right", () -> right), canaries());
    assertEquals("right", confirmed.engine().name());
    assertEquals(Outcome.CHOSEN, confirmed.reports().get(0).outcome());
    assertEquals("not measured again", 0, confirmed.reports().get(0).medianNanos());
    confirmed.engine().close();
    EngineChoice refused = chooser().confirm(java, factory("bad", () -> new FakeEngine("bad", (x, y) -> { })),
        canaries());
    assertSame(java, refused.engine());
    assertEquals(Outcome.NOT_FINITE, refused.reports().get(0).outcome());
  }

  @Test
  public void choosesJavaWhenThereIsNothingElse() throws Exception {
    EngineChoice choice = choose();
    assertSame(java, choice.engine());
    assertEquals(1, choice.reports().size());
    assertEquals(Outcome.CHOSEN, choice.reports().get(0).outcome());
    assertEquals("the only engine there is", choice.reports().get(0).reason());
  }

  @Test
  public void rejectsEngineThatThrowsWhenCreated() throws Exception {
    EngineReport report = rejected(factory("bad", () -> {
      throw new EngineException("bad", EngineException.Phase.CREATE, "no model", null);
    }));
    assertEquals(Outcome.CREATE_FAILED, report.outcome());
    assertEquals("bad (create): no model", report.reason());
    assertTrue(Float.isNaN(report.largestDifference()));
  }

  @Test
  public void rejectsEngineWhoseLibraryDoesNotLink() throws Exception {
    EngineReport report = rejected(factory("bad", () -> {
      throw new UnsatisfiedLinkError("no such symbol");
    }));
    assertEquals(Outcome.CREATE_FAILED, report.outcome());
    assertEquals("bad (create): java.lang.UnsatisfiedLinkError: no such symbol", report.reason());
  }

  @Test
  public void rejectsFactoryThatGivesNothing() throws Exception {
    assertEquals(Outcome.CREATE_FAILED, rejected(factory("bad", () -> null)).outcome());
  }

  @Test
  public void rejectsAndClosesEngineThatThrowsInLaterRun() throws Exception {
    int[] runs = new int[1];
    FakeEngine bad = new FakeEngine("bad", (x, y) -> {
      FakeEngine.twice(x, y);
      if (++runs[0] == 4) {
        throw new EngineException("bad", EngineException.Phase.RUN, "lost the context", null);
      }
    });
    EngineReport report = rejected(factory("bad", () -> bad));
    assertEquals(Outcome.RUN_FAILED, report.outcome());
    assertEquals("bad (run): lost the context", report.reason());
    assertEquals(0, bad.closed.getCount());
  }

  @Test
  public void rejectsEngineWithLinkageErrorAtRun() throws Exception {
    EngineReport report = rejected(factory("bad", () -> new FakeEngine("bad", (x, y) -> {
      throw new NoClassDefFoundError("org/x/Delegate");
    })));
    assertEquals(Outcome.RUN_FAILED, report.outcome());
    assertEquals("bad (run): java.lang.NoClassDefFoundError: org/x/Delegate", report.reason());
  }

  @Test
  public void rejectsWrongNumbersWithLargestDifference() throws Exception {
    EngineReport report = rejected(factory("bad", () -> new FakeEngine("bad", (x, y) -> {
      FakeEngine.twice(x, y);
      y[2] += x[2] / 8;
    })));
    assertEquals(Outcome.WRONG_NUMBERS, report.outcome());
    assertEquals(0.75f, report.largestDifference(), 0);
    assertEquals("differs from the Java engine by up to 0.750, at most 0.000100 is allowed", report.reason());
  }

  @Test
  public void rejectsEngineThatIsRightOnlyOnTheFirstRound() throws Exception {
    int[] runs = new int[1];
    assertEquals(Outcome.WRONG_NUMBERS, rejected(factory("bad", () -> new FakeEngine("bad", (x, y) -> {
      FakeEngine.twice(x, y);
      y[0] += ++runs[0] > 2 ? 1 : 0;
    }))).outcome());
  }

  @Test
  public void rejectsNotANumberAndInfinity() throws Exception {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      assertEquals(Outcome.NOT_FINITE, rejected(factory("bad", () -> new FakeEngine("bad", (x, y) -> {
        FakeEngine.twice(x, y);
        y[1] = value;
      }))).outcome());
    }
  }

  @Test
  public void rejectsEngineThatLeavesAnOutputUnwritten() throws Exception {
    EngineReport report = rejected(factory("bad", () -> new FakeEngine("bad", (x, y) -> { })));
    assertEquals(Outcome.NOT_FINITE, report.outcome());
  }

  @Test
  public void rejectsOtherSignature() throws Exception {
    Signature other = new Signature(List.of(new TensorSpec("x", TensorSpec.Type.FLOAT32, 1, 4)),
        FakeEngine.SIGNATURE.outputs());
    FakeEngine bad = new FakeEngine("bad", other, FakeEngine::twice);
    EngineReport report = rejected(factory("bad", () -> bad));
    assertEquals(Outcome.WRONG_SIGNATURE, report.outcome());
    assertTrue(report.reason(), report.reason().contains("x: FLOAT32[1, 4]"));
    assertEquals(0, bad.closed.getCount());
  }

  @Test
  public void reportsThatClosingFailedToo() throws Exception {
    EngineReport report = rejected(factory("bad", () -> new FakeEngine("bad", (x, y) -> { }) {
      @Override
      public void close() {
        throw new IllegalStateException("already gone");
      }
    }));
    assertEquals(Outcome.NOT_FINITE, report.outcome());
    assertTrue(report.reason(),
        report.reason().endsWith("closing it failed: java.lang.IllegalStateException: already gone"));
  }

  @Test
  public void abandonsEngineThatHangsInRunAndClosesItWhenItComesBack() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    FakeEngine bad = new FakeEngine("bad", (x, y) -> {
      awaitIgnoringInterrupts(release);
      FakeEngine.twice(x, y);
    });
    EngineChoice choice = shortTempered().choose(java, List.of(factory("bad", () -> bad)), canaries());
    assertSame(java, choice.engine());
    EngineReport report = choice.reports().get(0);
    assertEquals(Outcome.TIMED_OUT, report.outcome());
    assertTrue(report.reason(),
        report.reason().startsWith("bad (run): hung while running, for which it had "));
    assertEquals(1, bad.closed.getCount());
    release.countDown();
    assertTrue("closes itself", bad.closed.await(20, TimeUnit.SECONDS));
  }

  @Test
  public void abandonsEngineThatHangsWhenCreated() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    FakeEngine late = new FakeEngine("late", FakeEngine::twice);
    EngineFactory hanging = factory("late", () -> {
      awaitIgnoringInterrupts(release);
      return late;
    });
    EngineChoice choice = shortTempered().choose(java, List.of(hanging), canaries());
    assertSame(java, choice.engine());
    assertEquals("late (create): hung while being created, for which it had 150 ms",
        choice.reports().get(0).reason());
    release.countDown();
    assertTrue("closes itself", late.closed.await(20, TimeUnit.SECONDS));
  }

  @Test
  public void abandonsEngineThatHangsWhenClosed() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    FakeEngine bad = new FakeEngine("bad", (x, y) -> { }) {
      @Override
      public void close() {
        awaitIgnoringInterrupts(release);
        super.close();
      }
    };
    EngineChoice choice = shortTempered().choose(java, List.of(factory("bad", () -> bad)), canaries());
    release.countDown();
    assertSame(java, choice.engine());
    EngineReport report = choice.reports().get(0);
    assertEquals(Outcome.NOT_FINITE, report.outcome());
    assertTrue(report.reason(), report.reason().endsWith("; closing it hung"));
  }

  @Test
  public void interruptedCallerGetsItsChoiceAndStaysInterrupted() throws Exception {
    Thread.currentThread().interrupt();
    EngineChoice choice = choose(factory("bad", () -> new FakeEngine("bad", (x, y) -> { })));
    assertTrue(Thread.interrupted());
    assertEquals(Outcome.NOT_FINITE, choice.reports().get(0).outcome());
  }

  @Test
  public void runsInUseAreLimitedToo() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    boolean[] hang = new boolean[1];
    FakeEngine fake = new FakeEngine("fake", (x, y) -> {
      if (hang[0]) {
        awaitIgnoringInterrupts(release);
      }
      FakeEngine.twice(x, y);
    });
    EngineChoice choice = new EngineChooser(1e-4f, DEADLINE, BENCHMARK, SHORT).choose(slowJava(),
        List.of(factory("fake", () -> fake)), canaries());
    hang[0] = true;
    EngineException e = assertThrows(EngineException.class, () -> choice.engine().run(canaries().get(0)));
    assertTrue(e.hung());
    assertEquals("fake (run): hung while running, for which it had 150 ms", e.getMessage());
    release.countDown();
    assertTrue("closes itself", fake.closed.await(20, TimeUnit.SECONDS));
  }

  @Test
  public void refusesModelForWhichTheJavaEngineGivesNoNumbers() {
    FakeEngine broken = new FakeEngine("java", (x, y) -> y[0] = Float.NaN);
    EngineException e = assertThrows(EngineException.class,
        () -> chooser().choose(broken, List.of(), canaries()));
    assertTrue(e.getMessage(), e.getMessage().contains("not finite for canary 0"));
  }

  @Test
  public void wantsCanariesAndSaneLimits() {
    assertThrows(IllegalArgumentException.class,
        () -> chooser().choose(java, List.of(), List.of()));
    assertThrows(IllegalArgumentException.class, () -> new EngineChooser(Float.NaN, DEADLINE));
    assertThrows(IllegalArgumentException.class, () -> new EngineChooser(1, Duration.ZERO));
  }

  private EngineChoice choose(EngineFactory... candidates) throws Exception {
    return chooseFrom(java, candidates);
  }

  private static EngineChoice chooseFrom(FakeEngine java, EngineFactory... candidates) throws Exception {
    return chooser().choose(java, List.of(candidates), canaries());
  }

  private static EngineChooser chooser() {
    return new EngineChooser(1e-4f, DEADLINE, BENCHMARK, DEADLINE);
  }

  private static EngineChooser shortTempered() {
    return new EngineChooser(1e-4f, SHORT, BENCHMARK, SHORT);
  }

  /** A Java engine that any other is faster than. */
  private static FakeEngine slowJava() {
    return new FakeEngine("java", (x, y) -> {
      pause(60);
      FakeEngine.twice(x, y);
    });
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> names(EngineChoice choice) {
    return choice.reports().stream().map(EngineReport::engine).toList();
  }

  private static List<Outcome> outcomes(EngineChoice choice) {
    return choice.reports().stream().map(EngineReport::outcome).toList();
  }

  /** Tries the one faulty engine: the choice must be Java, and the report is returned. */
  private EngineReport rejected(EngineFactory faulty) throws Exception {
    EngineChoice choice = choose(faulty);
    assertSame(java, choice.engine());
    EngineReport own = choice.reports().get(1);
    assertEquals(Outcome.CHOSEN, own.outcome());
    assertEquals("no other engine passed", own.reason());
    EngineReport report = choice.reports().get(0);
    assertEquals(faulty.name(), report.engine());
    assertTrue(report.outcome().rejected());
    return report;
  }

  private static List<Bindings> canaries() {
    List<Bindings> canaries = new ArrayList<>();
    for (int canary = 1; canary <= 2; canary++) {
      Bindings bindings = new Bindings(FakeEngine.SIGNATURE);
      float[] x = bindings.floatInput("x");
      for (int i = 0; i < x.length; i++) {
        x[i] = canary * (i + 1);
      }
      canaries.add(bindings);
    }
    return canaries;
  }

  /** Hangs as native code hangs: an interrupt does not wake it. */
  private static void awaitIgnoringInterrupts(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        continue;
      }
    }
  }

  private interface Maker {
    InferenceEngine make() throws EngineException;
  }

  private static EngineFactory factory(String name, Maker maker) {
    return new EngineFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InferenceEngine create() throws EngineException {
        return maker.make();
      }
    };
  }
}
