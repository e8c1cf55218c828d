package app.inkling.training;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.ViewModel;
import app.inkling.common.Outcome;
import app.inkling.data.Learning;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.Sessions;
import app.inkling.mllib.train.session.Depth;

/** What the Train screen shows and does. Main thread only. */
public final class TrainViewModel extends ViewModel {
  private final Trainings trainings;
  private final TrainingSettings settings;
  private final LiveData<Outcome<Learning>> learning;
  private final LiveData<String> damage;
  private final MediatorLiveData<TrainState> state = new MediatorLiveData<>();

  /** @param damage what was found damaged and is no longer used; null while nothing was */
  public TrainViewModel(Trainings trainings, Sessions sessions, TrainingSettings settings,
      LiveData<String> damage) {
    this.trainings = trainings;
    this.settings = settings;
    this.learning = sessions.learning(ModelVersionRow.DIGITS);
    this.damage = damage;
    state.addSource(learning, next -> publish());
    state.addSource(trainings.progress(), next -> publish());
    state.addSource(trainings.fault(), next -> publish());
    state.addSource(settings.values(), next -> publish());
    state.addSource(damage, next -> publish());
  }

  LiveData<TrainState> state() {
    return state;
  }

  void start() {
    trainings.start(settings.values().getValue().depth());
  }

  void rebuild() {
    trainings.rebuild();
  }

  void stop() {
    trainings.stop();
  }

  /** Goes back to what the last session began with. */
  void undo() {
    Outcome<Learning> now = learning.getValue();
    if (now != null && !now.failed() && now.value().session() != null) {
      trainings.use(now.value().session().base);
    }
  }

  void setDepth(Depth depth) {
    TrainingSettings.Values now = settings.values().getValue();
    settings.set(new TrainingSettings.Values(depth, now.automatic(), now.asked()));
    if (now.automatic()) {
      trainings.byItself(true, depth);
    }
  }

  void setAutomatic(boolean automatic) {
    TrainingSettings.Values now = settings.values().getValue();
    settings.set(new TrainingSettings.Values(now.depth(), automatic, now.asked()));
    trainings.byItself(automatic, now.depth());
  }

  /** Whether to ask for the permission to show notifications; true once. */
  boolean askToNotify() {
    TrainingSettings.Values now = settings.values().getValue();
    settings.set(new TrainingSettings.Values(now.depth(), now.automatic(), true));
    return !now.asked();
  }

  private void publish() {
    TrainingSettings.Values set = settings.values().getValue();
    state.setValue(new TrainState(learning.getValue(), trainings.progress().getValue(), set.depth(),
        set.automatic(), trainings.fault().getValue(), damage.getValue() != null));
  }
}
