package app.inkling.training;

import androidx.lifecycle.MutableLiveData;
import app.inkling.data.SessionStepRow;
import app.inkling.data.Sessions;
import app.inkling.mllib.train.session.SessionListener;
import app.inkling.mllib.train.session.SessionPoint;
import app.inkling.mllib.train.session.SessionStep;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Writes a session's curves down as they grow, and says how far it is. */
final class StepRecorder implements SessionListener {
  private final String session;
  private final Sessions sessions;
  private final MutableLiveData<Progress> progress;
  private final BooleanSupplier stopped;
  private double gradientNorm;

  StepRecorder(String session, Sessions sessions, MutableLiveData<Progress> progress,
      BooleanSupplier stopped) {
    this.session = session;
    this.sessions = sessions;
    this.progress = progress;
    this.stopped = stopped;
  }

  @Override
  public void onStep(SessionStep step) {
    gradientNorm = step.gradientNorm();
    long seconds = (step.left().toMillis() + 999) / 1000;
    progress.postValue(new Progress(step.step(), step.steps(), (int) Math.min(seconds, Integer.MAX_VALUE),
        stopped.getAsBoolean()));
  }

  @Override
  public void onPoint(SessionPoint point) {
    SessionStepRow row = new SessionStepRow();
    row.session = session;
    row.step = Math.toIntExact(point.step());
    row.round = point.round();
    row.loss = measured(point.trainingLoss());
    row.accuracy = measured(point.trainingAccuracy());
    row.heldOutLoss = measured(point.heldOutLoss());
    row.heldOutAccuracy = measured(point.heldOutAccuracy());
    row.gradientNorm = gradientNorm;
    sessions.addSteps(List.of(row));
  }

  private static Double measured(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
