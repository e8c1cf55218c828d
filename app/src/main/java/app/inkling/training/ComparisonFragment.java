package app.inkling.training;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import app.inkling.R;
import app.inkling.common.ThumbnailView;
import app.inkling.common.WorkedOut;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.List;

/** The Comparison screen: a version beside the one in use. */
public final class ComparisonFragment extends Fragment {
  private static final String VERSION = "version";

  /** So many drawings or words are shown; more would be no more telling. */
  private static final int MOST_SHOWN = 24;

  private ComparisonViewModel model;

  public ComparisonFragment() {
    super(R.layout.fragment_comparison);
  }

  /** @param version id of the version to compare with the one in use */
  public static ComparisonFragment of(String version) {
    ComparisonFragment fragment = new ComparisonFragment();
    Bundle arguments = new Bundle();
    arguments.putString(VERSION, version);
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    model = new ViewModelProvider(requireActivity()).get(ComparisonViewModel.class);
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setNavigationOnClickListener(
        clicked -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    model.compare(requireArguments().getString(VERSION));
    WorkedOut screen = new WorkedOut(view, R.id.comparison, R.id.comparison_failed);
    model.shown().observe(getViewLifecycleOwner(),
        outcome -> screen.show(outcome, R.string.comparison_failed, this::show));
  }

  @Override
  public void onDestroyView() {
    if (isRemoving()) {
      model.forget();
    }
    super.onDestroyView();
  }

  private void show(ComparisonViewModel.Shown shown) {
    ComparisonPage page = shown.comparison().page(getResources());
    text(R.id.comparison_which).setText(getString(R.string.comparison_which,
        new VersionText(getResources()).name(shown.version())));
    text(R.id.comparison_right).setText(page.rightTitle());
    text(R.id.comparison_own).setText(page.right());
    text(R.id.comparison_general).setText(page.general());
    text(R.id.comparison_more_title).setText(page.moreTitle());
    text(R.id.comparison_more).setText(page.more());
    text(R.id.comparison_apart_title).setText(page.apartTitle());
    List<ComparisonPage.Row> apart = page.apart();
    ViewGroup list = requireView().findViewById(R.id.comparison_apart);
    list.removeAllViews();
    for (ComparisonPage.Row each : apart.subList(0, Math.min(MOST_SHOWN, apart.size()))) {
      View row = getLayoutInflater().inflate(R.layout.item_apart, list, false);
      ThumbnailView thumbnail = row.findViewById(R.id.thumbnail);
      thumbnail.setVisibility(each.ink() == null ? View.GONE : View.VISIBLE);
      thumbnail.setDrawing(each.ink());
      ((TextView) row.findViewById(R.id.detail)).setText(each.text());
      list.addView(row);
    }
  }

  private TextView text(int id) {
    return requireView().findViewById(id);
  }
}
