package app.inkling.common;

import android.view.View;
import android.widget.TextView;
import androidx.annotation.Nullable;
import app.inkling.R;
import java.util.function.Consumer;

/** What is worked out before it can be shown: a turning circle first, then it, or why there is nothing. */
public final class WorkedOut {
  private final View loading;
  private final View content;
  private final TextView message;

  /** @param screen holds {@code R.id.loading} beside the two */
  public WorkedOut(View screen, int content, int message) {
    this.loading = screen.findViewById(R.id.loading);
    this.content = screen.findViewById(content);
    this.message = screen.findViewById(message);
  }

  /**
   * Shows how far it is.
   *
   * @param outcome null while it is being worked out
   * @param failed a text with a place for the reason
   * @param done fills the content
   */
  public <T> void show(@Nullable Outcome<T> outcome, int failed, Consumer<T> done) {
    boolean fine = outcome != null && !outcome.failed();
    shown(outcome == null ? loading : fine ? content : message);
    if (fine) {
      done.accept(outcome.value());
    } else if (outcome != null) {
      message.setText(message.getResources().getString(failed, outcome.failure().getMessage()));
    }
  }

  /** There is nothing to be worked out. */
  public void nothing(int text) {
    shown(message);
    message.setText(text);
  }

  private void shown(View shown) {
    for (View each : new View[] {loading, content, message}) {
      each.setVisibility(each == shown ? View.VISIBLE : View.GONE);
    }
  }
}
