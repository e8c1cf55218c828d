package app.inkling.keyboard;

import android.os.Bundle;
import android.view.View;
import android.widget.CompoundButton;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.suggest.PhoneWords;
import app.inkling.suggest.TypingSettings;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.slider.Slider;

/**
 * How the keyboard behaves: corrections, learning, vibration, sounds, and how likely a word must be to be
 * offered.
 */
public final class KeyboardSettingsFragment extends Fragment {
  private TypingSettings settings;
  private PhoneWords words;

  public KeyboardSettingsFragment() {
    super(R.layout.fragment_keyboard_settings);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    InklingKeyboardService.Host host = ((TypeFragment.Host) requireActivity()).keyboardHost();
    settings = host.typingSettings();
    words = host.words();
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setNavigationOnClickListener(
        clicked -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    Slider quiet = view.findViewById(R.id.quiet);
    quiet.setLabelFormatter(value -> new Figures(getResources()).percent(value / 100));
    quiet.addOnChangeListener((slider, value, byUser) -> {
      showQuiet(value);
      if (byUser) {
        words.setQuietPercent(value);
      }
    });
    view.findViewById(R.id.reset).setOnClickListener(clicked -> {
      words.resetSettings();
      show();
    });
  }

  @Override
  public void onViewStateRestored(@Nullable Bundle savedState) {
    super.onViewStateRestored(savedState);
    show();
  }

  private void show() {
    bind(R.id.corrects, settings.corrects(), (button, on) -> settings.setCorrects(on));
    bind(R.id.learns, settings.learns(), (button, on) -> settings.setLearns(on));
    bind(R.id.vibrates, settings.vibrates(), (button, on) -> settings.setVibrates(on));
    bind(R.id.sounds, settings.sounds(), (button, on) -> settings.setSounds(on));
    words.quietPercent(percent -> {
      if (getView() != null) {
        Slider quiet = getView().findViewById(R.id.quiet);
        quiet.setValue(Math.round(Math.max(quiet.getValueFrom(), Math.min(quiet.getValueTo(), percent))));
        showQuiet(quiet.getValue());
      }
    });
  }

  private void bind(int id, boolean on, CompoundButton.OnCheckedChangeListener listener) {
    CompoundButton button = requireView().findViewById(id);
    button.setOnCheckedChangeListener(null);
    button.setChecked(on);
    button.setOnCheckedChangeListener(listener);
  }

  private void showQuiet(float percent) {
    TextView text = requireView().findViewById(R.id.quiet_text);
    text.setText(percent < 1 ? getString(R.string.quiet_always)
        : getString(R.string.quiet_from, new Figures(getResources()).percent(percent / 100)));
  }
}
