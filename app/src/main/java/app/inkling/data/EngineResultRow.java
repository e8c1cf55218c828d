package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.room.ColumnInfo;
import androidx.room.Entity;

/**
 * What was found out about one engine for one version of a model on this phone. Holds until the model, the
 * app or Android changes.
 */
@Entity(tableName = "engine_result", primaryKeys = {"model", "engine"})
public final class EngineResultRow {
  /** SHA-256 of the model version's checkpoint. */
  @NonNull
  public String model = "";

  /** The engine's stable name. */
  @NonNull
  public String engine = "";

  /** App and Android that it was found out with; of another one it says nothing. */
  @NonNull
  public String environment = "";

  /** Name of an {@code EngineReport.Outcome}. */
  @NonNull
  public String outcome = "";

  /** Why it is used, or not, in a sentence. */
  @NonNull
  public String reason = "";

  /** Largest absolute difference to the Java engine; null when there was no number to compare. */
  @Nullable
  @ColumnInfo(name = "largest_difference")
  public Float largestDifference;

  /** Median time of a run; 0 when it was not measured. */
  @ColumnInfo(name = "p50_nanos")
  public long p50Nanos;

  /** Time that 95 of 100 runs stay below; 0 when it was not measured. */
  @ColumnInfo(name = "p95_nanos")
  public long p95Nanos;

  /** Its place in the table. */
  public int position;

  /** Milliseconds since 1970. */
  public long created;
}
