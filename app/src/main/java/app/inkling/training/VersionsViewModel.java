package app.inkling.training;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.ViewModel;
import app.inkling.common.AppExecutors;
import app.inkling.common.Outcome;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;

/** What the Versions screen shows and does. Main thread only. */
public final class VersionsViewModel extends ViewModel {
  private final Trainings trainings;
  private final LiveData<Outcome<ModelVersions.Tree>> tree;

  public VersionsViewModel(Trainings trainings, ModelVersions versions, AppExecutors executors) {
    this.trainings = trainings;
    this.tree = versions.tree(ModelVersionRow.DIGITS, executors.disk());
  }

  /** Null while it is being loaded. */
  LiveData<Outcome<ModelVersions.Tree>> tree() {
    return tree;
  }

  /** Why the last switch did not work; null when all is well. */
  LiveData<String> fault() {
    return trainings.fault();
  }

  void use(ModelVersionRow version) {
    trainings.use(version.id);
  }
}
