package app.inkling.digits;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.common.ThumbnailView;
import app.inkling.common.WorkedOut;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.mllib.digits.personal.Explanation;
import com.google.android.material.appbar.MaterialToolbar;

/** The Explain screen: which ink the answer rests on, and what the drawing looks like. */
public final class ExplainFragment extends Fragment {
  private static final String DRAWING = "drawing";

  private ExplainViewModel model;

  public ExplainFragment() {
    super(R.layout.fragment_explain);
  }

  /** @param drawing id of a stored drawing; null explains that there is nothing to explain */
  public static ExplainFragment of(@Nullable String drawing) {
    ExplainFragment fragment = new ExplainFragment();
    Bundle arguments = new Bundle();
    arguments.putString(DRAWING, drawing);
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    model = new ViewModelProvider(requireActivity()).get(ExplainViewModel.class);
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setNavigationOnClickListener(
        clicked -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    String drawing = requireArguments().getString(DRAWING);
    WorkedOut screen = new WorkedOut(view, R.id.explanation, R.id.explain_message);
    if (drawing == null) {
      screen.nothing(R.string.explain_nothing);
    } else {
      model.explain(drawing);
      model.shown().observe(getViewLifecycleOwner(),
          outcome -> screen.show(outcome, R.string.explain_failed, this::show));
    }
  }

  @Override
  public void onDestroyView() {
    if (isRemoving()) {
      model.forget();
    }
    super.onDestroyView();
  }

  private void show(ExplainViewModel.Shown shown) {
    View view = requireView();
    String digit = Integer.toString(shown.explanation().digit());
    ((TextView) view.findViewById(R.id.explain_ink_title)).setText(
        getString(R.string.explain_ink_title, digit));
    ExplanationView ink = view.findViewById(R.id.explain_ink);
    ink.show(shown.ink(), shown.explanation());
    ink.setContentDescription(getString(R.string.explain_ink_spoken, digit,
        getString(heaviest(shown.ink(), shown.explanation()))));
    ViewGroup own = view.findViewById(R.id.explain_own);
    own.removeAllViews();
    for (ExplainViewModel.Own each : shown.own()) {
      View cell = getLayoutInflater().inflate(R.layout.item_own_alike, own, false);
      ((ThumbnailView) cell.findViewById(R.id.thumbnail)).setDrawing(each.ink());
      caption(cell, each.digit(), each.similarity());
      own.addView(cell);
    }
    view.findViewById(R.id.explain_own_none).setVisibility(shown.own().isEmpty() ? View.VISIBLE : View.GONE);
    ViewGroup general = view.findViewById(R.id.explain_general);
    general.removeAllViews();
    for (ExplainViewModel.General each : shown.general()) {
      View cell = getLayoutInflater().inflate(R.layout.item_general_alike, general, false);
      ((DigitImageView) cell.findViewById(R.id.thumbnail)).setImage(each.image());
      caption(cell, each.digit(), each.similarity());
      general.addView(cell);
    }
  }

  private void caption(View cell, int digit, double similarity) {
    ((TextView) cell.findViewById(R.id.detail)).setText(getString(R.string.explain_alike,
        digit == LabelledDrawing.NOT_A_DIGIT ? getString(R.string.not_a_digit_short)
            : Integer.toString(digit),
        new Figures(getResources()).percent((float) similarity)));
  }

  /** The third of the drawing's height whose ink weighs most, in words. */
  private static int heaviest(Drawing ink, Explanation why) {
    float top = Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (Stroke stroke : ink.strokes()) {
      for (int i = 0; i < stroke.size(); i++) {
        top = Math.min(top, stroke.y(i));
        bottom = Math.max(bottom, stroke.y(i));
      }
    }
    float[] weights = new float[3];
    for (Stroke stroke : ink.strokes()) {
      for (int i = 0; i < stroke.size(); i++) {
        int third = bottom > top ? Math.min(2, (int) (3 * (stroke.y(i) - top) / (bottom - top))) : 1;
        weights[third] += Math.max(0, why.weight(stroke.x(i), stroke.y(i)));
      }
    }
    if (weights[0] >= weights[1] && weights[0] >= weights[2]) {
      return R.string.explain_top;
    }
    return weights[1] >= weights[2] ? R.string.explain_middle : R.string.explain_bottom;
  }
}
