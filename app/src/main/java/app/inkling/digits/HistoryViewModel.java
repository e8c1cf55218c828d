package app.inkling.digits;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Transformations;
import androidx.lifecycle.ViewModel;
import app.inkling.common.Outcome;
import app.inkling.data.DrawingRepository;
import app.inkling.data.Removed;
import app.inkling.data.StoredDrawing;
import java.util.List;
import java.util.concurrent.Executor;

/** What the History screen shows: the newest drawings, more of them as one scrolls on. Main thread only. */
public final class HistoryViewModel extends ViewModel {
  /** So many drawings are shown at first and added each time the end comes near. */
  static final int PAGE = 60;

  private final DrawingRepository drawings;
  private final Executor background;
  private final MutableLiveData<Integer> limit = new MutableLiveData<>(PAGE);
  private final LiveData<Outcome<List<StoredDrawing>>> newest;
  private final MutableLiveData<Removed> removed = new MutableLiveData<>();

  /** @param background compares the former list with the next */
  public HistoryViewModel(DrawingRepository drawings, Executor background) {
    this.drawings = drawings;
    this.background = background;
    this.newest = Transformations.switchMap(limit, drawings::newest);
  }

  Executor background() {
    return background;
  }

  /** Null while they are being loaded. */
  LiveData<Outcome<List<StoredDrawing>>> newest() {
    return newest;
  }

  /** Drawings just deleted, for which an undo is on offer; null when none is. */
  LiveData<Removed> removed() {
    return removed;
  }

  LiveData<Exception> fault() {
    return drawings.fault();
  }

  /** The drawings up to {@code position} have come into view, counted from 0. */
  void shown(int position) {
    if (position >= limit.getValue() - PAGE / 2) {
      limit.setValue(limit.getValue() + PAGE);
    }
  }

  void delete(String id) {
    drawings.remove(id, removed::setValue);
  }

  void undoDelete() {
    if (removed.getValue() != null) {
      drawings.restore(removed.getValue());
      removed.setValue(null);
    }
  }

  /** The offer has been seen and not taken: the deletion stands. */
  void deleteSeen() {
    removed.setValue(null);
  }

  /** @param said 0 to 9, -1 for no digit, null to take it back */
  void correct(String id, @Nullable Integer said) {
    drawings.correct(id, said);
  }
}
