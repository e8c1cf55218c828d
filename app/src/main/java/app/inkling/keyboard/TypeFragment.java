package app.inkling.keyboard;

import android.content.Intent;
import android.media.AudioManager;
import android.os.Bundle;
import android.os.SystemClock;
import android.provider.Settings;
import android.view.View;
import android.view.ViewGroup;
import android.view.inputmethod.EditorInfo;
import android.view.inputmethod.InputConnection;
import android.view.inputmethod.InputMethodManager;
import android.widget.Button;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import app.inkling.R;
import app.inkling.suggest.FieldRules;
import app.inkling.suggest.WordsStatus;
import com.google.android.material.appbar.MaterialToolbar;

/** The Type screen: a field to try the keyboard in, the keyboard below it, and how to make it the phone's. */
public final class TypeFragment extends Fragment {
  /** Implemented by the activity. */
  public interface Host {
    InklingKeyboardService.Host keyboardHost();

    void openDictionary();

    void openKeyboardSettings();
  }

  private Host host;
  private TryField field;
  private KeyboardView keyboard;
  @Nullable
  private InputSession session;

  public TypeFragment() {
    super(R.layout.fragment_type);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    host = (Host) requireActivity();
    field = view.findViewById(R.id.try_field);
    keyboard = new KeyboardView(requireContext(),
        new HandsOn(host.keyboardHost().typingSettings(),
            new KeySounds(requireContext().getSystemService(AudioManager.class)), () -> session,
            () -> keyboard));
    ViewGroup room = view.findViewById(R.id.keyboard);
    room.addView(keyboard);
    view.getViewTreeObserver().addOnWindowFocusChangeListener(this::onWindowFocus);
    host.keyboardHost().words().status().observe(getViewLifecycleOwner(), this::showStatus);
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setOnMenuItemClickListener(item -> {
      if (item.getItemId() == R.id.open_dictionary) {
        host.openDictionary();
      } else {
        host.openKeyboardSettings();
      }
      return true;
    });
  }

  @Override
  public void onStart() {
    super.onStart();
    EditorInfo info = new EditorInfo();
    InputConnection connection = field.onCreateInputConnection(info);
    keyboard.startField();
    session = new InputSession(FieldRules.of(info),
        new ConnectedEditor(() -> connection, () -> info.actionId), host.keyboardHost().words(),
        host.keyboardHost().typingSettings().corrects(), keyboard::show, SystemClock::uptimeMillis);
    field.setOnSelection(session::fieldChanged);
    field.requestFocus();
    showSetup();
  }

  @Override
  public void onStop() {
    field.setOnSelection(null);
    session.finish();
    session = null;
    super.onStop();
  }

  /** The keyboard chooser is a window above this one: what was chosen shows when it closes. */
  private void onWindowFocus(boolean focused) {
    if (focused && getView() != null) {
      showSetup();
    }
  }

  private void showStatus(WordsStatus status) {
    TextView fault = requireView().findViewById(R.id.words_fault);
    fault.setVisibility(status.fault() == null ? View.GONE : View.VISIBLE);
    if (status.fault() != null) {
      fault.setText(getString(R.string.words_failed, status.fault().getMessage()));
    }
  }

  private void showSetup() {
    KeyboardSetup setup = KeyboardSetup.of(requireContext());
    View card = requireView().findViewById(R.id.setup);
    card.setVisibility(setup == KeyboardSetup.CHOSEN ? View.GONE : View.VISIBLE);
    boolean off = setup == KeyboardSetup.OFF;
    TextView text = card.findViewById(R.id.setup_text);
    text.setText(off ? R.string.setup_off : R.string.setup_on);
    Button button = card.findViewById(R.id.setup_action);
    button.setText(off ? R.string.setup_switch_on : R.string.setup_choose);
    button.setOnClickListener(clicked -> {
      if (off) {
        startActivity(new Intent(Settings.ACTION_INPUT_METHOD_SETTINGS));
      } else {
        requireContext().getSystemService(InputMethodManager.class).showInputMethodPicker();
      }
    });
  }
}
