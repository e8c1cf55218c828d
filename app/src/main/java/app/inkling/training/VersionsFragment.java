package app.inkling.training;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import app.inkling.R;
import app.inkling.common.Outcome;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import com.google.android.material.appbar.MaterialToolbar;

/** The Versions screen: the tree of models, the one in use, and the way to any other. */
public final class VersionsFragment extends Fragment implements VersionAdapter.Actions {
  private static final String KIND = "kind";

  /** Implemented by the activity. */
  public interface Host {
    /** Opens the comparison of a version with the one in use. */
    void openComparison(String version);
  }

  private VersionsViewModel model;
  private VersionAdapter adapter;

  /** @param kind of model whose versions are wanted */
  public static VersionsFragment of(String kind) {
    Bundle arguments = new Bundle();
    arguments.putString(KIND, kind);
    VersionsFragment fragment = new VersionsFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  public VersionsFragment() {
    super(R.layout.fragment_versions);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    model = new ViewModelProvider(requireActivity()).get(VersionsViewModel.class);
    model.show(requireArguments().getString(KIND));
    adapter = new VersionAdapter(this, new VersionText(getResources()));
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setNavigationOnClickListener(
        clicked -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    RecyclerView list = view.findViewById(R.id.versions);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    list.setAdapter(adapter);
    list.setItemAnimator(null);
    model.tree().observe(getViewLifecycleOwner(), this::show);
    model.fault().observe(getViewLifecycleOwner(), fault -> {
      TextView message = requireView().findViewById(R.id.versions_fault);
      message.setVisibility(fault == null ? View.GONE : View.VISIBLE);
      message.setText(fault == null ? "" : getString(R.string.train_fault, fault));
    });
  }

  @Override
  public void use(ModelVersionRow version) {
    model.use(version);
  }

  @Override
  public void compare(ModelVersionRow version) {
    ((Host) requireActivity()).openComparison(version.id);
  }

  private void show(Outcome<ModelVersions.Tree> outcome) {
    View view = requireView();
    view.findViewById(R.id.loading).setVisibility(View.GONE);
    TextView message = view.findViewById(R.id.versions_message);
    message.setVisibility(outcome.failed() ? View.VISIBLE : View.GONE);
    if (outcome.failed()) {
      message.setText(getString(R.string.versions_failed, outcome.failure().getMessage()));
    } else {
      adapter.show(outcome.value());
    }
  }
}
