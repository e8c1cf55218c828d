package app.inkling.data;

import androidx.annotation.Nullable;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;

/** Every statement on model versions. */
@Dao
interface ModelVersionDao {
  /** Adds a version; one that is there already stays as it is. */
  @Insert(onConflict = OnConflictStrategy.IGNORE)
  void insert(ModelVersionRow version);

  @Nullable
  @Query("SELECT * FROM model_version WHERE id = :id")
  ModelVersionRow find(String id);
}
