package app.inkling.training;

import android.content.Context;
import android.content.SharedPreferences;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.mllib.train.session.Depth;
import java.util.Collection;
import java.util.concurrent.Executor;

/** What the user has set about learning: kept in the app's preferences, read in the background. */
public final class TrainingSettings {
  /**
   * @param depth what a session is to change
   * @param automatic whether sessions begin by themselves
   * @param asked whether the permission to show notifications has been asked for
   */
  public record Values(Depth depth, boolean automatic, boolean asked) {
    static final Values DEFAULT = new Values(Depth.QUICK, false, false);
  }

  private static final String FILE = "training";
  private static final String FULL = "full";
  private static final String AUTOMATIC = "automatic";
  private static final String ASKED = "asked_to_notify";

  private final Context context;
  private final Executor disk;
  private final MutableLiveData<Values> values = new MutableLiveData<>(Values.DEFAULT);

  /** @param disk reads and writes them */
  public TrainingSettings(Context context, Executor disk) {
    this.context = context;
    this.disk = disk;
    disk.execute(() -> values.postValue(read()));
  }

  /** The settings; the defaults until they are read. */
  public LiveData<Values> values() {
    return values;
  }

  /** Changes them at once and stores them in the background; main thread. */
  public void set(Values next) {
    values.setValue(next);
    disk.execute(() -> preferences().edit().putBoolean(FULL, next.depth() == Depth.FULL)
        .putBoolean(AUTOMATIC, next.automatic()).putBoolean(ASKED, next.asked()).commit());
  }

  /**
   * What learns by itself does so for every kind of model, also for one that came with an update, and in
   * whatever way this app asks the system for it; to be called at the app's start.
   */
  public void bringScheduleUpToDate(Collection<Trainings> all) {
    disk.execute(() -> {
      Values stored = read();
      if (stored.automatic()) {
        all.forEach(each -> each.byItself(true, stored.depth()));
      }
    });
  }

  /** The settings as they are stored; background threads only. */
  Values read() {
    SharedPreferences stored = preferences();
    return new Values(stored.getBoolean(FULL, false) ? Depth.FULL : Depth.QUICK,
        stored.getBoolean(AUTOMATIC, false), stored.getBoolean(ASKED, false));
  }

  private SharedPreferences preferences() {
    return context.getSharedPreferences(FILE, Context.MODE_PRIVATE);
  }
}
