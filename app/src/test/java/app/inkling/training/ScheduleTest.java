package app.inkling.training;

import static org.junit.Assert.assertEquals;

import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import androidx.work.WorkInfo;
import androidx.work.WorkManager;
import app.inkling.InklingApplication;
import app.inkling.data.ModelVersionRow;
import app.inkling.mllib.train.session.Depth;
import app.inkling.screens.App;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/** What learns by itself is asked of the system anew at each start, so that an update covers what is new. */
@RunWith(AndroidJUnit4.class)
public final class ScheduleTest {
  @Rule
  public final App app = new App();

  @After
  public void byHandAgain() {
    set(TrainingSettings.Values.DEFAULT);
  }

  private void set(TrainingSettings.Values values) {
    App.onMain(() -> app.container().trainingSettings().set(values));
    app.settle();
  }

  private void startAnew() {
    ((InklingApplication) ApplicationProvider.getApplicationContext()).onCreate();
    app.settle();
  }

  /** States of what is to run while the phone idles. */
  private List<WorkInfo.State> idle(String kind) throws Exception {
    return work(kind).stream().map(WorkInfo::getState).collect(Collectors.toList());
  }

  private static List<WorkInfo> work(String kind) throws Exception {
    return WorkManager.getInstance(ApplicationProvider.getApplicationContext())
        .getWorkInfosForUniqueWork(TrainingSchedule.idleName(kind)).get();
  }

  @Test
  public void whatWasSwitchedOnBeforeAnUpdateCoversWhatCameWithIt() throws Exception {
    app.container().digitTrainings().byItself(true, Depth.QUICK);
    set(new TrainingSettings.Values(Depth.FULL, true, true));
    assertEquals(List.of(), idle(ModelVersionRow.WORDS));
    String before = work(ModelVersionRow.DIGITS).get(0).getId().toString();
    startAnew();
    for (String kind : List.of(ModelVersionRow.DIGITS, ModelVersionRow.WORDS)) {
      assertEquals(kind, List.of(WorkInfo.State.ENQUEUED), idle(kind));
      assertEquals(kind, true, work(kind).get(0).getConstraints().requiresCharging());
    }
    assertEquals("the same work goes on, its turn is not put off", before,
        work(ModelVersionRow.DIGITS).get(0).getId().toString());
  }

  @Test
  public void nothingLearnsByItselfWhereThatWasNotWished() throws Exception {
    startAnew();
    assertEquals(List.of(), idle(ModelVersionRow.DIGITS));
    assertEquals(List.of(), idle(ModelVersionRow.WORDS));
  }
}
