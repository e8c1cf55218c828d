package app.inkling.settings;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import app.inkling.R;
import app.inkling.data.ModelVersionRow;
import app.inkling.engines.EngineTable;
import app.inkling.engines.RecognizerStatus;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs the models, how fast and how exactly, and the choice between them. */
public final class EnginesFragment extends Fragment {
  private final Map<String, EngineCard> cards = new HashMap<>();
  private EnginesViewModel model;

  public EnginesFragment() {
    super(R.layout.fragment_engines);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setNavigationOnClickListener(
        clicked -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    model = new ViewModelProvider(requireActivity()).get(EnginesViewModel.class);
    cards.clear();
    model.tables().observe(getViewLifecycleOwner(), tables -> show());
    model.recognizer().observe(getViewLifecycleOwner(), status -> show());
  }

  private void show() {
    List<EngineTable> tables = model.tables().getValue();
    RecognizerStatus status = model.recognizer().getValue();
    TextView state = requireView().findViewById(R.id.engines_state);
    if (!tables.isEmpty()) {
      state.setText(R.string.engines_about);
    } else if (status instanceof RecognizerStatus.Failed failed) {
      state.setText(
          new EngineText(getResources()).quoting(getString(R.string.engines_none), failed.reason()));
    } else {
      state.setText(R.string.engines_loading);
    }
    for (EngineTable table : tables) {
      EngineCard card = cards.get(table.kind());
      if (card == null) {
        card = new EngineCard(model, table.kind(), requireView().findViewById(R.id.engines_cards));
        cards.put(table.kind(), card);
      }
      card.show(table);
      if (table.kind().equals(ModelVersionRow.DIGITS)) {
        card.showModel(status);
      }
    }
  }
}
