package app.inkling.digits;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.DefaultItemAnimator;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import app.inkling.R;
import app.inkling.common.Notices;
import app.inkling.common.Outcome;
import app.inkling.data.Removed;
import app.inkling.data.StoredDrawing;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.snackbar.Snackbar;
import java.util.List;

/** The History screen: everything drawn, newest first; a tap says what a drawing was. */
public final class HistoryFragment extends Fragment implements DrawingAdapter.Actions {
  private HistoryViewModel model;
  private DrawingAdapter adapter;
  private Notices notices;

  public HistoryFragment() {
    super(R.layout.fragment_history);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    model = new ViewModelProvider(requireActivity()).get(HistoryViewModel.class);
    adapter = new DrawingAdapter(this, new DrawingText(getResources()), model.background());
    notices = new Notices(requireActivity().findViewById(R.id.content));
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setNavigationOnClickListener(
        clicked -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    RecyclerView list = view.findViewById(R.id.drawings);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    list.setAdapter(adapter);
    DefaultItemAnimator animator = new DefaultItemAnimator();
    // A row that is named changes in place: two versions of it fading into each other would blink.
    animator.setSupportsChangeAnimations(false);
    list.setItemAnimator(animator);
    CorrectionSheet.listen(getChildFragmentManager(), getViewLifecycleOwner(), model::correct);
    model.newest().observe(getViewLifecycleOwner(), this::show);
    model.removed().observe(getViewLifecycleOwner(), this::offerUndo);
    model.fault().observe(getViewLifecycleOwner(), notices::showFault);
  }

  @Override
  public void onDestroyView() {
    notices.dismiss();
    super.onDestroyView();
  }

  @Override
  public void name(StoredDrawing drawing) {
    CorrectionSheet.ask(getChildFragmentManager(), drawing.id(), drawing.correction() != null);
  }

  @Override
  public void delete(StoredDrawing drawing) {
    notices.dismissOffer();
    model.delete(drawing.id());
  }

  @Override
  public void shown(int position) {
    requireView().post(() -> model.shown(position));
  }

  private void show(Outcome<List<StoredDrawing>> outcome) {
    View view = requireView();
    view.findViewById(R.id.loading).setVisibility(View.GONE);
    boolean empty = outcome.failed() || outcome.value().isEmpty();
    view.findViewById(R.id.message).setVisibility(empty ? View.VISIBLE : View.GONE);
    view.findViewById(R.id.drawings).setVisibility(empty ? View.GONE : View.VISIBLE);
    view.findViewById(R.id.message_title).setVisibility(outcome.failed() ? View.GONE : View.VISIBLE);
    ((TextView) view.findViewById(R.id.message_title)).setText(R.string.history_empty_title);
    ((TextView) view.findViewById(R.id.message_text)).setText(outcome.failed()
        ? getString(R.string.history_failed, outcome.failure().getMessage())
        : getString(R.string.history_empty));
    adapter.submitList(outcome.failed() ? List.of() : outcome.value());
  }

  private void offerUndo(@Nullable Removed removed) {
    if (removed == null || removed.count() == 0) {
      notices.dismissOffer();
      return;
    }
    String message =
        getResources().getQuantityString(R.plurals.drawings_deleted, removed.count(), removed.count());
    notices.offerUndo(message, Snackbar.LENGTH_LONG, model::undoDelete, model::deleteSeen);
  }
}
