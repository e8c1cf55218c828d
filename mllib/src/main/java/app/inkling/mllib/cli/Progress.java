package app.inkling.mllib.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error, shown from the first half second on. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 100;

  private final PrintWriter err;
  private final ProgressBar bar;

  Progress(PrintWriter err, String task, long steps) {
    this.err = err;
    bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(steps).setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(500).setMaxRenderedLength(WIDTH)
        .setConsumer(new DelegatingProgressBarConsumer(this::show, WIDTH)).build();
  }

  void step() {
    bar.step();
  }

  void stepTo(long step) {
    bar.stepTo(step);
  }

  /** Shown behind the bar. */
  void say(String message) {
    bar.setExtraMessage(message);
  }

  @Override
  public void close() {
    bar.close();
    err.println();
    err.flush();
  }

  private void show(String line) {
    err.print("\r" + line);
    err.flush();
  }
}
