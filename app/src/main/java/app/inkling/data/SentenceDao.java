package app.inkling.data;

import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import androidx.room.Transaction;
import java.util.List;

/** Every statement on what was typed and decided. */
@Dao
abstract class SentenceDao {
  @Insert
  abstract void insert(SentenceRow sentence);

  /** Eldest first. */
  @Query("SELECT * FROM sentence ORDER BY created, rowid")
  abstract List<SentenceRow> sentences();

  @Query("SELECT COUNT(*) FROM sentence")
  abstract int count();

  @Query("SELECT * FROM personal_word ORDER BY word")
  abstract List<PersonalWordRow> decisions();

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  abstract void decide(PersonalWordRow decision);

  @Query("DELETE FROM personal_word WHERE word = :word")
  abstract void undecide(String word);

  @Query("DELETE FROM sentence")
  abstract void deleteSentences();

  @Query("DELETE FROM personal_word")
  abstract void deleteDecisions();

  @Insert(onConflict = OnConflictStrategy.IGNORE)
  abstract void insertNew(List<SentenceRow> sentences);

  @Insert(onConflict = OnConflictStrategy.IGNORE)
  abstract void decideNew(List<PersonalWordRow> decisions);

  /** Adds what isn't here yet: all of it or nothing. */
  @Transaction
  void takeIn(List<SentenceRow> sentences, List<PersonalWordRow> decisions) {
    insertNew(sentences);
    decideNew(decisions);
  }

  /** All of it or nothing. */
  @Transaction
  void erase() {
    deleteSentences();
    deleteDecisions();
  }
}
