package app.inkling.common;

import android.os.Handler;
import android.os.Looper;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where work runs: {@code main} draws and holds what the screens show, {@code disk} reads and writes storage,
 * one job after the other, {@code compute} runs models of digits, {@code typing} those of words, {@code
 * network} the words' network, which typing does not wait for, {@code trials} tries engines, which may take
 * seconds, and {@code training} changes models, for minutes perhaps, one session after the other, and gives
 * way to all the others. Whoever needs a thread is handed one of these.
 */
public record AppExecutors(Executor main, Executor disk, Executor compute, Executor typing,
    Executor network, Executor trials, Executor training) implements AutoCloseable {
  /** Android makes it the niceness of background work; threads that training starts have it, too. */
  private static final int GIVES_WAY = 4;

  /** The main looper and one thread each for the rest. */
  public static AppExecutors create() {
    Handler handler = new Handler(Looper.getMainLooper());
    return new AppExecutors(handler::post, single("disk"), single("compute"), single("typing"),
        single("network"), single("trials"), single("training", GIVES_WAY));
  }

  /** Lets queued work finish and takes no more. */
  @Override
  public void close() {
    for (Executor executor : new Executor[] {disk, compute, typing, network, trials, training}) {
      if (executor instanceof ExecutorService service) {
        service.shutdown();
      }
    }
  }

  private static ExecutorService single(String name) {
    return single(name, Thread.NORM_PRIORITY);
  }

  private static ExecutorService single(String name, int priority) {
    return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
      Thread thread = new Thread(work, "inkling-" + name);
      thread.setPriority(priority);
      return thread;
    });
  }
}
