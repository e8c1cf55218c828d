package app.inkling.mllib.inference;

import app.inkling.mllib.inference.EngineReport.Outcome;
import java.time.Duration;
import java.util.Locale;

/**
 * One candidate's trial on a thread of its own. Whoever comes last cleans up: a candidate that returns after
 * its deadline finds itself abandoned and is closed on the thread it hung on.
 */
final class EngineTrial implements Runnable {
  private final EngineFactory factory;
  private final Canaries canaries;
  private final Object lock = new Object();

  /** What the candidate is doing, for the report when it never comes back. */
  private volatile String step = "starting";
  private boolean abandoned;
  private EngineReport report;
  private InferenceEngine engine;

  EngineTrial(EngineFactory factory, Canaries canaries) {
    this.factory = factory;
    this.canaries = canaries;
  }

  /** Runs the trial and waits for its end or the deadline. */
  EngineReport await(Duration deadline) throws InterruptedException {
    Thread thread = new Thread(this, "engine-trial-" + factory.name());
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(Math.max(1, deadline.toMillis()));
    } catch (InterruptedException e) {
      abandon(thread);
      throw e;
    }
    synchronized (lock) {
      if (report != null) {
        return report;
      }
    }
    abandon(thread);
    return failed(Outcome.TIMED_OUT, "hung while " + step + ", for which and all before it had "
        + deadline.toMillis() + " ms");
  }

  /** The proven engine after a trial that ended in CHOSEN, else null. */
  InferenceEngine engine() {
    return engine;
  }

  @Override
  public void run() {
    InferenceEngine created = null;
    EngineReport result;
    try {
      step = "being created";
      created = factory.create();
      result = created == null ? failed(Outcome.CREATE_FAILED, "its factory gave no engine") : judge(created);
    } catch (Throwable e) { // a native library's LinkageError is as ordinary here as an exception
      result = failed(created == null ? Outcome.CREATE_FAILED : Outcome.RUN_FAILED, describe(e));
    }
    if (created != null && result.outcome() != Outcome.CHOSEN) {
      result = close(created, result);
    }
    synchronized (lock) {
      if (!abandoned) {
        report = result;
        engine = result.outcome() == Outcome.CHOSEN ? created : null;
        return;
      }
    }
    if (result.outcome() == Outcome.CHOSEN) {
      close(created, result);
    }
  }

  private void abandon(Thread thread) {
    InferenceEngine unwanted;
    synchronized (lock) {
      abandoned = true;
      unwanted = engine;
      engine = null;
    }
    if (unwanted != null) {
      unwanted.close();
    }
    thread.interrupt();
  }

  private EngineReport judge(InferenceEngine candidate) throws EngineException {
    Signature signature = candidate.signature();
    if (!canaries.signature().equals(signature)) {
      return failed(Outcome.WRONG_SIGNATURE, "wants " + canaries.signature() + ", has " + signature);
    }
    Bindings bindings = new Bindings(signature);
    long[] nanos = new long[canaries.runs()];
    float largest = 0;
    for (int run = 0; run < nanos.length; run++) {
      step = "running canary " + (run + 1) + " of " + nanos.length;
      Bindings expected = canaries.expected(run);
      bindings.copyInputs(expected);
      bindings.poisonOutputs();
      long start = System.nanoTime();
      candidate.run(bindings);
      nanos[run] = System.nanoTime() - start;
      float difference = bindings.largestOutputDifference(expected);
      if (Float.isNaN(difference)) {
        return failed(Outcome.NOT_FINITE, "gave a number that is not finite for canary " + (run + 1));
      }
      largest = Math.max(largest, difference);
    }
    long median = Canaries.median(nanos);
    if (largest > canaries.tolerance()) {
      return new EngineReport(factory.name(), Outcome.WRONG_NUMBERS, String.format(Locale.ROOT,
          "differs from the Java engine by up to %.3g, at most %.3g is allowed", largest,
          canaries.tolerance()), largest, median);
    }
    return new EngineReport(factory.name(), Outcome.CHOSEN, String.format(Locale.ROOT,
        "agrees with the Java engine within %.3g", largest), largest, median);
  }

  private EngineReport close(InferenceEngine created, EngineReport result) {
    step = "being closed";
    try {
      created.close();
      return result;
    } catch (Throwable e) {
      return new EngineReport(result.engine(), result.outcome(), result.reason() + "; closing it failed too: "
          + describe(e), result.largestDifference(), result.medianNanos());
    }
  }

  private EngineReport failed(Outcome outcome, String reason) {
    return new EngineReport(factory.name(), outcome, reason, Float.NaN, 0);
  }

  /**
   * An EngineException was written for people; of anything else the class says more than its message alone.
   */
  private static String describe(Throwable e) {
    return e instanceof EngineException ? e.getMessage() : e.toString();
  }
}
