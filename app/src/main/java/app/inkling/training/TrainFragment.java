package app.inkling.training;

import android.Manifest;
import android.content.pm.PackageManager;
import android.os.Build;
import android.os.Bundle;
import android.view.View;
import android.widget.RadioGroup;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.core.content.ContextCompat;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import app.inkling.R;
import app.inkling.data.ModelVersionRow;
import app.inkling.mllib.train.session.Depth;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.materialswitch.MaterialSwitch;

/** The Train screen: what waits, a button, curves, and the sentence that says what changed. */
public final class TrainFragment extends Fragment {
  /** Implemented by the activity. */
  public interface Host {
    /** @param kind of model whose versions are wanted */
    void openVersions(String kind);
  }

  private final ActivityResultLauncher<String> permission =
      registerForActivityResult(new ActivityResultContracts.RequestPermission(), granted -> { });

  private TrainViewModel model;
  private WaitingPanel waiting;
  private SessionPanel session;

  public TrainFragment() {
    super(R.layout.fragment_train);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    model = new ViewModelProvider(requireActivity()).get(TrainViewModel.class);
    waiting = new WaitingPanel(view);
    session = new SessionPanel(view);
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setOnMenuItemClickListener(item -> {
      ((Host) requireActivity()).openVersions(model.state().getValue().kind());
      return true;
    });
    ChipGroup kinds = view.findViewById(R.id.kinds);
    kinds.setOnCheckedStateChangeListener((group, checked) -> {
      String kind = checked.contains(R.id.kind_words) ? ModelVersionRow.WORDS : ModelVersionRow.DIGITS;
      if (model.state().getValue() != null && !model.state().getValue().kind().equals(kind)) {
        model.show(kind);
      }
    });
    view.findViewById(R.id.start).setOnClickListener(clicked -> start());
    view.findViewById(R.id.stop).setOnClickListener(clicked -> model.stop());
    view.findViewById(R.id.undo_session).setOnClickListener(clicked -> model.undo());
    RadioGroup depth = view.findViewById(R.id.depth);
    depth.setOnCheckedChangeListener((group, checked) -> {
      Depth chosen = checked == R.id.depth_full ? Depth.FULL : Depth.QUICK;
      if (model.state().getValue() != null && model.state().getValue().depth() != chosen) {
        model.setDepth(chosen);
      }
    });
    MaterialSwitch automatic = view.findViewById(R.id.automatic);
    automatic.setOnCheckedChangeListener((button, on) -> {
      if (model.state().getValue() != null && model.state().getValue().automatic() != on) {
        model.setAutomatic(on);
      }
    });
    model.state().observe(getViewLifecycleOwner(), this::show);
  }

  /** Learns at once; that a notification may be shown meanwhile is asked beside it, the first time. */
  private void start() {
    model.start();
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU
        && ContextCompat.checkSelfPermission(requireContext(), Manifest.permission.POST_NOTIFICATIONS)
            != PackageManager.PERMISSION_GRANTED
        && model.askToNotify()) {
      permission.launch(Manifest.permission.POST_NOTIFICATIONS);
    }
  }

  private void show(TrainState state) {
    View view = requireView();
    ((ChipGroup) view.findViewById(R.id.kinds)).check(state.words() ? R.id.kind_words : R.id.kind_digits);
    RadioGroup depth = view.findViewById(R.id.depth);
    depth.check(state.depth() == Depth.FULL ? R.id.depth_full : R.id.depth_quick);
    depth.jumpDrawablesToCurrentState();
    MaterialSwitch automatic = view.findViewById(R.id.automatic);
    automatic.setChecked(state.automatic());
    automatic.jumpDrawablesToCurrentState();
    waiting.show(state);
    session.show(state);
  }
}
