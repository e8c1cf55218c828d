package app.inkling.training;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import app.inkling.R;
import app.inkling.data.Learning;

/**
 * While samples are gone that taught the version in use: an offer to replay its sessions without them. Placed
 * by the layouts of the screens on which drawings are deleted or what they left is looked at; History, which
 * must not know this package, names it in its layout alone. The fragment's tag is the kind of model; without
 * one it is the kind that the Train screen shows.
 */
public final class ForgetFragment extends Fragment {
  public ForgetFragment() {
    super(R.layout.fragment_forget);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    TrainViewModel model = new ViewModelProvider(requireActivity()).get(TrainViewModel.class);
    view.findViewById(R.id.rebuild).setOnClickListener(clicked -> model.rebuild(getTag()));
    model.state().observe(getViewLifecycleOwner(), changed -> show(model.stateOf(getTag())));
  }

  private void show(TrainState state) {
    Learning learning = state.learning() == null ? null : state.learning().value();
    int gone = learning == null ? 0 : learning.gone();
    View view = requireView();
    view.setVisibility(gone > 0 ? View.VISIBLE : View.GONE);
    ((TextView) view.findViewById(R.id.gone_text)).setText(state.fault() == null
        ? getResources().getQuantityString(
            state.words() ? R.plurals.train_words_gone : R.plurals.train_gone, gone, gone)
        : getString(R.string.train_fault, state.fault()));
    boolean busy = state.progress() != null;
    view.findViewById(R.id.rebuild).setEnabled(!busy);
    view.findViewById(R.id.gone_progress).setVisibility(busy ? View.VISIBLE : View.GONE);
  }
}
