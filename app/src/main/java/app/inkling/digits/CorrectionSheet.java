package app.inkling.digits;

import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.Button;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.FragmentManager;
import androidx.lifecycle.LifecycleOwner;
import app.inkling.R;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import com.google.android.material.bottomsheet.BottomSheetBehavior;
import com.google.android.material.bottomsheet.BottomSheetDialog;
import com.google.android.material.bottomsheet.BottomSheetDialogFragment;

/**
 * Lets the user say what a drawing was. The answer comes through the fragment manager, so it survives a
 * rotation.
 */
public final class CorrectionSheet extends BottomSheetDialogFragment {
  private static final String TAG = "correction";
  private static final String ID = "id";
  private static final String NAMED = "named";
  private static final String SAID = "said";

  /** Gets the answer. */
  interface Answer {
    /** @param said 0 to 9, -1 for no digit, null to take back what was said */
    void said(String id, @Nullable Integer said);
  }

  /** Asks about a drawing; {@code named} says whether the user has named it before. */
  static void ask(FragmentManager manager, String id, boolean named) {
    if (manager.findFragmentByTag(TAG) != null) {
      return;
    }
    CorrectionSheet sheet = new CorrectionSheet();
    Bundle arguments = new Bundle();
    arguments.putString(ID, id);
    arguments.putBoolean(NAMED, named);
    sheet.setArguments(arguments);
    sheet.show(manager, TAG);
  }

  /** Hands answers to {@code answer} while {@code owner} is started. */
  static void listen(FragmentManager manager, LifecycleOwner owner, Answer answer) {
    manager.setFragmentResultListener(TAG, owner, (key, result) ->
        answer.said(result.getString(ID), result.containsKey(SAID) ? result.getInt(SAID) : null));
  }

  @Nullable
  @Override
  public View onCreateView(
      @NonNull LayoutInflater inflater, @Nullable ViewGroup container, @Nullable Bundle savedState) {
    return inflater.inflate(R.layout.sheet_correction, container, false);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    if (requireDialog() instanceof BottomSheetDialog dialog) {
      dialog.getBehavior().setSkipCollapsed(true);
      dialog.getBehavior().setState(BottomSheetBehavior.STATE_EXPANDED);
    }
    for (int digit = 0; digit < 10; digit++) {
      ViewGroup row = view.findViewById(digit < 5 ? R.id.digits_first : R.id.digits_second);
      Button button = (Button) getLayoutInflater().inflate(R.layout.sheet_digit, row, false);
      button.setText(Integer.toString(digit));
      button.setContentDescription(getString(R.string.correct_digit_spoken, Integer.toString(digit)));
      int said = digit;
      button.setOnClickListener(clicked -> answer(said));
      row.addView(button);
    }
    view.findViewById(R.id.not_a_digit).setOnClickListener(clicked -> answer(LabelledDrawing.NOT_A_DIGIT));
    View takeBack = view.findViewById(R.id.take_back);
    takeBack.setVisibility(requireArguments().getBoolean(NAMED) ? View.VISIBLE : View.GONE);
    takeBack.setOnClickListener(clicked -> answer(null));
  }

  private void answer(@Nullable Integer said) {
    Bundle result = new Bundle();
    result.putString(ID, requireArguments().getString(ID));
    if (said != null) {
      result.putInt(SAID, said);
    }
    getParentFragmentManager().setFragmentResult(TAG, result);
    dismiss();
  }
}
