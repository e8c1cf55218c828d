package app.inkling.digits;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.core.view.ViewCompat;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat.AccessibilityActionCompat;
import androidx.recyclerview.widget.AsyncDifferConfig;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import app.inkling.R;
import app.inkling.common.ThumbnailView;
import app.inkling.data.StoredDrawing;
import app.inkling.mllib.data.stroke.StrokeFormat;
import java.text.NumberFormat;
import java.util.Objects;
import java.util.concurrent.Executor;

/** The rows of History. */
final class DrawingAdapter extends ListAdapter<StoredDrawing, DrawingAdapter.Row> {
  /** What can be done with a row. */
  interface Actions {
    void name(StoredDrawing drawing);

    void delete(StoredDrawing drawing);

    /** The row at this position has come into view. */
    void shown(int position);
  }

  private static final DiffUtil.ItemCallback<StoredDrawing> SAME = new DiffUtil.ItemCallback<>() {
    @Override
    public boolean areItemsTheSame(@NonNull StoredDrawing one, @NonNull StoredDrawing other) {
      return one.id().equals(other.id());
    }

    @Override
    public boolean areContentsTheSame(@NonNull StoredDrawing one, @NonNull StoredDrawing other) {
      return one.created() == other.created() && Objects.equals(one.guess(), other.guess())
          && Objects.equals(one.correction(), other.correction()) && ink(one).equals(ink(other));
    }

    private String ink(StoredDrawing drawing) {
      return drawing.ink() == null ? "" : StrokeFormat.format(drawing.ink());
    }
  };

  private final Actions actions;
  private final DrawingText text;

  /** @param background compares lists */
  DrawingAdapter(Actions actions, DrawingText text, Executor background) {
    super(new AsyncDifferConfig.Builder<>(SAME).setBackgroundThreadExecutor(background).build());
    this.actions = actions;
    this.text = text;
  }

  @NonNull
  @Override
  public Row onCreateViewHolder(@NonNull ViewGroup parent, int viewType) {
    return new Row(LayoutInflater.from(parent.getContext()).inflate(R.layout.item_drawing, parent, false));
  }

  @Override
  public void onBindViewHolder(@NonNull Row row, int position) {
    row.show(getItem(position), getItemCount() - position);
    actions.shown(position);
  }

  final class Row extends RecyclerView.ViewHolder {
    private final ThumbnailView thumbnail;
    private final TextView title;
    private final TextView detail;
    private final View delete;

    Row(View view) {
      super(view);
      thumbnail = view.findViewById(R.id.thumbnail);
      title = view.findViewById(R.id.title);
      detail = view.findViewById(R.id.detail);
      delete = view.findViewById(R.id.delete);
    }

    /** @param number counted from the oldest: rows that read alike are told apart when spoken */
    void show(StoredDrawing drawing, int number) {
      String titleText = text.title(drawing);
      String detailText = text.detail(drawing, System.currentTimeMillis());
      thumbnail.setDrawing(drawing.ink());
      title.setText(titleText);
      detail.setText(detailText);
      itemView.setContentDescription(
          itemView.getResources().getString(R.string.history_item_spoken, titleText, detailText,
              NumberFormat.getIntegerInstance().format(number)));
      itemView.setOnClickListener(clicked -> actions.name(drawing));
      ViewCompat.replaceAccessibilityAction(itemView,
          AccessibilityActionCompat.ACTION_CLICK,
          itemView.getResources().getString(R.string.correct_drawing), null);
      delete.setContentDescription(
          itemView.getResources().getString(R.string.delete_drawing_spoken, titleText));
      delete.setOnClickListener(clicked -> actions.delete(drawing));
    }
  }
}
