package app.inkling.keyboard;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.app.Application;
import android.os.Bundle;
import android.os.SystemClock;
import android.view.Gravity;
import android.view.MotionEvent;
import android.view.View;
import android.view.ViewGroup;
import android.view.accessibility.AccessibilityEvent;
import android.view.accessibility.AccessibilityManager;
import android.widget.FrameLayout;
import androidx.core.graphics.Insets;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.R;
import app.inkling.keyboard.Layout.Plane;
import app.inkling.suggest.Field;
import app.inkling.suggest.Field.Capitals;
import app.inkling.suggest.Field.EnterAction;
import app.inkling.suggest.Field.Purpose;
import app.inkling.testing.Camera;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowLooper;

/** The keyboard under real touches, and pictures of it in every mode, for people to look at. */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class KeyboardLookTest {
  private static final Camera CAMERA = new Camera(Path.of("target", "screenshots", "keyboard"));

  private final FakeWords words = new FakeWords();
  private final FakeEditor editor = new FakeEditor("|");
  private final List<String> wanted = new ArrayList<>();
  private Activity activity;
  private KeyboardView keyboard;
  private InputSession session;

  /** A window with nothing but the keyboard at its bottom. */
  public static final class Window extends Activity {
    @Override
    protected void onCreate(Bundle state) {
      setTheme(R.style.Theme_Inkling);
      super.onCreate(state);
    }
  }

  @Before
  public void offerWords() {
    words.offer("", FakeWords.next("i"), FakeWords.next("the"), FakeWords.next("you"))
        .offer("T", FakeWords.completion("the"), FakeWords.completion("that"))
        .offer("teh", FakeWords.correction("the"), FakeWords.completion("tehran"));
  }

  private void open(Field field) {
    activity = Robolectric.buildActivity(Window.class).setup().get();
    keyboard = new KeyboardView(activity, new KeyboardView.Typist() {
      @Override
      public InputSession session() {
        return session;
      }

      @Override
      public void onTouch(Key.Action action) {}

      @Override
      public void switchKeyboard() {
        wanted.add("next");
      }

      @Override
      public void chooseKeyboard() {
        wanted.add("any");
      }
    });
    keyboard.keepClearOfSystemBars();
    FrameLayout.LayoutParams place = new FrameLayout.LayoutParams(
        ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.WRAP_CONTENT, Gravity.BOTTOM);
    activity.setContentView(keyboard, place);
    session = new InputSession(field, editor, words, true, keyboard::show, SystemClock::uptimeMillis);
    ShadowLooper.idleMainLooper();
    Camera.showSystemBars(activity);
  }

  private void tellOfBars(int left, int right, int bottom) {
    Camera.showSystemBars(activity, Insets.of(left, 0, right, bottom));
  }

  private static Field message() {
    return new Field(Purpose.TEXT, Capitals.SENTENCES, EnterAction.SEND, true, true, true, true);
  }

  private static Field field(Purpose purpose, EnterAction enter) {
    return new Field(purpose, Capitals.NONE, enter, false, false, false, false);
  }

  private KeyGrid.Cell cell(String text) {
    return keys().grid().cells().stream().filter(cell -> cell.key().text().equals(text)).findFirst().get();
  }

  private KeyGrid.Cell cell(Key.Action action) {
    return keys().grid().cells().stream().filter(cell -> cell.key().action() == action).findFirst().get();
  }

  private KeysView keys() {
    return (KeysView) keyboard.getChildAt(1);
  }

  private void touch(int action, KeyGrid.Cell cell, float byX) {
    float x = (cell.left() + cell.right()) / 2 + byX;
    float y = (cell.top() + cell.bottom()) / 2;
    long now = SystemClock.uptimeMillis();
    MotionEvent event = MotionEvent.obtain(now, now, action, x, y, 0);
    keys().dispatchTouchEvent(event);
    event.recycle();
  }

  private void tap(KeyGrid.Cell cell) {
    touch(MotionEvent.ACTION_DOWN, cell, 0);
    ShadowLooper.idleMainLooper(40, TimeUnit.MILLISECONDS);
    touch(MotionEvent.ACTION_UP, cell, 0);
    ShadowLooper.idleMainLooper(1, TimeUnit.SECONDS);
  }

  @Test
  public void noKeyLiesUnderTheBarsOfTheSystem() {
    open(message());
    for (int[] bars : new int[][] {{0, 0, 72}, {0, 144, 0}, {144, 0, 0}, {0, 0, 0}, {0, 0, 144}}) {
      tellOfBars(bars[0], bars[1], bars[2]);
      int[] corner = new int[2];
      keys().getLocationInWindow(corner);
      View window = activity.getWindow().getDecorView();
      String which = "bars " + bars[0] + ", " + bars[1] + ", " + bars[2];
      assertTrue(which, corner[0] >= bars[0]);
      assertTrue(which, corner[0] + keys().getWidth() <= window.getWidth() - bars[1]);
      assertTrue(which, corner[1] + keys().getHeight() <= window.getHeight() - bars[2]);
      assertTrue(which + ": no more room than needed", corner[1] + keys().getHeight()
          >= window.getHeight() - bars[2] - 2 * activity.getResources().getDimensionPixelSize(R.dimen.key_gap));
    }
  }

  @Test
  public void aKeyLeadsToTheNextKeyboardAndHeldToAny() {
    open(message());
    assertFalse(keys().grid().cells().stream().anyMatch(cell -> cell.key().action() == Key.Action.SWITCH));
    keyboard.offerOthers(true);
    ShadowLooper.idleMainLooper();
    picture("switch");
    tap(cell(Key.Action.SWITCH));
    assertEquals(List.of("next"), wanted);
    touch(MotionEvent.ACTION_DOWN, cell(Key.Action.SWITCH), 0);
    ShadowLooper.idleMainLooper(Fingers.LONG_PRESS_MILLIS + 10, TimeUnit.MILLISECONDS);
    touch(MotionEvent.ACTION_MOVE, cell("b"), 0);
    touch(MotionEvent.ACTION_UP, cell("b"), 0);
    assertEquals(List.of("next", "any"), wanted);
    assertEquals("|", editor.shown());
    tap(cell(Key.Action.SYMBOLS));
    tap(cell(Key.Action.SWITCH));
    assertEquals(List.of("next", "any", "next"), wanted);
  }

  @Test
  public void aPinIsNotShownAboveTheFinger() {
    open(field(Purpose.NUMBER, EnterAction.DONE));
    touch(MotionEvent.ACTION_DOWN, cell("5"), 0);
    assertTrue("a number is", keyboard.popsUp());
    touch(MotionEvent.ACTION_UP, cell("5"), 0);
    open(field(Purpose.PIN, EnterAction.DONE));
    touch(MotionEvent.ACTION_DOWN, cell("5"), 0);
    assertFalse(keyboard.popsUp());
    touch(MotionEvent.ACTION_UP, cell("5"), 0);
  }

  @Test
  public void saysWhichKeysHaveCome() {
    shadowOf(ApplicationProvider.getApplicationContext().getSystemService(AccessibilityManager.class))
        .setEnabled(true);
    open(message());
    tap(cell(Key.Action.SYMBOLS));
    assertEquals("Symbols and numbers", announced());
    tap(cell(Key.Action.LETTERS));
    assertEquals("Letters", announced());
  }

  private static String announced() {
    AccessibilityManager manager =
        ApplicationProvider.getApplicationContext().getSystemService(AccessibilityManager.class);
    List<AccessibilityEvent> events = shadowOf(manager).getSentAccessibilityEvents();
    String last = "";
    for (AccessibilityEvent event : events) {
      last = event.getEventType() == AccessibilityEvent.TYPE_ANNOUNCEMENT ? event.getText().get(0).toString() : last;
    }
    return last;
  }

  private void picture(String name) {
    ShadowLooper.idleMainLooper();
    CAMERA.take(activity, name, 0.5f);
  }

  @Test
  public void typesWhatIsTouched() {
    open(message());
    tap(cell("t"));
    tap(cell("e"));
    tap(cell("h"));
    tap(cell(Key.Action.SPACE));
    assertEquals("Teh |", editor.shown());
    tap(cell(Key.Action.DELETE));
    tap(cell(Key.Action.SYMBOLS));
    tap(cell("?"));
    assertEquals("Teh?|", editor.shown());
    tap(cell(Key.Action.SPACE));
    tap(cell("a"));
    assertEquals("Teh? A|", editor.shown());
  }

  @Test
  public void aSecondFingerCompletesTheFirstKey() {
    open(field(Purpose.TEXT, EnterAction.DONE));
    KeyGrid.Cell a = cell("a");
    KeyGrid.Cell b = cell("l");
    touch(MotionEvent.ACTION_DOWN, a, 0);
    long now = SystemClock.uptimeMillis();
    MotionEvent.PointerProperties[] fingers = {new MotionEvent.PointerProperties(), new MotionEvent.PointerProperties()};
    MotionEvent.PointerCoords[] places = {new MotionEvent.PointerCoords(), new MotionEvent.PointerCoords()};
    fingers[1].id = 1;
    places[0].x = a.left() + 1;
    places[0].y = a.top() + 1;
    places[1].x = b.left() + 1;
    places[1].y = b.top() + 1;
    for (int action : new int[] {MotionEvent.ACTION_POINTER_DOWN, MotionEvent.ACTION_POINTER_UP}) {
      keys().dispatchTouchEvent(MotionEvent.obtain(now, now, action | 1 << MotionEvent.ACTION_POINTER_INDEX_SHIFT, 2,
          fingers, places, 0, 0, 1, 1, 0, 0, 0, 0));
    }
    touch(MotionEvent.ACTION_UP, a, 0);
    assertEquals("al|", editor.shown());
  }

  @Test
  public void aLongPressOffersAccentsAndSlidingChooses() {
    open(field(Purpose.TEXT, EnterAction.DONE));
    KeyGrid.Cell e = cell("e");
    touch(MotionEvent.ACTION_DOWN, e, 0);
    ShadowLooper.idleMainLooper(400, TimeUnit.MILLISECONDS);
    picture("accents");
    touch(MotionEvent.ACTION_MOVE, e, 2 * (e.right() - e.left()));
    touch(MotionEvent.ACTION_UP, e, 2 * (e.right() - e.left()));
    assertEquals("é|", editor.shown());
  }

  @Test
  public void deleteRepeatsWhileHeld() {
    editor.set("one two three|");
    open(field(Purpose.TEXT, EnterAction.DONE));
    touch(MotionEvent.ACTION_DOWN, cell(Key.Action.DELETE), 0);
    ShadowLooper.idleMainLooper(Fingers.LONG_PRESS_MILLIS + 4 * Fingers.REPEAT_MILLIS + 10,
        TimeUnit.MILLISECONDS);
    touch(MotionEvent.ACTION_UP, cell(Key.Action.DELETE), 0);
    ShadowLooper.idleMainLooper(5, TimeUnit.SECONDS);
    assertEquals("one two |", editor.shown());
  }

  @Test
  public void slidingAlongTheSpaceBarMovesTheCursorAndTypesNothing() {
    editor.set("word|");
    open(field(Purpose.TEXT, EnterAction.DONE));
    float step = activity.getResources().getDimension(R.dimen.slide_step);
    KeyGrid.Cell space = cell(Key.Action.SPACE);
    touch(MotionEvent.ACTION_DOWN, space, 0);
    touch(MotionEvent.ACTION_MOVE, space, -2.5f * step);
    touch(MotionEvent.ACTION_UP, space, -2.5f * step);
    assertEquals("wo|rd", editor.shown());
  }

  @Test
  public void aWordHeldInTheStripIsForgottenAfterAQuestion() {
    open(message());
    View likeliest = ((ViewGroup) keyboard.getChildAt(0)).getChildAt(1);
    likeliest.performLongClick();
    picture("forget");
    ((ViewGroup) keyboard.getChildAt(0)).getChildAt(1).performClick();
    assertEquals("I", words.forgotten().get(0));
  }

  @Test
  public void everyModeHasItsPicture() {
    open(message());
    picture("sentence-start");
    tap(cell("t"));
    picture("letters");
    session.pressShift();
    session.pressShift();
    picture("caps-lock");
    tap(cell(Key.Action.SYMBOLS));
    picture("symbols");
    tap(cell(Key.Action.MORE_SYMBOLS));
    picture("more-symbols");
    open(field(Purpose.PASSWORD, EnterAction.DONE));
    picture("password");
    open(field(Purpose.EMAIL, EnterAction.NEXT));
    picture("email");
    open(field(Purpose.URL, EnterAction.GO));
    picture("url");
    open(field(Purpose.NUMBER, EnterAction.DONE));
    picture("number");
    open(field(Purpose.PHONE, EnterAction.PREVIOUS));
    picture("phone");
    open(field(Purpose.DATE, EnterAction.NEXT));
    picture("date");
    open(new Field(Purpose.TEXT, Capitals.NONE, EnterAction.CUSTOM, "Join call", true, false, true, true));
    picture("own-action");
    editor.set("teh|");
    open(message());
    touch(MotionEvent.ACTION_DOWN, cell("g"), 0);
    picture("correction-and-pressed-key");
  }

  @Test
  public void inTheDarkInLandscapeLargeAndRightToLeft() {
    RuntimeEnvironment.setQualifiers("+night");
    open(message());
    picture("dark");
    RuntimeEnvironment.setQualifiers("+notnight");
    RuntimeEnvironment.setQualifiers("+ar-ldrtl");
    open(message());
    picture("right-to-left");
    RuntimeEnvironment.setQualifiers("en-ldltr-w891dp-h411dp-land-xxhdpi");
    open(message());
    picture("landscape");
    tellOfBars(0, 144, 0);
    picture("landscape-three-buttons");
    RuntimeEnvironment.setQualifiers("w320dp-h533dp-port-hdpi");
    open(message());
    keyboard.offerOthers(true);
    tellOfBars(0, 0, 72);
    picture("small-three-buttons");
    RuntimeEnvironment.setQualifiers("w411dp-h891dp-port-xxhdpi");
    RuntimeEnvironment.setFontScale(2);
    open(message());
    picture("large-font");
  }
}
