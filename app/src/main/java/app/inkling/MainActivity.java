package app.inkling;

import android.content.pm.PackageManager;
import android.os.Bundle;
import android.view.View;
import androidx.activity.EdgeToEdge;
import androidx.activity.OnBackPressedCallback;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.appcompat.app.AppCompatActivity;
import androidx.core.graphics.Insets;
import androidx.core.view.ViewCompat;
import androidx.core.view.WindowInsetsCompat;
import androidx.fragment.app.Fragment;
import androidx.fragment.app.FragmentManager;
import androidx.lifecycle.ViewModelProvider;
import app.inkling.digits.DrawFragment;
import app.inkling.digits.ExplainFragment;
import app.inkling.digits.HistoryFragment;
import app.inkling.keyboard.DictionaryFragment;
import app.inkling.keyboard.InklingKeyboardService;
import app.inkling.keyboard.KeyboardSettingsFragment;
import app.inkling.keyboard.TypeFragment;
import app.inkling.settings.EnginesFragment;
import app.inkling.settings.LicencesFragment;
import app.inkling.settings.YouFragment;
import app.inkling.training.ComparisonFragment;
import app.inkling.training.TrainFragment;
import app.inkling.training.VersionsFragment;
import com.google.android.material.navigation.NavigationBarView;
import com.google.android.material.navigationrail.NavigationRailView;

/** The one window: the places on a bottom bar, or on a rail where there is room, and what opens from them. */
public final class MainActivity extends AppCompatActivity
    implements DrawFragment.Host, YouFragment.Host, TrainFragment.Host, VersionsFragment.Host,
    TypeFragment.Host {
  /** The name under which the phone's list of keyboards opens this window. */
  private static final String KEYBOARD_SETTINGS = ".KeyboardSettings";

  private NavigationBarView navigation;
  private OnBackPressedCallback backToDraw;

  @Override
  protected void onCreate(@Nullable Bundle savedState) {
    EdgeToEdge.enable(this);
    super.onCreate(savedState);
    setContentView(R.layout.activity_main);
    navigation = findViewById(R.id.navigation);
    keepClearOfSystemBars();
    backToDraw = new OnBackPressedCallback(false) {
      @Override
      public void handleOnBackPressed() {
        navigation.setSelectedItemId(R.id.place_draw);
      }
    };
    getOnBackPressedDispatcher().addCallback(this, backToDraw);
    if (savedState == null) {
      show(new DrawFragment());
    }
    navigation.setOnItemSelectedListener(item -> {
      go(item.getItemId());
      return true;
    });
    navigation.setOnItemReselectedListener(item -> closeWhatIsOpen());
    getSupportFragmentManager().addOnBackStackChangedListener(this::updateBack);
    updateBack();
    if (savedState == null && getIntent().getComponent() != null
        && getIntent().getComponent().getClassName().endsWith(KEYBOARD_SETTINGS)) {
      navigation.setSelectedItemId(R.id.place_type);
      openKeyboardSettings();
    }
  }

  @Override
  protected void onRestoreInstanceState(@NonNull Bundle savedState) {
    super.onRestoreInstanceState(savedState);
    updateBack();
  }

  @NonNull
  @Override
  public ViewModelProvider.Factory getDefaultViewModelProviderFactory() {
    AppContainer container = ((InklingApplication) getApplication()).container();
    return new ScreenModels(container, ((InklingApplication) getApplication()).words());
  }

  @Override
  public void openHistory() {
    open(new HistoryFragment());
  }

  @Override
  public void openExplanation(@Nullable String drawing) {
    open(ExplainFragment.of(drawing));
  }

  @Override
  public void openVersions(String kind) {
    open(VersionsFragment.of(kind));
  }

  @Override
  public void openComparison(String version) {
    open(ComparisonFragment.of(version), 2);
  }

  @Override
  public InklingKeyboardService.Host keyboardHost() {
    return (InklingApplication) getApplication();
  }

  @Override
  public void openDictionary() {
    open(new DictionaryFragment());
  }

  @Override
  public void openKeyboardSettings() {
    open(new KeyboardSettingsFragment());
  }

  @Override
  public void openEngines() {
    open(new EnginesFragment());
  }

  @Override
  public void openLicences() {
    open(new LicencesFragment());
  }

  @Override
  public String version() {
    try {
      return getPackageManager().getPackageInfo(getPackageName(), 0).versionName;
    } catch (PackageManager.NameNotFoundException e) {
      throw new IllegalStateException("the package manager does not know the app that is running", e);
    }
  }

  private void go(int place) {
    closeWhatIsOpen();
    show(fragment(place));
    backToDraw.setEnabled(place != R.id.place_draw);
  }

  private static Fragment fragment(int place) {
    if (place == R.id.place_train) {
      return new TrainFragment();
    }
    if (place == R.id.place_type) {
      return new TypeFragment();
    }
    return place == R.id.place_you ? new YouFragment() : new DrawFragment();
  }

  /** Back closes what is open, then leads to Draw, then out. */
  private void updateBack() {
    backToDraw.setEnabled(getSupportFragmentManager().getBackStackEntryCount() == 0
        && navigation.getSelectedItemId() != R.id.place_draw);
  }

  private void show(Fragment place) {
    getSupportFragmentManager().beginTransaction().replace(R.id.place, place).commit();
  }

  /** Opens something on top of the present place; back returns to it. */
  private void open(Fragment fragment) {
    open(fragment, 1);
  }

  /** @param depth where it will lie, 1 on top of a place: a second touch must not open it twice */
  private void open(Fragment fragment, int depth) {
    FragmentManager manager = getSupportFragmentManager();
    if (manager.isStateSaved() || manager.getBackStackEntryCount() >= depth) {
      return;
    }
    manager.beginTransaction().replace(R.id.place, fragment).addToBackStack(null).commit();
  }

  private void closeWhatIsOpen() {
    getSupportFragmentManager().popBackStack(null, FragmentManager.POP_BACK_STACK_INCLUSIVE);
  }

  /** Draws behind the system's bars and cut-outs, but puts nothing there that is to be read or touched. */
  private void keepClearOfSystemBars() {
    boolean rail = navigation instanceof NavigationRailView;
    View content = findViewById(R.id.content);
    ViewCompat.setOnApplyWindowInsetsListener(findViewById(R.id.root), (root, insets) -> {
      Insets bars = insets.getInsets(
          WindowInsetsCompat.Type.systemBars() | WindowInsetsCompat.Type.displayCutout());
      boolean rightToLeft = root.getLayoutDirection() == View.LAYOUT_DIRECTION_RTL;
      navigation.setPadding(rail && !rightToLeft ? bars.left : 0, rail ? bars.top : 0,
          rail && rightToLeft ? bars.right : 0, bars.bottom);
      content.setPadding(rail && !rightToLeft ? 0 : bars.left, bars.top,
          rail && rightToLeft ? 0 : bars.right, rail ? bars.bottom : 0);
      return WindowInsetsCompat.CONSUMED;
    });
  }
}
