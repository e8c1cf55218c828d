package app.inkling.keyboard;

import android.content.Context;
import android.util.AttributeSet;
import androidx.annotation.Nullable;
import androidx.appcompat.widget.AppCompatEditText;

/** A text field that says when its cursor moves, as input methods are told; no other keyboard opens for it. */
public final class TryField extends AppCompatEditText {
  @Nullable
  private Runnable onSelection;

  public TryField(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    setShowSoftInputOnFocus(false);
  }

  void setOnSelection(@Nullable Runnable listener) {
    onSelection = listener;
  }

  @Override
  protected void onSelectionChanged(int start, int end) {
    super.onSelectionChanged(start, end);
    if (onSelection != null) {
      onSelection.run();
    }
  }
}
