package app.inkling.training;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import app.inkling.common.Outcome;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;

/** Compares a version with the one in use. Main thread only. */
public final class ComparisonViewModel extends ViewModel {
  /** What came of it: the version, and how it compares with the one in use. */
  record Shown(ModelVersionRow version, Compared comparison) {}

  private final ModelVersions versions;
  private final Map<String, Comparer> comparers;
  private final Executor background;
  private final MutableLiveData<Outcome<Shown>> shown = new MutableLiveData<>();

  @Nullable
  private String asked;

  /**
   * @param comparers by kind of model
   * @param background asks both versions, for seconds perhaps
   */
  public ComparisonViewModel(ModelVersions versions, Map<String, Comparer> comparers, Executor background) {
    this.versions = versions;
    this.comparers = comparers;
    this.background = background;
  }

  /** Null while it is being worked out. */
  LiveData<Outcome<Shown>> shown() {
    return shown;
  }

  /** Works the comparison out, unless that was asked before. */
  void compare(String version) {
    if (version.equals(asked)) {
      return;
    }
    asked = version;
    shown.setValue(null);
    background.execute(() -> {
      Outcome<Shown> outcome = Outcome.of(() -> work(version));
      shown.postValue(outcome);
    });
  }

  /** The screen goes: opened anew, it looks anew. */
  void forget() {
    asked = null;
  }

  private Shown work(String id) throws Exception {
    ModelVersionRow row = versions.find(id);
    if (row == null) {
      throw new IOException("version " + id + " is gone");
    }
    return new Shown(row, comparers.get(row.kind).withInUse(row));
  }
}
