package app.inkling.training;

import android.content.Context;
import androidx.annotation.NonNull;
import androidx.concurrent.futures.CallbackToFutureAdapter;
import androidx.work.ForegroundInfo;
import androidx.work.ListenableWorker;
import androidx.work.WorkerParameters;
import app.inkling.mllib.train.session.Depth;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * One session as the system's background work. It runs on the training thread, whatever thread the system
 * calls on; stopped by the system it saves and goes on when it is called again.
 */
public final class TrainingWorker extends ListenableWorker {
  static final String KIND = "kind";
  static final String DEPTH = "depth";
  static final String ORIGIN = "origin";

  /** Implemented by the application: what a worker cannot be handed. */
  public interface Host {
    Map<String, Trainings> trainings();

    Executor trainingThread();
  }

  private volatile boolean interrupted;

  public TrainingWorker(@NonNull Context context, @NonNull WorkerParameters parameters) {
    super(context, parameters);
  }

  @NonNull
  @Override
  public ListenableFuture<Result> startWork() {
    Host host = (Host) getApplicationContext();
    String origin = String.valueOf(getInputData().getString(ORIGIN));
    Trainings trainings = host.trainings().get(String.valueOf(getInputData().getString(KIND)));
    if (!origin.equals(Trainings.IDLE)) {
      setForegroundAsync(notice());
    }
    return CallbackToFutureAdapter.getFuture(done -> {
      host.trainingThread().execute(() -> done.set(run(trainings, origin)));
      return "session";
    });
  }

  @NonNull
  @Override
  public ListenableFuture<ForegroundInfo> getForegroundInfoAsync() {
    return CallbackToFutureAdapter.getFuture(done -> {
      done.set(notice());
      return "notice";
    });
  }

  /** Called by the system, on any thread. */
  @Override
  public void onStopped() {
    interrupted = true;
  }

  private Result run(Trainings trainings, String origin) {
    Depth depth = Depth.FULL.name().equals(getInputData().getString(DEPTH)) ? Depth.FULL : Depth.QUICK;
    return trainings.run(depth, origin, () -> interrupted) == Trainings.Ending.INTERRUPTED
        ? Result.retry() : Result.success();
  }

  private ForegroundInfo notice() {
    return TrainingNotice.of(getApplicationContext());
  }
}
