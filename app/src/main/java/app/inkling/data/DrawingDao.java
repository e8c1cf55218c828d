package app.inkling.data;

import androidx.annotation.Nullable;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import androidx.room.Transaction;
import androidx.room.Upsert;
import java.util.List;

/** Every statement on drawings and on what models make of them. */
@Dao
abstract class DrawingDao {
  /** The newest drawings first, at most {@code limit} of them. */
  @Query("SELECT * FROM drawing ORDER BY created DESC, id LIMIT :limit")
  abstract List<DrawingRow> newest(int limit);

  @Nullable
  @Query("SELECT * FROM drawing WHERE id = :id")
  abstract DrawingRow find(String id);

  @Query("SELECT * FROM drawing ORDER BY created, id")
  abstract List<DrawingRow> allDrawings();

  @Query("SELECT * FROM drawing WHERE correction IS NOT NULL ORDER BY created, id")
  abstract List<DrawingRow> named();

  @Query("SELECT * FROM prediction WHERE drawing = :drawing")
  abstract List<PredictionRow> predictionsOf(String drawing);

  @Query("SELECT * FROM prediction")
  abstract List<PredictionRow> allPredictions();

  /** How many drawings there are, how many the user named, how many measure, and how long their ink is. */
  @Query("SELECT COUNT(*) AS drawings, COUNT(correction) AS named, IFNULL(SUM(held_out), 0) AS heldOut, "
      + "IFNULL(SUM(LENGTH(strokes)), 0) AS inkBytes FROM drawing")
  abstract StoredFigures figures();

  @Upsert
  abstract void upsert(DrawingRow drawing);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  abstract void insertDrawings(List<DrawingRow> drawings);

  @Insert(onConflict = OnConflictStrategy.IGNORE)
  abstract void insertNew(List<DrawingRow> drawings);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  abstract void insertPredictions(List<PredictionRow> predictions);

  /** Returns how many rows changed: 0 when the drawing is gone. */
  @Query("UPDATE drawing SET correction = :correction WHERE id = :id")
  abstract int correct(String id, @Nullable Integer correction);

  @Query("UPDATE drawing SET guess = :guess, confidence = :confidence, refusal = :refusal, "
      + "model_version = :modelVersion WHERE id = :id")
  abstract int setGuess(String id, int guess, float confidence, String refusal, String modelVersion);

  @Query("DELETE FROM drawing WHERE id = :id")
  abstract void delete(String id);

  @Query("DELETE FROM drawing")
  abstract void deleteAll();

  @Query("DELETE FROM prediction WHERE drawing = :drawing")
  abstract void deletePredictionsOf(String drawing);

  /** Stores ink that has changed: what models said of the former ink is no longer true and goes. */
  @Transaction
  void putInk(DrawingRow drawing) {
    upsert(drawing);
    deletePredictionsOf(drawing.id);
  }

  /** Stores a guess with its prediction, unless the drawing is gone meanwhile. */
  @Transaction
  void putGuess(int guess, float confidence, String refusal, PredictionRow prediction) {
    if (setGuess(prediction.drawing, guess, confidence, refusal, prediction.modelVersion) == 1) {
      insertPredictions(List.of(prediction));
    }
  }

  /** Removes one drawing and returns all that is needed to bring it back. */
  @Transaction
  Removed remove(String id) {
    DrawingRow drawing = find(id);
    if (drawing == null) {
      return new Removed(List.of(), List.of());
    }
    Removed removed = new Removed(List.of(drawing), predictionsOf(id));
    delete(id);
    return removed;
  }

  /** Removes every drawing and returns all that is needed to bring them back. */
  @Transaction
  Removed removeAll() {
    Removed removed = new Removed(allDrawings(), allPredictions());
    deleteAll();
    return removed;
  }

  @Transaction
  void restore(Removed removed) {
    insertDrawings(removed.drawings());
    insertPredictions(removed.predictions());
  }
}
