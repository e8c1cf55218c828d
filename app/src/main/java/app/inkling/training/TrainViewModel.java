package app.inkling.training;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.ViewModel;
import app.inkling.common.Outcome;
import app.inkling.data.Learning;
import app.inkling.mllib.train.session.Depth;
import java.util.List;

/** What the Train screen shows and does, for one kind of model at a time. Main thread only. */
public final class TrainViewModel extends ViewModel {
  /**
   * A kind of model that learns.
   *
   * @param learning where that stands
   * @param damage what was found damaged and is no longer used; null while nothing was
   */
  public record Pupil(String kind, Trainings trainings, LiveData<Outcome<Learning>> learning,
      LiveData<String> damage) {}

  private final List<Pupil> pupils;
  private final TrainingSettings settings;
  private final MediatorLiveData<TrainState> state = new MediatorLiveData<>();
  private Pupil shown;

  /** @param pupils the first is shown at first */
  public TrainViewModel(List<Pupil> pupils, TrainingSettings settings) {
    this.pupils = List.copyOf(pupils);
    this.settings = settings;
    shown = pupils.get(0);
    for (Pupil pupil : pupils) {
      state.addSource(pupil.learning(), next -> publish());
      state.addSource(pupil.trainings().progress(), next -> publish());
      state.addSource(pupil.trainings().fault(), next -> publish());
      state.addSource(pupil.damage(), next -> publish());
    }
    state.addSource(settings.values(), next -> publish());
  }

  LiveData<TrainState> state() {
    return state;
  }

  /** Goes over to another kind of model. */
  void show(String kind) {
    shown = pupil(kind);
    publish();
  }

  private Pupil pupil(@Nullable String kind) {
    return pupils.stream().filter(pupil -> pupil.kind().equals(kind)).findFirst().orElse(shown);
  }

  void start() {
    shown.trainings().start(settings.values().getValue().depth());
  }

  /** @param kind null for the one that is shown */
  void rebuild(@Nullable String kind) {
    pupil(kind).trainings().rebuild();
  }

  void stop() {
    shown.trainings().stop();
  }

  /** Goes back to what the last session began with. */
  void undo() {
    Outcome<Learning> now = shown.learning().getValue();
    if (now != null && !now.failed() && now.value().session() != null) {
      shown.trainings().use(now.value().session().base);
    }
  }

  void setDepth(Depth depth) {
    TrainingSettings.Values now = settings.values().getValue();
    settings.set(new TrainingSettings.Values(depth, now.automatic(), now.asked()));
    if (now.automatic()) {
      pupils.forEach(pupil -> pupil.trainings().byItself(true, depth));
    }
  }

  void setAutomatic(boolean automatic) {
    TrainingSettings.Values now = settings.values().getValue();
    settings.set(new TrainingSettings.Values(now.depth(), automatic, now.asked()));
    pupils.forEach(pupil -> pupil.trainings().byItself(automatic, now.depth()));
  }

  /** Whether to ask for the permission to show notifications; true once. */
  boolean askToNotify() {
    TrainingSettings.Values now = settings.values().getValue();
    settings.set(new TrainingSettings.Values(now.depth(), now.automatic(), true));
    return !now.asked();
  }

  private void publish() {
    state.setValue(stateOf(null));
  }

  /**
   * How one kind of model stands; {@link #state} says when to look again.
   *
   * @param kind null for the one that is shown
   */
  TrainState stateOf(@Nullable String kind) {
    Pupil pupil = pupil(kind);
    TrainingSettings.Values set = settings.values().getValue();
    return new TrainState(pupil.kind(), pupil.learning().getValue(), pupil.trainings().progress().getValue(),
        set.depth(), set.automatic(), pupil.trainings().fault().getValue(),
        pupil.damage().getValue() != null);
  }
}
