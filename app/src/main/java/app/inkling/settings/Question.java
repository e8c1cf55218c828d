package app.inkling.settings;

import android.app.Dialog;
import android.os.Bundle;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.annotation.StringRes;
import androidx.fragment.app.DialogFragment;
import androidx.fragment.app.Fragment;
import app.inkling.R;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;

/** A question to agree to or to cancel, which stays where it is when the window is made anew. */
public final class Question extends DialogFragment {
  private static final String TITLE = "title";
  private static final String MESSAGE = "message";
  private static final String YES = "yes";

  /**
   * Asks on behalf of {@code asker}, which is shown.
   *
   * @param name {@link #whenAgreed} goes by it
   */
  static void ask(Fragment asker, String name, @StringRes int title, String message, @StringRes int yes) {
    Bundle arguments = new Bundle();
    arguments.putInt(TITLE, title);
    arguments.putString(MESSAGE, message);
    arguments.putInt(YES, yes);
    Question question = new Question();
    question.setArguments(arguments);
    question.show(asker.getChildFragmentManager(), name);
  }

  /** To be called whenever {@code asker} has made its view. */
  static void whenAgreed(Fragment asker, String name, Runnable then) {
    asker.getChildFragmentManager().setFragmentResultListener(name, asker.getViewLifecycleOwner(),
        (key, result) -> then.run());
  }

  @NonNull
  @Override
  public Dialog onCreateDialog(@Nullable Bundle savedState) {
    Bundle arguments = requireArguments();
    return new MaterialAlertDialogBuilder(requireContext())
        .setTitle(arguments.getInt(TITLE))
        .setMessage(arguments.getString(MESSAGE))
        .setNegativeButton(R.string.cancel, null)
        .setPositiveButton(arguments.getInt(YES), (dialog, which) ->
            getParentFragmentManager().setFragmentResult(String.valueOf(getTag()), Bundle.EMPTY))
        .create();
  }
}
