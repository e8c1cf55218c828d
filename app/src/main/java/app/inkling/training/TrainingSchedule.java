package app.inkling.training;

import android.content.Context;
import androidx.annotation.VisibleForTesting;
import androidx.work.Constraints;
import androidx.work.Data;
import androidx.work.ExistingPeriodicWorkPolicy;
import androidx.work.ExistingWorkPolicy;
import androidx.work.OneTimeWorkRequest;
import androidx.work.PeriodicWorkRequest;
import androidx.work.WorkManager;
import app.inkling.mllib.train.session.Depth;
import java.util.concurrent.TimeUnit;

/** Asks the system for time to learn: now, or when the phone has nothing better to do. */
public final class TrainingSchedule {
  /** A phone idles at night: more often brings nothing. */
  private static final int HOURS = 12;

  private final Context context;

  public TrainingSchedule(Context context) {
    this.context = context;
  }

  /** Learns now, with a notification; one session of a kind at a time. */
  public void now(String kind, Depth depth) {
    WorkManager.getInstance(context).enqueueUniqueWork(nowName(kind), ExistingWorkPolicy.KEEP,
        new OneTimeWorkRequest.Builder(TrainingWorker.class).setInputData(data(kind, depth, Trainings.HAND))
            .addTag(kind).build());
  }

  /** Rebuilds the version in use without what is gone, after what runs now. */
  public void rebuild(String kind) {
    WorkManager.getInstance(context).enqueueUniqueWork(nowName(kind), ExistingWorkPolicy.KEEP,
        new OneTimeWorkRequest.Builder(TrainingWorker.class)
            .setInputData(data(kind, Depth.QUICK, Trainings.REBUILD)).addTag(kind).build());
  }

  /** Takes back what {@link #now} asked for. */
  public void cancel(String kind) {
    WorkManager.getInstance(context).cancelUniqueWork(nowName(kind));
  }

  /** Learns by itself from now on, while the phone charges, lies idle and its battery is not low. */
  public void whenIdle(String kind, Depth depth) {
    WorkManager.getInstance(context).enqueueUniquePeriodicWork(idleName(kind),
        ExistingPeriodicWorkPolicy.UPDATE,
        new PeriodicWorkRequest.Builder(TrainingWorker.class, HOURS, TimeUnit.HOURS)
            .setConstraints(new Constraints.Builder().setRequiresCharging(true).setRequiresDeviceIdle(true)
                .setRequiresBatteryNotLow(true).build())
            .setInputData(data(kind, depth, Trainings.IDLE)).addTag(kind).build());
  }

  /** Learns by itself no more. */
  public void neverWhenIdle(String kind) {
    WorkManager.getInstance(context).cancelUniqueWork(idleName(kind));
  }

  @VisibleForTesting
  static String nowName(String kind) {
    return "learn-" + kind;
  }

  @VisibleForTesting
  static String idleName(String kind) {
    return "learn-idle-" + kind;
  }

  private static Data data(String kind, Depth depth, String origin) {
    return new Data.Builder().putString(TrainingWorker.KIND, kind)
        .putString(TrainingWorker.DEPTH, depth.name()).putString(TrainingWorker.ORIGIN, origin).build();
  }
}
