package app.inkling.data;

import androidx.annotation.Nullable;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import java.util.List;

/** Every statement on model versions. */
@Dao
interface ModelVersionDao {
  /** Adds a version; one that is there already stays as it is. */
  @Insert(onConflict = OnConflictStrategy.IGNORE)
  void insert(ModelVersionRow version);

  @Nullable
  @Query("SELECT * FROM model_version WHERE id = :id")
  ModelVersionRow find(String id);

  @Query("SELECT * FROM model_version WHERE kind = :kind ORDER BY created, id")
  List<ModelVersionRow> all(String kind);

  /** The version in use; null while that is the one that came with the app. */
  @Nullable
  @Query("SELECT model_version.* FROM model_version JOIN active_version ON version = model_version.id "
      + "WHERE active_version.kind = :kind")
  ModelVersionRow active(String kind);

  /** Its parent must go after it. */
  @Query("DELETE FROM model_version WHERE id = :id")
  void delete(String id);
}
