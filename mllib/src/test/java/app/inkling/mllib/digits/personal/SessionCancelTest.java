package app.inkling.mllib.digits.personal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Disk;
import app.inkling.mllib.train.session.Session;
import app.inkling.mllib.train.session.SessionListener;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.SessionPoint;
import app.inkling.mllib.train.session.SessionReport;
import app.inkling.mllib.train.session.SessionStep;
import app.inkling.mllib.train.session.SessionStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.Test;

/**
 * A session looks often enough whether it is to stop. Measured in the processor's time, so that other work on
 * the machine changes nothing: the longest stretch without a look is the longest that a cancel can take. A
 * sixteenth of a second here leaves a phone ten times as slow within the second that is promised.
 */
public class SessionCancelTest {
  private static final long MOST = TimeUnit.MILLISECONDS.toNanos(60);
  /** Hears everything, as the app does: without a listener no curves are measured. */
  private static final SessionListener LISTENER = new SessionListener() {
    @Override
    public void onStep(SessionStep step) {}

    @Override
    public void onPoint(SessionPoint point) {}
  };

  @Test
  public void aQuickSessionLooksAllTheTime() throws IOException {
    looksOftenEnough(Depth.QUICK, 60, 5);
  }

  @Test
  public void aFullSessionLooksAllTheTime() throws IOException {
    looksOftenEnough(Depth.FULL, 13, 2);
  }

  private static void looksOftenEnough(Depth depth, long steps, int folds) throws IOException {
    run(depth, 3, 0, () -> false); // the compiler's first look at everything is no part of it
    Looks looks = new Looks();
    SessionReport whole = run(depth, steps, folds, looks);
    looks.getAsBoolean();
    assertTrue(whole.finished());
    assertTrue(depth + ": longest stretch " + looks.longest / 1e6 + " ms", looks.longest < MOST);

    Rng random = new Rng(11);
    for (int trial = 0; trial < 3; trial++) {
      int moment = 1 + random.nextInt(looks.count - 2);
      Looks until = new Looks();
      SessionReport report = run(depth, steps, folds, () -> {
        until.getAsBoolean();
        return until.count >= moment;
      });
      long left = Looks.now() - until.last;
      assertEquals(SessionReport.Status.STOPPED, report.status());
      assertTrue(depth + ": stopped at look " + moment + " in " + left / 1e6 + " ms", left < MOST);
    }
  }

  private static SessionReport run(Depth depth, long steps, int folds,
      BooleanSupplier cancelled) throws IOException {
    SessionStore store = new SessionStore(Disk.inMemory());
    DigitSessions digits = new DigitSessions(DigitSessionsTest.general(), DigitSessionsTest.hand(50, 3), 1);
    SessionPlan plan = digits.plan(DigitSessionsTest.factory(store), depth, 1, 0);
    SessionPlan brief = new SessionPlan(plan.kind(), plan.parent(), plan.parentModel(), depth, 1, steps,
        folds,
        plan.kernels(), 0, plan.training(), plan.heldOut());
    return Session.begin(store, brief, digits)
        .run(Budget.ofSteps(Long.MAX_VALUE).withCancel(cancelled), LISTENER);
  }

  /** Counts the looks and keeps the longest stretch between two. */
  private static final class Looks implements BooleanSupplier {
    private int count;
    private long last;
    private long longest;

    @Override
    public boolean getAsBoolean() {
      long now = now();
      longest = count == 0 ? 0 : Math.max(longest, now - last);
      last = now;
      count++;
      return false;
    }

    static long now() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }
}
