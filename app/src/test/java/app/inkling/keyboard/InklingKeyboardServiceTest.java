package app.inkling.keyboard;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import android.app.Activity;
import android.content.ComponentName;
import android.content.pm.PackageManager;
import android.inputmethodservice.InputMethodService.InputMethodImpl;
import android.media.AudioManager;
import android.os.Binder;
import android.os.Bundle;
import android.os.SystemClock;
import android.text.InputType;
import android.view.KeyEvent;
import android.view.MotionEvent;
import android.view.View;
import android.view.ViewGroup;
import android.view.inputmethod.EditorInfo;
import android.view.inputmethod.InputConnection;
import android.widget.EditText;
import android.widget.TextView;
import androidx.core.graphics.Insets;
import androidx.core.view.ViewCompat;
import androidx.core.view.WindowInsetsCompat;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.InklingApplication;
import app.inkling.R;
import app.inkling.mllib.suggest.LearnedWord;
import app.inkling.screens.App;
import app.inkling.suggest.TypingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.android.controller.ServiceController;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.shadow.api.Shadow;
import org.robolectric.shadows.ShadowAudioManager;
import org.robolectric.shadows.ShadowLooper;
import org.robolectric.util.ReflectionHelpers;

/** The real input method with its window, typing into a real text field by touch. */
@RunWith(AndroidJUnit4.class)
public final class InklingKeyboardServiceTest {
  private static final int PROSE = InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE
      | InputType.TYPE_TEXT_FLAG_CAP_SENTENCES;

  @Rule
  public final App app = new App();

  private ServiceController<InklingKeyboardService> controller;
  private InputMethodImpl method;
  private EditText field;

  /** A window with one text field. */
  public static final class Window extends Activity {
    @Override
    protected void onCreate(Bundle state) {
      setTheme(R.style.Theme_Inkling);
      super.onCreate(state);
    }
  }

  @Before
  public void start() {
    controller = Robolectric.buildService(InklingKeyboardService.class).create();
    ReflectionHelpers.setField(
        ReflectionHelpers.getField(controller.get(), "mController"), "mAttachedToDisplayArea", 1);
    method = (InputMethodImpl) controller.get().onCreateInputMethodInterface();
    method.attachToken(new Binder());
    Activity activity = Robolectric.buildActivity(Window.class).setup().get();
    field = new EditText(activity);
    activity.setContentView(field);
    app.settle();
  }

  @After
  public void end() {
    controller.destroy();
  }

  private void open(int inputType) {
    show(inputType);
    app.settle();
  }

  private void show(int inputType) {
    field.setInputType(inputType);
    EditorInfo info = new EditorInfo();
    InputConnection connection = field.onCreateInputConnection(info);
    method.startInput(connection, info);
    controller.get().showWindow(true);
    ShadowLooper.idleMainLooper();
  }

  private KeyboardView keyboard() {
    return find(controller.get().getWindow().getWindow().getDecorView(), KeyboardView.class);
  }

  private static <T extends View> T find(View view, Class<T> type) {
    if (type.isInstance(view)) {
      return type.cast(view);
    }
    if (view instanceof ViewGroup group) {
      for (int i = 0; i < group.getChildCount(); i++) {
        T found = find(group.getChildAt(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private void type(String text) {
    for (String letter : text.split("")) {
      touch(letter);
      app.settle();
    }
  }

  private void touch(String letter) {
    KeysView keys = find(keyboard(), KeysView.class);
    touch(keys, keys.grid().cells().stream().filter(one -> letter.equals(" ")
        ? one.key().action() == Key.Action.SPACE : one.key().text().equals(letter)).findFirst().get());
  }

  private void press(KeysView keys, KeyGrid.Cell cell) {
    touch(keys, cell);
    app.settle();
  }

  private void press(Key.Action action) {
    KeysView keys = find(keyboard(), KeysView.class);
    press(keys, keys.grid().cells().stream().filter(cell -> cell.key().action() == action).findFirst().get());
  }

  private static void touch(KeysView keys, KeyGrid.Cell cell) {
    long now = SystemClock.uptimeMillis();
    for (int action : new int[] {MotionEvent.ACTION_DOWN, MotionEvent.ACTION_UP}) {
      MotionEvent event = MotionEvent.obtain(now, now, action, (cell.left() + cell.right()) / 2,
          (cell.top() + cell.bottom()) / 2, 0);
      keys.dispatchTouchEvent(event);
      event.recycle();
    }
    ShadowLooper.idleMainLooper(1, TimeUnit.SECONDS);
  }

  private List<String> strip() {
    List<String> words = new ArrayList<>();
    StripView strip = find(keyboard(), StripView.class);
    for (int i = 0; i < strip.getChildCount(); i++) {
      words.add(((TextView) strip.getChildAt(i)).getText().toString());
    }
    return words;
  }

  @Test
  public void typesCompletesAndPredictsInARealField() {
    open(PROSE);
    type("see you tomor");
    assertEquals("See you tomor", field.getText().toString());
    assertTrue("offered: " + strip(), strip().contains("tomorrow"));
    StripView strip = find(keyboard(), StripView.class);
    strip.getChildAt(strip().indexOf("tomorrow")).performClick();
    app.settle();
    assertEquals("See you tomorrow ", field.getText().toString());
  }

  /** All that is of the model works on the typing thread, which is held here. */
  @Test
  public void keysTypeBeforeTheModelIsThereAndSuggestionsComeWithIt() {
    CountDownLatch hold = new CountDownLatch(1);
    app.container().executors().typing().execute(() -> {
      try {
        hold.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    show(PROSE);
    for (String letter : List.of("t", "o", "m", "o", "r")) {
      touch(letter);
    }
    assertEquals("Tomor", field.getText().toString());
    assertFalse("offered: " + strip(), strip().contains("Tomorrow"));
    hold.countDown();
    app.settle();
    assertTrue("offered: " + strip(), strip().contains("Tomorrow"));
  }

  @Test
  public void learnsWhatWasTypedWhenTheFieldIsLeft() {
    open(PROSE);
    type("hello zyxoquin");
    controller.get().onFinishInputView(true);
    app.settle();
    assertTrue("learned: " + learned(), learned().contains("zyxoquin"));
  }

  @Test
  public void offersNothingForAPasswordAndLearnsNothing() {
    open(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_PASSWORD);
    type("hello zyxoquin");
    assertEquals(List.of("", "", ""), strip());
    controller.get().onFinishInputView(true);
    app.settle();
    assertEquals(List.of(), learned());
  }

  private List<String> learned() {
    List<List<String>> learned = new ArrayList<>();
    app.words().learned(all -> learned.add(all.stream().map(LearnedWord::word).toList()));
    app.settle();
    return learned.get(0);
  }

  /** Apps restart the input of a field that they change themselves, in the middle of a sentence. */
  @Test
  public void aRestartedFieldGoesOnWithItsSentence() {
    open(PROSE);
    type("hello my zyxoquin ");
    EditorInfo info = new EditorInfo();
    InputConnection connection = field.onCreateInputConnection(info);
    method.restartInput(connection, info);
    app.settle();
    type("friend");
    controller.get().onFinishInputView(true);
    app.settle();
    assertEquals("Hello my zyxoquin friend", field.getText().toString());
    assertEquals(List.of("Hello my zyxoquin friend"), sentences());
  }

  private List<String> sentences() {
    FutureTask<List<String>> all = new FutureTask<>(() -> app.container().sentences().all().stream()
        .map(sentence -> sentence.text).collect(Collectors.toList()));
    app.container().executors().disk().execute(all);
    try {
      return all.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  public void anotherKindOfFieldInItsPlaceIsAnotherField() {
    open(PROSE);
    type("hello zyxoquin");
    field.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_PASSWORD);
    EditorInfo info = new EditorInfo();
    InputConnection connection = field.onCreateInputConnection(info);
    method.restartInput(connection, info);
    app.settle();
    assertEquals(List.of("", "", ""), strip());
    type("geheim");
    controller.get().onFinishInputView(true);
    app.settle();
    assertEquals(List.of("Hello zyxoquin"), sentences());
  }

  @Test
  public void aFieldsOwnActionIsNamedAndDone() {
    field.setImeActionLabel("Join", 4711);
    int[] done = new int[1];
    field.setOnEditorActionListener((view, action, event) -> {
      done[0] = action;
      return true;
    });
    open(InputType.TYPE_CLASS_TEXT);
    KeysView keys = find(keyboard(), KeysView.class);
    KeyGrid.Cell enter =
        keys.grid().cells().stream().filter(cell -> cell.key().action() == Key.Action.ENTER).findFirst().get();
    assertEquals("Join", KeyText.label(enter.key(), keys.state()));
    assertEquals("Join", KeyText.spoken(keys.getResources(), enter.key(), keys.state()));
    press(keys, enter);
    assertEquals(4711, done[0]);
  }

  /** Keys of a keyboard of its own reach the field past this one, and are not taken for words typed here. */
  @Test
  public void aKeyboardOfPlasticTypesPastThisOne() {
    open(PROSE);
    type("hi ");
    for (int action : new int[] {KeyEvent.ACTION_DOWN, KeyEvent.ACTION_UP}) {
      KeyEvent key = new KeyEvent(action, KeyEvent.KEYCODE_Z);
      assertFalse(action == KeyEvent.ACTION_DOWN ? controller.get().onKeyDown(KeyEvent.KEYCODE_Z, key)
          : controller.get().onKeyUp(KeyEvent.KEYCODE_Z, key));
      field.dispatchKeyEvent(key);
    }
    controller.get().onUpdateSelection(3, 3, 4, 4, -1, -1);
    app.settle();
    assertEquals("Hi z", field.getText().toString());
    controller.get().onFinishInputView(true);
    app.settle();
    assertEquals(List.of(), sentences());
  }

  @Test
  public void theKeysOfItsOwnWindowAreClearOfTheGestureBar() {
    open(PROSE);
    View window = controller.get().getWindow().getWindow().getDecorView();
    int bar = 72;
    ViewCompat.dispatchApplyWindowInsets(keyboard(), new WindowInsetsCompat.Builder()
        .setInsets(WindowInsetsCompat.Type.navigationBars(), Insets.of(0, 0, 0, bar)).build());
    window.measure(View.MeasureSpec.makeMeasureSpec(1080, View.MeasureSpec.EXACTLY),
        View.MeasureSpec.makeMeasureSpec(2000, View.MeasureSpec.AT_MOST));
    window.layout(0, 0, window.getMeasuredWidth(), window.getMeasuredHeight());
    KeysView keys = find(keyboard(), KeysView.class);
    assertTrue("keys end " + (keyboard().getHeight() - keys.getBottom()) + " above the keyboard's end",
        keyboard().getHeight() - keys.getBottom() >= bar);
  }

  /** Writes down what it is to play. */
  @Implements(AudioManager.class)
  public static final class Speaker extends ShadowAudioManager {
    private final List<Integer> played = new ArrayList<>();

    @Implementation
    protected void playSoundEffect(int effect, float volume) {
      played.add(effect);
    }
  }

  @Test
  @Config(shadows = Speaker.class)
  public void keysAreHeardWhereTheUserWantsItAndThePhoneIsNotSilent() {
    AudioManager audio = controller.get().getSystemService(AudioManager.class);
    List<Integer> played = ((Speaker) Shadow.<Object>extract(audio)).played;
    InklingKeyboardService.Host host = (InklingKeyboardService.Host) controller.get().getApplication();
    TypingSettings settings = host.typingSettings();
    open(PROSE);
    type("no");
    assertEquals("the user wanted none", List.of(), played);
    settings.setSounds(true);
    type("a ");
    press(Key.Action.DELETE);
    press(Key.Action.ENTER);
    assertEquals(List.of(AudioManager.FX_KEYPRESS_STANDARD, AudioManager.FX_KEYPRESS_SPACEBAR,
        AudioManager.FX_KEYPRESS_DELETE, AudioManager.FX_KEYPRESS_RETURN), played);
    played.clear();
    find(keyboard(), StripView.class).getChildAt(0).performClick();
    assertEquals("a word of the strip", List.of(AudioManager.FX_KEYPRESS_STANDARD), played);
    played.clear();
    for (int quiet : new int[] {AudioManager.RINGER_MODE_SILENT, AudioManager.RINGER_MODE_VIBRATE}) {
      audio.setRingerMode(quiet);
      type("a");
    }
    assertEquals("the phone is to be quiet", List.of(), played);
    audio.setRingerMode(AudioManager.RINGER_MODE_NORMAL);
    settings.reset();
    type("a");
    assertEquals("as when the app was new", List.of(), played);
  }

  @Test
  public void isRegisteredForDirectBootAndNeedsNoInternet() throws Exception {
    InklingApplication application = ApplicationProvider.getApplicationContext();
    assertTrue(application.getPackageManager().getServiceInfo(
        new ComponentName(application, InklingKeyboardService.class), 0).directBootAware);
    String[] asked = application.getPackageManager().getPackageInfo(application.getPackageName(),
        PackageManager.GET_PERMISSIONS).requestedPermissions;
    assertFalse(asked != null && List.of(asked).contains("android.permission.INTERNET"));
  }
}
