package app.inkling.keyboard;

import android.content.Context;
import android.graphics.drawable.ColorDrawable;
import android.inputmethodservice.InputMethodService;
import android.media.AudioManager;
import android.os.Build;
import android.os.IBinder;
import android.os.SystemClock;
import android.view.ContextThemeWrapper;
import android.view.View;
import android.view.Window;
import android.view.inputmethod.EditorInfo;
import android.view.inputmethod.InputMethodManager;
import androidx.annotation.Nullable;
import androidx.core.view.WindowCompat;
import app.inkling.R;
import app.inkling.suggest.Field;
import app.inkling.suggest.FieldRules;
import app.inkling.suggest.PhoneWords;
import app.inkling.suggest.TypingSettings;
import com.google.android.material.color.DynamicColors;
import com.google.android.material.color.MaterialColors;

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

  private final EditorPort editor = new ConnectedEditor(this::getCurrentInputConnection,
      () -> getCurrentInputEditorInfo().actionId);
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
    view = new KeyboardView(themed, new Hands());
    view.keepClearOfSystemBars();
    matchBars(view);
    view.show(state);
    return view;
  }

  @Override
  public void onStartInputView(EditorInfo info, boolean restarting) {
    super.onStartInputView(info, restarting);
    Field field = FieldRules.of(info);
    if (restarting && session != null && session.field().equals(field)) {
      session.fieldChanged();
      return;
    }
    finishSession();
    if (view != null) {
      view.startField();
      view.offerOthers(hasOthers());
    }
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

  /** Before Android 15 the bar below has a colour of its own; it becomes the keyboard's. */
  @SuppressWarnings("deprecation") // nothing else does so where it is still needed
  private void matchBars(KeyboardView keyboard) {
    Window window = getWindow().getWindow();
    int color = ((ColorDrawable) keyboard.getBackground()).getColor();
    window.setNavigationBarColor(color);
    WindowCompat.getInsetsController(window, keyboard)
        .setAppearanceLightNavigationBars(MaterialColors.isColorLight(color));
  }

  /** Whether Android wants keyboards to lead to the next one: it may have a key for that itself. */
  @SuppressWarnings("deprecation") // there is no other way before Android 9
  private boolean hasOthers() {
    return Build.VERSION.SDK_INT >= Build.VERSION_CODES.P ? shouldOfferSwitchingToNextInputMethod()
        : methods().shouldOfferSwitchingToNextInputMethod(token());
  }

  private InputMethodManager methods() {
    return getSystemService(InputMethodManager.class);
  }

  private IBinder token() {
    return getWindow().getWindow().getAttributes().token;
  }

  /** The typist's hands, which may also want another keyboard. */
  private final class Hands extends HandsOn {
    Hands() {
      super(host().typingSettings(), new KeySounds(getSystemService(AudioManager.class)), () -> session,
          () -> view);
    }

    @Override
    @SuppressWarnings("deprecation") // there is no other way before Android 9
    public void switchKeyboard() {
      if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) {
        switchToNextInputMethod(false);
      } else {
        methods().switchToNextInputMethod(token(), false);
      }
    }

    @Override
    public void chooseKeyboard() {
      methods().showInputMethodPicker();
    }
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
