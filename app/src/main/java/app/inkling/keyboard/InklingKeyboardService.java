package app.inkling.keyboard;

import android.content.Context;
import android.inputmethodservice.InputMethodService;
import android.os.SystemClock;
import android.view.ContextThemeWrapper;
import android.view.View;
import android.view.inputmethod.EditorInfo;
import androidx.annotation.Nullable;
import app.inkling.R;
import app.inkling.suggest.Field;
import app.inkling.suggest.FieldRules;
import app.inkling.suggest.PhoneWords;
import app.inkling.suggest.TypingSettings;
import com.google.android.material.color.DynamicColors;

/**
 * The input method: hands fields to {@link InputSession}s and their states to a {@link KeyboardView}. It works
 * before the phone is first unlocked, with the general models alone.
 */
public final class InklingKeyboardService extends InputMethodService {
  /** Implemented by the application. */
  public interface Host {
    PhoneWords words();

    TypingSettings typingSettings();
  }

  private final EditorPort editor = new ConnectedEditor(this::getCurrentInputConnection);
  @Nullable
  private KeyboardView view;
  @Nullable
  private InputSession session;
  private KeyboardState state = KeyboardState.BLANK;

  private Host host() {
    return (Host) getApplication();
  }

  @Override
  public void onCreate() {
    super.onCreate();
    host().words();
  }

  @Override
  public View onCreateInputView() {
    Context themed = DynamicColors.wrapContextIfAvailable(
        new ContextThemeWrapper(this, R.style.Theme_Inkling));
    view = new KeyboardView(themed, new HandsOn(host().typingSettings(), () -> session, () -> view));
    view.keepClearOfSystemBars();
    view.show(state);
    return view;
  }

  @Override
  public void onStartInputView(EditorInfo info, boolean restarting) {
    super.onStartInputView(info, restarting);
    finishSession();
    if (view != null) {
      view.startField();
    }
    Field field = FieldRules.of(info.inputType, info.imeOptions, info.hintText, info.fieldName, info.label);
    session = new InputSession(field, editor, host().words(), host().typingSettings().corrects(), this::show,
        SystemClock::uptimeMillis);
  }

  @Override
  public void onFinishInputView(boolean finishingInput) {
    finishSession();
    super.onFinishInputView(finishingInput);
  }

  @Override
  public void onUpdateSelection(int oldStart, int oldEnd, int start, int end, int composedStart,
      int composedEnd) {
    super.onUpdateSelection(oldStart, oldEnd, start, end, composedStart, composedEnd);
    if (session != null) {
      session.fieldChanged();
    }
  }

  /** Writing stays visible: in landscape, too, the app is shown above the keys. */
  @Override
  public boolean onEvaluateFullscreenMode() {
    return false;
  }

  private void finishSession() {
    if (session != null) {
      session.finish();
      session = null;
    }
  }

  private void show(KeyboardState shown) {
    state = shown;
    if (view != null) {
      view.show(shown);
    }
  }
}
