package app.inkling.training;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.recyclerview.widget.RecyclerView;
import app.inkling.R;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tree of versions as rows, each below its parent and further in. */
final class VersionAdapter extends RecyclerView.Adapter<VersionAdapter.Row> {
  /** What can be done with a row. */
  interface Actions {
    void use(ModelVersionRow version);

    void compare(ModelVersionRow version);
  }

  /** So deep is shown; what lies deeper is not moved further in. */
  private static final int DEEPEST = 4;
  private static final int STEP_DP = 16;

  private final Actions actions;
  private final VersionText text;
  private final List<ModelVersionRow> rows = new ArrayList<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private ModelVersions.Tree tree = new ModelVersions.Tree(List.of(), null, "");

  VersionAdapter(Actions actions, VersionText text) {
    this.actions = actions;
    this.text = text;
  }

  /** Shows a tree in the place of the former one. */
  void show(ModelVersions.Tree next) {
    tree = next;
    rows.clear();
    depths.clear();
    addRoots(true);
    addRoots(false);
    notifyDataSetChanged();
  }

  /** @param present what comes of the app's model as it is now; else of former ones, which an update left */
  private void addRoots(boolean present) {
    for (ModelVersionRow version : tree.versions()) {
      if (version.parent == null && version.id.equals(tree.factory()) == present) {
        add(version, 0);
      }
    }
  }

  private void add(ModelVersionRow version, int depth) {
    rows.add(version);
    depths.put(version.id, depth);
    for (ModelVersionRow child : tree.versions()) {
      if (version.id.equals(child.parent)) {
        add(child, depth + 1);
      }
    }
  }

  @NonNull
  @Override
  public Row onCreateViewHolder(@NonNull ViewGroup parent, int viewType) {
    return new Row(LayoutInflater.from(parent.getContext()).inflate(R.layout.item_version, parent, false));
  }

  @Override
  public void onBindViewHolder(@NonNull Row row, int position) {
    row.show(rows.get(position));
  }

  @Override
  public int getItemCount() {
    return rows.size();
  }

  final class Row extends RecyclerView.ViewHolder {
    Row(View view) {
      super(view);
    }

    void show(ModelVersionRow version) {
      boolean used = tree.uses(version);
      boolean fits = tree.fits(version);
      String title = text.title(version, used, version.id.equals(tree.factory()));
      ((TextView) itemView.findViewById(R.id.version_title)).setText(title);
      ((TextView) itemView.findViewById(R.id.version_detail)).setText(text.detail(version, fits));
      View use = itemView.findViewById(R.id.version_use);
      ((TextView) use).setText(version.kind.equals(ModelVersionRow.DIGITS) ? R.string.version_use
          : R.string.version_use_words);
      use.setVisibility(used || !fits ? View.GONE : View.VISIBLE);
      use.setContentDescription(text.useSpoken(version));
      use.setOnClickListener(clicked -> actions.use(version));
      View compare = itemView.findViewById(R.id.version_compare);
      compare.setVisibility(used || !fits ? View.GONE : View.VISIBLE);
      compare.setContentDescription(text.compareSpoken(version));
      compare.setOnClickListener(clicked -> actions.compare(version));
      int depth = Math.min(DEEPEST, depths.get(version.id));
      float density = itemView.getResources().getDisplayMetrics().density;
      ViewGroup.MarginLayoutParams place = (ViewGroup.MarginLayoutParams) itemView.getLayoutParams();
      place.setMarginStart(Math.round(depth * STEP_DP * density));
      itemView.setLayoutParams(place);
    }
  }
}
