package app.inkling.data;

import androidx.annotation.Nullable;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import java.util.List;

/** Every statement on engines' results. */
@Dao
interface EngineResultDao {
  @Query("SELECT * FROM engine_result WHERE model = :model AND environment = :environment ORDER BY position")
  List<EngineResultRow> of(String model, String environment);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void put(EngineResultRow row);

  @Query("DELETE FROM engine_result WHERE model = :model")
  void forget(String model);

  @Query("DELETE FROM engine_result WHERE environment != :environment")
  void forgetOthers(String environment);

  @Query("UPDATE engine_result SET outcome = :outcome, reason = :reason "
      + "WHERE outcome = 'CHOSEN' AND engine != :spared AND created < :when")
  void replaceChosen(String outcome, String reason, String spared, long when);

  @Nullable
  @Query("SELECT engine FROM engine_pin WHERE kind = :kind")
  String pin(String kind);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void pin(EnginePinRow row);

  @Query("DELETE FROM engine_pin WHERE kind = :kind")
  void unpin(String kind);
}
