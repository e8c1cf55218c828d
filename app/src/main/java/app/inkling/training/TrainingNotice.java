package app.inkling.training;

import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.content.pm.ServiceInfo;
import android.os.Build;
import androidx.core.app.NotificationCompat;
import androidx.work.ForegroundInfo;
import app.inkling.R;

/** The quiet notification that stands while a session begun by hand runs, with a way to stop it. */
final class TrainingNotice {
  private static final String CHANNEL = "training";
  private static final int ID = 1;

  private TrainingNotice() {}

  static ForegroundInfo of(Context context) {
    NotificationManager manager = context.getSystemService(NotificationManager.class);
    manager.createNotificationChannel(new NotificationChannel(
        CHANNEL, context.getString(R.string.train_channel), NotificationManager.IMPORTANCE_LOW));
    NotificationCompat.Builder notice = new NotificationCompat.Builder(context, CHANNEL)
        .setSmallIcon(R.drawable.ic_train)
        .setContentTitle(context.getString(R.string.train_notification))
        .setProgress(0, 0, true)
        .setOngoing(true)
        .setContentIntent(PendingIntent.getActivity(context, 0,
            context.getPackageManager().getLaunchIntentForPackage(context.getPackageName()),
            PendingIntent.FLAG_IMMUTABLE))
        .addAction(0, context.getString(R.string.train_stop), PendingIntent.getBroadcast(context, 0,
            new Intent(context, StopReceiver.class), PendingIntent.FLAG_IMMUTABLE));
    return Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q
        ? new ForegroundInfo(ID, notice.build(), ServiceInfo.FOREGROUND_SERVICE_TYPE_DATA_SYNC)
        : new ForegroundInfo(ID, notice.build());
  }
}
