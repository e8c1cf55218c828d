package app.inkling.digits;

import android.os.Bundle;
import android.view.View;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.core.view.ViewCompat;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import app.inkling.R;
import app.inkling.common.Notices;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.snackbar.Snackbar;

/** The Draw screen: the pad, what is read in it, and the way to History. */
public final class DrawFragment extends Fragment implements PadView.Listener {
  /** Implemented by the activity. */
  public interface Host {
    void openHistory();

    /** Opens what explains a stored drawing; null when there is none on the pad. */
    void openExplanation(@Nullable String drawing);
  }

  private DrawViewModel model;
  private PadView pad;
  private GuessPanel guess;
  private Notices notices;

  public DrawFragment() {
    super(R.layout.fragment_draw);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    model = new ViewModelProvider(requireActivity()).get(DrawViewModel.class);
    pad = view.findViewById(R.id.pad);
    pad.setListener(this);
    guess = new GuessPanel(view);
    notices = new Notices(view.findViewById(R.id.guess));
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setOnMenuItemClickListener(item -> {
      Host host = (Host) requireActivity();
      if (item.getItemId() == R.id.open_explanation) {
        host.openExplanation(model.onPad());
      } else {
        host.openHistory();
      }
      return true;
    });
    view.findViewById(R.id.undo_stroke).setOnClickListener(clicked -> model.undo());
    view.findViewById(R.id.clear).setOnClickListener(clicked -> model.clear());
    view.findViewById(R.id.that_was).setOnClickListener(clicked -> ask());
    view.findViewById(R.id.that_is_right).setOnClickListener(clicked -> model.confirm());
    addPadAction(R.string.undo_stroke, model::undo);
    addPadAction(R.string.clear_pad, model::clear);
    addPadAction(R.string.that_was, this::ask);
    addPadAction(R.string.that_is_right, model::confirm);
    CorrectionSheet.listen(getChildFragmentManager(), getViewLifecycleOwner(), model::correct);
    model.state().observe(getViewLifecycleOwner(), this::show);
    model.fault().observe(getViewLifecycleOwner(), notices::showFault);
  }

  @Override
  public void onStart() {
    super.onStart();
    model.refresh();
  }

  /** The window goes away, by a rotation perhaps: what is under the finger counts as drawn. */
  @Override
  public void onStop() {
    pad.finishStroke();
    super.onStop();
  }

  @Override
  public void onDestroyView() {
    notices.dismiss();
    super.onDestroyView();
  }

  @Override
  public void onStrokeMoved(Drawing before, Stroke soFar) {
    model.strokeMoved(before, soFar);
  }

  @Override
  public void onStrokeFinished(Drawing before, Stroke stroke) {
    model.strokeFinished(before, stroke);
  }

  @Override
  public void onStrokeCancelled() {
    model.strokeCancelled();
  }

  private void show(DrawState state) {
    View view = requireView();
    pad.setDrawing(state.ink());
    guess.show(state);
    view.findViewById(R.id.undo_stroke).setEnabled(state.undoable());
    view.findViewById(R.id.clear).setEnabled(!state.blank());
    view.findViewById(R.id.that_was).setEnabled(!state.blank());
    view.findViewById(R.id.that_is_right).setEnabled(state.confirmable());
    if (state.clearedJustNow()) {
      notices.offerUndo(
          getString(R.string.pad_cleared), Snackbar.LENGTH_LONG, model::undoClear, model::clearedSeen);
    } else {
      notices.dismissOffer();
    }
  }

  private void ask() {
    if (model.onPad() != null) {
      CorrectionSheet.ask(getChildFragmentManager(), model.onPad(), model.correction() != null);
    }
  }

  private void addPadAction(int label, Runnable action) {
    ViewCompat.addAccessibilityAction(pad, getString(label), (view, arguments) -> {
      action.run();
      return true;
    });
  }
}
