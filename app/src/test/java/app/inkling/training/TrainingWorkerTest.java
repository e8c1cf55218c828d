package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Notification;
import android.app.NotificationManager;
import android.content.Context;
import android.content.Intent;
import android.content.pm.ServiceInfo;
import androidx.concurrent.futures.CallbackToFutureAdapter;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import androidx.work.Data;
import androidx.work.ForegroundInfo;
import androidx.work.ForegroundUpdater;
import androidx.work.ListenableWorker.Result;
import androidx.work.testing.TestListenableWorkerBuilder;
import app.inkling.R;
import app.inkling.data.ModelVersionRow;
import app.inkling.mllib.train.session.Depth;
import app.inkling.screens.App;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** A session as the system sees it: in the foreground with a notice when begun by hand, else unseen. */
@RunWith(AndroidJUnit4.class)
public final class TrainingWorkerTest {
  @Rule
  public final App app = new App();

  private final Context context = ApplicationProvider.getApplicationContext();
  private final TrainingsFixture sessions = new TrainingsFixture(app);
  private final List<ForegroundInfo> shown = new ArrayList<>();

  @Test
  public void standsInTheForegroundAsDataSyncWhenBegunByHand() throws Exception {
    app.teachSevens(12);
    assertEquals(Result.success(), work(Trainings.HAND, (at, id, info) -> done(info, null)));
    assertEquals("ACCEPTED", sessions.learning().session().state);
    assertEquals(1, shown.size());
    assertEquals(ServiceInfo.FOREGROUND_SERVICE_TYPE_DATA_SYNC, shown.get(0).getForegroundServiceType());
    Notification notice = shown.get(0).getNotification();
    assertEquals(context.getString(R.string.train_notification),
        notice.extras.getString(Notification.EXTRA_TITLE));
    assertTrue("stays while it runs", (notice.flags & Notification.FLAG_ONGOING_EVENT) != 0);
    assertEquals("quiet", NotificationManager.IMPORTANCE_LOW, context
        .getSystemService(NotificationManager.class).getNotificationChannel(notice.getChannelId())
        .getImportance());
  }

  @Test
  public void showsNothingWhenItLearnsByItself() throws Exception {
    app.teachSevens(12);
    assertEquals(Result.success(), work(Trainings.IDLE, (at, id, info) -> done(info, null)));
    assertEquals("ACCEPTED", sessions.learning().session().state);
    assertEquals(List.of(), shown);
  }

  /** As when the app is in the background, or its notices are forbidden. */
  @Test
  public void learnsAllTheSameWhenTheForegroundIsRefused() throws Exception {
    app.teachSevens(12);
    assertEquals(Result.success(), work(Trainings.HAND, (at, id, info) ->
        done(info, new IllegalStateException("startForegroundService() not allowed"))));
    assertEquals(1, shown.size());
    assertEquals("ACCEPTED", sessions.learning().session().state);
    assertNull(sessions.trainings().fault().getValue());
  }

  @Test
  public void theNoticeStopsTheSession() throws Exception {
    app.teachSevens(12);
    Intent stop = shadowOf(TrainingNotice.of(context).getNotification().actions[0].actionIntent)
        .getSavedIntent();
    assertEquals(StopReceiver.class.getName(), stop.getComponent().getClassName());
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch tapped = new CountDownLatch(1);
    FutureTask<Trainings.Ending> session = sessions.begin(Depth.QUICK, Trainings.HAND, () -> {
      runs.countDown();
      TrainingsFixture.await(tapped);
      return false;
    });
    TrainingsFixture.await(runs);
    new StopReceiver().onReceive(context, stop);
    tapped.countDown();
    session.get(120, TimeUnit.SECONDS);
    app.settle();
    assertEquals("CANCELLED", sessions.learning().session().state);
  }

  private Result work(String origin, ForegroundUpdater updater) throws Exception {
    TrainingWorker worker = TestListenableWorkerBuilder.from(context, TrainingWorker.class)
        .setInputData(new Data.Builder().putString(TrainingWorker.KIND, ModelVersionRow.DIGITS)
            .putString(TrainingWorker.DEPTH, Depth.QUICK.name())
            .putString(TrainingWorker.ORIGIN, origin).build())
        .setForegroundUpdater(updater).build();
    Result result = worker.startWork().get(120, TimeUnit.SECONDS);
    app.settle();
    return result;
  }

  private ListenableFuture<Void> done(ForegroundInfo info, Exception refusal) {
    shown.add(info);
    return CallbackToFutureAdapter.getFuture(end -> {
      if (refusal == null) {
        end.set(null);
      } else {
        end.setException(refusal);
      }
      return "foreground";
    });
  }
}
