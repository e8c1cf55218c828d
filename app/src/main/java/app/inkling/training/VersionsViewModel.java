package app.inkling.training;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Transformations;
import androidx.lifecycle.ViewModel;
import app.inkling.common.AppExecutors;
import app.inkling.common.Outcome;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import java.util.Map;

/** What the Versions screen shows and does. Main thread only. */
public final class VersionsViewModel extends ViewModel {
  private final Map<String, Trainings> trainings;
  private final MutableLiveData<String> kind = new MutableLiveData<>(ModelVersionRow.DIGITS);
  private final LiveData<Outcome<ModelVersions.Tree>> tree;
  private final LiveData<String> fault;

  /** @param trainings by kind of model */
  public VersionsViewModel(Map<String, Trainings> trainings, ModelVersions versions, AppExecutors executors) {
    this.trainings = trainings;
    tree = Transformations.switchMap(kind, 
        shown -> versions.tree(shown, executors.disk(), trainings.get(shown)::factory));
    fault = Transformations.switchMap(kind, shown -> trainings.get(shown).fault());
  }

  /** Whose versions are wanted. */
  void show(String wanted) {
    if (!wanted.equals(kind.getValue())) {
      kind.setValue(wanted);
    }
  }

  /** Null while it is being loaded. */
  LiveData<Outcome<ModelVersions.Tree>> tree() {
    return tree;
  }

  /** Why the last switch did not work; null when all is well. */
  LiveData<String> fault() {
    return fault;
  }

  void use(ModelVersionRow version) {
    trainings.get(version.kind).use(version.id);
  }
}
