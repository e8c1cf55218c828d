package app.inkling.training;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** The notification's "stop". */
public final class StopReceiver extends BroadcastReceiver {
  @Override
  public void onReceive(Context context, Intent intent) {
    for (Trainings each : ((TrainingWorker.Host) context.getApplicationContext()).trainings().values()) {
      if (each.isBusy()) {
        each.stop();
      }
    }
  }
}
