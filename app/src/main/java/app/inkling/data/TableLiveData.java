package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.lifecycle.LiveData;
import androidx.room.InvalidationTracker;
import app.inkling.common.Outcome;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * The result of a query, kept up to date while somebody looks, and made into what the screen needs on the
 * disk thread. Unlike a LiveData that Room generates it hands a failing query to the screen instead of ending
 * the app.
 */
final class TableLiveData<T> extends LiveData<Outcome<T>> {
  private final InklingDatabase database;
  private final Executor disk;
  private final Callable<T> query;
  private final InvalidationTracker.Observer observer;

  /** @param tables whose changes make the query run again */
  TableLiveData(InklingDatabase database, Executor disk, Callable<T> query, String... tables) {
    this.database = database;
    this.disk = disk;
    this.query = query;
    this.observer = new InvalidationTracker.Observer(tables) {
      @Override
      public void onInvalidated(@NonNull Set<String> changed) {
        disk.execute(TableLiveData.this::load);
      }
    };
  }

  @Override
  protected void onActive() {
    disk.execute(() -> {
      Outcome<Boolean> watched = Outcome.of(() -> {
        database.getInvalidationTracker().addObserver(observer);
        return true;
      });
      if (watched.failed()) {
        postValue(new Outcome<>(null, watched.failure()));
      } else {
        load();
      }
    });
  }

  @Override
  protected void onInactive() {
    disk.execute(() -> database.getInvalidationTracker().removeObserver(observer));
  }

  private void load() {
    postValue(Outcome.of(query));
  }
}
