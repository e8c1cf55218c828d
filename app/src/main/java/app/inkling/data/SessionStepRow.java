package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.ForeignKey;

/** One point of a session's curves. */
@Entity(
    tableName = "session_step",
    primaryKeys = {"session", "step"},
    foreignKeys = @ForeignKey(entity = SessionRow.class, parentColumns = "id", childColumns = "session",
        onDelete = ForeignKey.CASCADE))
public final class SessionStepRow {
  @NonNull
  public String session = "";

  /** Updates made when this was measured, those of all rounds together. */
  public int step;

  /** The round it belongs to, from 1: each begins anew from the base, the last one makes the version. */
  public int round;

  /** Loss on what is learned from, nats an example; null where it was not measured. */
  @Nullable
  public Double loss;

  /** Share of right answers on what is learned from, 0 to 1; null where it was not measured. */
  @Nullable
  public Double accuracy;

  /** Loss on the drawings set aside; null where it was not measured. */
  @Nullable
  @ColumnInfo(name = "held_out_loss")
  public Double heldOutLoss;

  /** Share of right answers on the drawings set aside; null where it was not measured. */
  @Nullable
  @ColumnInfo(name = "held_out_accuracy")
  public Double heldOutAccuracy;

  /** Length of the gradient before clipping; null where it was not measured. */
  @Nullable
  @ColumnInfo(name = "gradient_norm")
  public Double gradientNorm;
}
