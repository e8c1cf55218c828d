package app.inkling.data;

import androidx.annotation.Nullable;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import androidx.room.Transaction;
import java.util.List;

/** Every statement on sessions, their curves, and what versions learned from. */
@Dao
abstract class SessionDao {
  /** The version given and all that it came from. */
  private static final String LINE = "WITH RECURSIVE line(id) AS (SELECT :version UNION "
      + "SELECT parent FROM model_version JOIN line USING (id) WHERE parent IS NOT NULL) ";

  @Insert
  abstract void insert(SessionRow session);

  @Nullable
  @Query("SELECT * FROM session WHERE id = :id")
  abstract SessionRow find(String id);

  /** The session of this kind that was begun last. */
  @Nullable
  @Query("SELECT * FROM session WHERE kind = :kind ORDER BY created DESC, rowid DESC LIMIT 1")
  abstract SessionRow latest(String kind);

  /** Sessions that have no end yet: running, or cut short with the process. */
  @Query("SELECT * FROM session WHERE state = 'RUNNING' ORDER BY created")
  abstract List<SessionRow> unfinished();

  /** The session that a version came of. */
  @Nullable
  @Query("SELECT * FROM session WHERE result = :version")
  abstract SessionRow of(String version);

  @Query("UPDATE session SET state = :state, result = :result, outcome = :outcome, ended = :ended "
      + "WHERE id = :id")
  abstract void end(String id, String state, @Nullable String result, String outcome, long ended);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  abstract void insertSteps(List<SessionStepRow> steps);

  @Query("SELECT * FROM session_step WHERE session = :session ORDER BY step")
  abstract List<SessionStepRow> steps(String session);

  @Insert(onConflict = OnConflictStrategy.IGNORE)
  abstract void insertVersion(ModelVersionRow version);

  @Insert(onConflict = OnConflictStrategy.IGNORE)
  abstract void insertUses(List<SampleUseRow> uses);

  @Query("SELECT * FROM sample_use WHERE version = :version ORDER BY sample")
  abstract List<SampleUseRow> uses(String version);

  /** Versions that learned from a sample, eldest first. */
  @Query("SELECT model_version.* FROM model_version JOIN sample_use ON version = model_version.id "
      + "WHERE sample = :sample AND held_out = 0 ORDER BY created")
  abstract List<ModelVersionRow> taughtBy(String sample);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  abstract void activate(ActiveVersionRow active);

  /** How many drawings of each digit the user has named, and how many of them a version has yet to learn. */
  @Query(LINE + "SELECT correction AS digit, COUNT(*) AS `all`, SUM(held_out) AS heldOut, "
      + "SUM(held_out = 0 AND NOT EXISTS (SELECT 1 FROM sample_use WHERE sample = drawing.id "
      + "AND target = CAST(correction AS TEXT) AND sample_use.held_out = 0 "
      + "AND version IN (SELECT id FROM line))) AS waiting "
      + "FROM drawing WHERE correction IS NOT NULL GROUP BY correction ORDER BY correction")
  abstract List<SampleCount> named(@Nullable String version);

  /** Sentences that neither taught nor judged a version, nor one that it came from. */
  @Query(LINE + "SELECT id FROM sentence WHERE NOT EXISTS (SELECT 1 FROM sample_use "
      + "WHERE sample = sentence.id AND version IN (SELECT id FROM line))")
  abstract List<String> unlearned(@Nullable String version);

  /** Samples that taught or judged a version, or one that it came from, and that are gone since. */
  @Query(LINE + "SELECT DISTINCT sample FROM sample_use WHERE version IN (SELECT id FROM line) "
      + "AND sample NOT IN (SELECT id FROM drawing) AND sample NOT IN (SELECT id FROM sentence)")
  abstract List<String> gone(@Nullable String version);

  /** Records a session's end together with what came of it: all of it or nothing. */
  @Transaction
  void finish(SessionRow session, ModelVersionRow version, List<SampleUseRow> uses, boolean use, long now) {
    insertVersion(version);
    insertUses(uses);
    end(session.id, session.state, version.id, session.outcome, now);
    if (use) {
      ActiveVersionRow active = new ActiveVersionRow();
      active.kind = version.kind;
      active.version = version.id;
      active.since = now;
      activate(active);
    }
  }
}
