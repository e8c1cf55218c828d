package app.inkling.settings;

import android.os.Bundle;
import android.text.format.Formatter;
import android.view.View;
import android.widget.RadioGroup;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import app.inkling.R;
import app.inkling.common.Notices;
import app.inkling.common.Outcome;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.Removed;
import app.inkling.data.StoredFigures;
import app.inkling.engines.EngineTable;
import app.inkling.engines.RecognizerStatus;
import app.inkling.mllib.inference.JavaEngine;
import java.util.ArrayList;
import java.util.List;

/** The You screen. */
public final class YouFragment extends Fragment {
  /** Implemented by the activity. */
  public interface Host {
    void openEngines();

    void openLicences();

    /** Such as {@code 0.1.0}. */
    String version();
  }

  /** Erasing all is worth a longer second thought than the usual three seconds. */
  private static final int ERASE_OFFER_MILLIS = 10_000;

  private final DataPanel data = new DataPanel(this);
  private YouViewModel model;
  private Notices notices;

  public YouFragment() {
    super(R.layout.fragment_you);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    model = new ViewModelProvider(requireActivity()).get(YouViewModel.class);
    notices = new Notices(requireActivity().findViewById(R.id.content));
    Host host = (Host) requireActivity();
    text(R.id.stored_where).setText(getString(R.string.you_stored_where, InklingDatabase.FILE));
    text(R.id.about).setText(getString(R.string.you_about, host.version()));
    view.findViewById(R.id.licences).setOnClickListener(clicked -> host.openLicences());
    view.findViewById(R.id.erase).setOnClickListener(clicked -> model.erase());
    view.findViewById(R.id.open_engines).setOnClickListener(clicked -> host.openEngines());
    RadioGroup theme = view.findViewById(R.id.theme);
    theme.check(button(model.theme()));
    theme.jumpDrawablesToCurrentState();
    theme.setOnCheckedChangeListener((group, checked) -> model.setTheme(choice(checked)));
    data.attach(view, model.data());
    model.stored().observe(getViewLifecycleOwner(), this::showStored);
    model.recognizer().observe(getViewLifecycleOwner(), status -> showRecognizer());
    model.engines().observe(getViewLifecycleOwner(), tables -> showRecognizer());
    model.erased().observe(getViewLifecycleOwner(), this::offerUndo);
    model.fault().observe(getViewLifecycleOwner(), notices::showFault);
  }

  @Override
  public void onDestroyView() {
    notices.dismiss();
    super.onDestroyView();
  }

  private void showStored(Outcome<StoredFigures> outcome) {
    StoredFigures figures = outcome.value();
    requireView().findViewById(R.id.erase).setEnabled(!outcome.failed() && figures.drawings() > 0);
    text(R.id.stored).setText(outcome.failed()
        ? getString(R.string.you_stored_failed, outcome.failure().getMessage()) : stored(figures));
  }

  private String stored(StoredFigures figures) {
    if (figures.drawings() == 0) {
      return getString(R.string.you_stored_none);
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(getResources().getQuantityString(R.plurals.you_stored_drawings, figures.drawings(),
        figures.drawings(), Formatter.formatShortFileSize(requireContext(), figures.inkBytes())));
    if (figures.named() > 0) {
      sentences.add(getResources().getQuantityString(R.plurals.you_stored_named, figures.named(),
          figures.named()));
    }
    if (figures.heldOut() > 0) {
      sentences.add(
          getResources().getQuantityString(R.plurals.you_stored_held_out, figures.heldOut(),
              figures.heldOut()));
    }
    return String.join(" ", sentences);
  }

  private void showRecognizer() {
    RecognizerStatus status = model.recognizer().getValue();
    EngineTable table = digits();
    if (status instanceof RecognizerStatus.Failed failed) {
      text(R.id.engine).setText(getString(R.string.you_engine_failed, failed.reason()));
    } else if (table == null || table.trying() != null) {
      text(R.id.engine).setText(R.string.you_engine_starting);
    } else {
      text(R.id.engine).setText(reader(table));
    }
  }

  private String reader(EngineTable table) {
    if (table.engine().equals(table.pinned())) {
      return getString(R.string.you_engine_wished, new EngineText(getResources()).name(table.engine()));
    }
    return getString(table.fault() != null ? R.string.you_engine_java_alone
        : table.engine().equals(JavaEngine.NAME) ? R.string.you_engine_java : R.string.you_engine_tflite);
  }

  @Nullable
  private EngineTable digits() {
    return model.engines().getValue().stream()
        .filter(table -> table.kind().equals(ModelVersionRow.DIGITS)).findFirst().orElse(null);
  }

  private void offerUndo(@Nullable Removed removed) {
    if (removed == null || removed.count() == 0) {
      notices.dismissOffer();
      return;
    }
    String message =
        getResources().getQuantityString(R.plurals.drawings_deleted, removed.count(), removed.count());
    notices.offerUndo(message, ERASE_OFFER_MILLIS, model::undoErase, model::eraseSeen);
  }

  private TextView text(int id) {
    return requireView().findViewById(id);
  }

  private static int button(ThemeChoice choice) {
    return switch (choice) {
      case SYSTEM -> R.id.theme_system;
      case LIGHT -> R.id.theme_light;
      case DARK -> R.id.theme_dark;
    };
  }

  private static ThemeChoice choice(int button) {
    for (ThemeChoice choice : ThemeChoice.values()) {
      if (button(choice) == button) {
        return choice;
      }
    }
    throw new IllegalArgumentException("no theme has the button " + button);
  }
}
