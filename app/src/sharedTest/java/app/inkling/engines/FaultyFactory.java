package app.inkling.engines;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineException.Phase;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** Makes engines that are faster than any real one and go wrong in one way. */
public final class FaultyFactory implements EngineFactory {
  /** What is wrong. */
  public enum Fault {
    NONE, THROWS_AT_CREATE, MISSES_ITS_LIBRARY, HANGS_AT_CREATE, THROWS_AT_RUN, GIVES_WRONG_NUMBERS,
    GIVES_NAN, HANGS_AT_RUN, DIES_AFTER_HUNDRED_RUNS, HANGS_AFTER_HUNDRED_RUNS, GIVES_NAN_AFTER_HUNDRED_RUNS,
    IS_WRONG_AFTER_HUNDRED_RUNS, IS_SLOW_IN_USE
  }

  /** Far longer than a key press may take, and right in the end. */
  private static final int SLOW_MILLIS = 60;
  private static final int HUNDRED = 100;

  private final Fault fault;
  private final InferenceEngine right;
  private final CountDownLatch release = new CountDownLatch(1);
  private volatile boolean inUse;

  /** @param right gives the right answers where the fault allows it */
  public FaultyFactory(Fault fault, InferenceEngine right) {
    this.fault = fault;
    this.right = right;
  }

  boolean is(Fault wanted) {
    return fault == wanted;
  }

  /** From now on runs count: trial and benchmark are over. */
  public void beginUse() {
    inUse = true;
  }

  /** Lets what hangs come back. */
  public void release() {
    release.countDown();
  }

  @Override
  public String name() {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public InferenceEngine create() throws EngineException {
    switch (fault) {
      case THROWS_AT_CREATE -> throw new EngineException(name(), Phase.CREATE, "no such driver", null);
      case MISSES_ITS_LIBRARY -> throw new UnsatisfiedLinkError("no lib in java.library.path");
      case HANGS_AT_CREATE -> hang();
      default -> { }
    }
    return new Faulty();
  }

  private void hang() {
    while (true) {
      try {
        release.await();
        return;
      } catch (InterruptedException e) {
        // a native library wouldn't listen either
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(SLOW_MILLIS); // Android's own would be played, and take no time, on the JVM
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Faulty implements InferenceEngine {
    /** Of this engine: one made anew is as good as new, as after a driver's context is lost. */
    private int runs;

    @Override
    public String name() {
      return FaultyFactory.this.name();
    }

    @Override
    public Signature signature() {
      return right.signature();
    }

    @Override
    public void run(Bindings bindings) throws EngineException {
      boolean old = inUse && ++runs > HUNDRED;
      right.run(bindings);
      float[] output = bindings.floatOutput(signature().outputs().get(0).name());
      switch (fault) {
        case THROWS_AT_RUN -> throw new EngineException(name(), Phase.RUN, "out of order", null);
        case GIVES_WRONG_NUMBERS -> output[0] += 0.01f;
        case GIVES_NAN -> output[0] = Float.NaN;
        case HANGS_AT_RUN -> hang();
        case DIES_AFTER_HUNDRED_RUNS -> {
          if (old) {
            throw new IllegalStateException("the context is lost");
          }
        }
        case HANGS_AFTER_HUNDRED_RUNS -> {
          if (old) {
            hang();
          }
        }
        case IS_SLOW_IN_USE -> {
          if (inUse) {
            sleep();
          }
        }
        case IS_WRONG_AFTER_HUNDRED_RUNS -> output[0] += old ? 0.01f : 0;
        case GIVES_NAN_AFTER_HUNDRED_RUNS -> output[0] = old ? Float.NaN : output[0];
        default -> { }
      }
    }

    @Override
    public void close() {}
  }
}
