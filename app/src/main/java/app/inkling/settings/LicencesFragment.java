package app.inkling.settings;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import app.inkling.R;
import app.inkling.common.Outcome;
import com.google.android.material.appbar.MaterialToolbar;

/** The licences of everything inside the app, and where the data came from that its models learned from. */
public final class LicencesFragment extends Fragment {
  public LicencesFragment() {
    super(R.layout.fragment_licences);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setNavigationOnClickListener(
        clicked -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    new ViewModelProvider(requireActivity()).get(LicencesViewModel.class).text()
        .observe(getViewLifecycleOwner(), this::show);
  }

  private void show(Outcome<String> outcome) {
    ((TextView) requireView().findViewById(R.id.notices)).setText(outcome.failed()
        ? getString(R.string.licences_failed, outcome.failure().getMessage()) : outcome.value());
  }
}
