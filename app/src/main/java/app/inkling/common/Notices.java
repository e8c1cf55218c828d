package app.inkling.common;

import android.view.View;
import androidx.annotation.Nullable;
import app.inkling.R;
import com.google.android.material.snackbar.BaseTransientBottomBar;
import com.google.android.material.snackbar.Snackbar;

/** Short messages at the foot of a place: an undo on offer, or a fault of storage. */
public final class Notices {
  private final View content;

  @Nullable
  private Snackbar offer;
  @Nullable
  private Snackbar fault;

  /** @param content a {@code CoordinatorLayout} in which the messages appear */
  public Notices(View content) {
    this.content = content;
  }

  /**
   * Offers an undo, once: while the offer stands, a further call does nothing.
   *
   * @param length as for {@link Snackbar}
   * @param undo called when it is taken
   * @param gone called when it was seen and not taken; not when the screen goes away meanwhile
   */
  public void offerUndo(String message, int length, Runnable undo, Runnable gone) {
    if (offer != null) {
      return;
    }
    Snackbar bar = Snackbar.make(content, message, length);
    bar.setAction(R.string.undo, clicked -> undo.run());
    bar.addCallback(new BaseTransientBottomBar.BaseCallback<Snackbar>() {
      @Override
      public void onDismissed(Snackbar dismissed, int event) {
        if (offer == dismissed) {
          offer = null;
        }
        if (event == DISMISS_EVENT_TIMEOUT || event == DISMISS_EVENT_SWIPE) {
          gone.run();
        }
      }
    });
    offer = bar;
    bar.show();
  }

  /** Takes the offer away; without one nothing happens. */
  public void dismissOffer() {
    if (offer != null) {
      offer.dismiss();
      offer = null;
    }
  }

  /** Shows why something could not be stored until it can be again; null takes the message away. */
  public void showFault(@Nullable Exception reason) {
    if (fault != null) {
      fault.dismiss();
      fault = null;
    }
    if (reason != null) {
      String message = content.getResources().getString(R.string.fault_storage, reason.getMessage());
      fault = Snackbar.make(content, message, Snackbar.LENGTH_INDEFINITE);
      fault.show();
    }
  }

  /** Takes every message away, when the screen goes. */
  public void dismiss() {
    dismissOffer();
    showFault(null);
  }
}
