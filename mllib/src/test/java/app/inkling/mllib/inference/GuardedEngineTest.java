package app.inkling.mllib.inference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.inference.EngineReport.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** An engine that passed its trial may still fail in use: each run ends in the right answer all the same. */
public class GuardedEngineTest {
  private final List<EngineReport> failures = new ArrayList<>();
  private final FakeEngine java = new FakeEngine("java", FakeEngine::twice);
  private final GuardedEngine guarded = new GuardedEngine(java, 1e-4f, failures::add);
  private int runs;

  @Test
  public void runsInJavaUntilAnotherEngineIsChosen() throws Exception {
    assertRuns("java");
    FakeEngine chosen = new FakeEngine("chosen", FakeEngine::twice);
    guarded.use(chosen);
    assertRuns("chosen");
    FakeEngine better = new FakeEngine("better", FakeEngine::twice);
    guarded.use(better);
    assertEquals("closed between two runs", 1, chosen.closed.getCount());
    assertRuns("better");
    assertEquals(0, chosen.closed.getCount());
    guarded.use(null);
    assertRuns("java");
    assertEquals(0, better.closed.getCount());
    assertEquals(List.of(), failures);
  }

  @Test
  public void javaAnswersWhenAnEngineDiesAfterHundredRuns() throws Exception {
    FakeEngine dying = new FakeEngine("dying", (x, y) -> {
      if (++runs > 100) {
        throw new EngineException("dying", EngineException.Phase.RUN, "context lost", null);
      }
      FakeEngine.twice(x, y);
    });
    guarded.use(dying);
    for (int run = 0; run < 100; run++) {
      assertRuns("dying");
    }
    assertRuns("java");
    assertFailure(Outcome.RUN_FAILED, "dying (run): context lost");
    assertEquals(0, dying.closed.getCount());
    assertRuns("java");
    assertEquals("tells once", 1, failures.size());
  }

  @Test
  public void javaAnswersInsteadOfNotANumber() throws Exception {
    guarded.use(new FakeEngine("nan", (x, y) -> {
      FakeEngine.twice(x, y);
      y[1] = ++runs > 5 ? Float.NaN : y[1];
    }));
    for (int run = 0; run < 8; run++) {
      assertRuns(run < 5 ? "nan" : "java");
    }
    assertFailure(Outcome.NOT_FINITE, "gave a number that is not finite");
  }

  @Test
  public void wrongNumbersAreFoundInTheFirstRunAndByTheAuditLater() throws Exception {
    FakeEngine.Body off = (x, y) -> {
      FakeEngine.twice(x, y);
      y[0] += runs++ < 7 ? 0 : 1;
    };
    guarded.use(new FakeEngine("off", off));
    for (int run = 0; run <= GuardedEngine.AUDIT_EVERY; run++) {
      run(guarded);
    }
    assertFailure(Outcome.WRONG_NUMBERS, "differed from the Java engine by 1.0 in use");
    assertRuns("java");
    guarded.use(new FakeEngine("off", off));
    assertRuns("java");
    assertEquals(2, failures.size());
  }

  @Test
  public void javaAnswersWithinTheDeadlineWhenAnEngineHangs() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    FakeEngine hanging = new FakeEngine("hanging", (x, y) -> {
      if (++runs > 3) {
        awaitIgnoringInterrupts(release);
        y[0] = 1000;
        return;
      }
      FakeEngine.twice(x, y);
    });
    guarded.use(own(hanging));
    for (int run = 0; run < 3; run++) {
      assertRuns("hanging");
    }
    long before = System.nanoTime();
    float[] answer = run(guarded);
    assertEquals("java", guarded.name());
    assertTrue("within the deadline", System.nanoTime() - before < Duration.ofSeconds(5).toNanos());
    assertFailure(Outcome.TIMED_OUT, "hanging (run): hung while running, for which it had 100 ms");
    release.countDown();
    assertTrue(hanging.closed.await(20, TimeUnit.SECONDS));
    assertArrayEquals("the late answer stays its own", new float[] {2, -4, 6}, answer, 0);
  }

  @Test
  public void closesWhatItHolds() throws Exception {
    FakeEngine current = new FakeEngine("current", FakeEngine::twice);
    FakeEngine next = new FakeEngine("next", FakeEngine::twice);
    FakeEngine late = new FakeEngine("late", FakeEngine::twice);
    guarded.use(current);
    assertRuns("current");
    guarded.use(next);
    guarded.close();
    guarded.close();
    guarded.use(late);
    for (FakeEngine engine : List.of(current, next, late)) {
      assertEquals(engine.name(), 0, engine.closed.getCount());
    }
  }

  @Test
  public void everythingOfAnEngineHappensOnItsOwnThread() throws Exception {
    List<Thread> threads = new ArrayList<>();
    OwnThreadEngine own = OwnThreadEngine.create(new EngineFactory() {
      @Override
      public String name() {
        return "gpu";
      }

      @Override
      public InferenceEngine create() {
        threads.add(Thread.currentThread());
        return new FakeEngine("gpu", (x, y) -> {
          threads.add(Thread.currentThread());
          FakeEngine.twice(x, y);
        }) {
          @Override
          public void close() {
            threads.add(Thread.currentThread());
          }
        };
      }
    }, Duration.ofSeconds(20));
    run(own);
    run(own);
    own.close();
    own.close();
    assertEquals(4, threads.size());
    assertEquals("one thread", 1, threads.stream().distinct().count());
    assertEquals("engine-gpu", threads.get(0).getName());
    EngineException closed = assertThrows(EngineException.class, () -> run(own));
    assertEquals("gpu (run): the engine is closed", closed.getMessage());
  }

  /** One run, whose answer must be right, by the engine of this name. */
  private void assertRuns(String engine) throws EngineException {
    assertArrayEquals(new float[] {2, -4, 6}, run(guarded), 0);
    assertEquals(engine, guarded.name());
  }

  private static float[] run(InferenceEngine engine) throws EngineException {
    Bindings bindings = new Bindings(FakeEngine.SIGNATURE);
    System.arraycopy(new float[] {1, -2, 3}, 0, bindings.floatInput("x"), 0, 3);
    engine.run(bindings);
    return bindings.floatOutput("y");
  }

  private void assertFailure(Outcome outcome, String reason) {
    assertEquals(1, failures.size());
    assertEquals(outcome, failures.get(0).outcome());
    assertEquals(reason, failures.get(0).reason());
  }

  private static OwnThreadEngine own(FakeEngine engine) throws EngineException {
    return OwnThreadEngine.create(new EngineFactory() {
      @Override
      public String name() {
        return engine.name();
      }

      @Override
      public InferenceEngine create() {
        return engine;
      }
    }, Duration.ofSeconds(20)).runWithin(Duration.ofMillis(100));
  }

  private static void awaitIgnoringInterrupts(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        // hangs all the more
      }
    }
  }
}
