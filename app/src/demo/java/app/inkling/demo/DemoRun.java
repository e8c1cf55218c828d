package app.inkling.demo;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.view.View;
import android.widget.TextView;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.MainActivity;
import app.inkling.R;
import app.inkling.engines.RecognizerStatus;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.tensor.Rng;
import app.inkling.screens.App;
import app.inkling.screens.Finger;
import app.inkling.testing.Camera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowLooper;

/**
 * Walks through the app as a user would, writes what it saw to {@code target/demo/index.html} and prints its
 * figures. Fails when the app failed.
 */
@RunWith(AndroidJUnit4.class)
@Config(qualifiers = "w411dp-h891dp-xhdpi")
public final class DemoRun {
  private static final Path DIRECTORY = Path.of("target", "demo");
  private static final String UNSPOKEN = "not yet";
  private static final int WARM_UP = 60;
  private static final int MEASURED = 100;
  private static final long DEADLINE_NANOS = 10_000_000_000L;

  @Rule
  public final App app = new App();

  private final Camera camera = new Camera(DIRECTORY);
  private final Map<String, String> pictures = new LinkedHashMap<>();

  /** What is spoken of the guess. */
  private View spoken;

  @Test
  public void walksThroughTheApp() throws IOException {
    forgetFormerRun();
    app.launch();
    String engine = engine();
    look("blank", "Blank paper, ready to be drawn on");
    List<Recognised> synthetic = drawAll(Hands.synthetic(), 1);
    List<Recognised> pen = drawAll(Hands.pen(), 0.35f);
    int drawn = synthetic.size() + pen.size();
    assertEquals("drawings stored", drawn, app.stored().drawings());
    correct();
    refuse();
    history(drawn + 2);
    dark();
    turned();
    new TypingDemo(app, this::look).go();
    you();
    learn();
    Map<String, String> figures = figures(engine, measure(), synthetic, pen);
    write(figures, synthetic, pen);
    figures.forEach((name, value) -> System.out.println(name + "=" + value));
    System.out.println("The demo's page: " + DIRECTORY.toAbsolutePath().resolve("index.html"));
    assertTrue("synthetic digits read rightly: " + right(synthetic) + " of 10; wants 9",
        right(synthetic) >= 9);
    assertTrue("pen digits read rightly: " + right(pen) + " of " + pen.size() + "; wants nine in ten",
        10 * right(pen) >= 9 * pen.size());
  }

  private static void forgetFormerRun() throws IOException {
    if (Files.isDirectory(DIRECTORY)) {
      try (Stream<Path> files = Files.list(DIRECTORY)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private String engine() {
    RecognizerStatus status = app.container().recognizer().status().getValue();
    assertTrue("the recognizer is not ready: " + status, status instanceof RecognizerStatus.Ready);
    return app.container().engines().tables().getValue().get(0).engine();
  }

  private List<Recognised> drawAll(List<LabelledDrawing> drawings, float scale) {
    List<Recognised> all = new ArrayList<>();
    for (LabelledDrawing drawing : drawings) {
      all.add(draw(drawing, scale));
      onView(withId(R.id.clear)).perform(click());
      app.settle();
    }
    return all;
  }

  private Recognised draw(LabelledDrawing drawing, float scale) {
    List<Double> waits = new ArrayList<>();
    app.launched().onActivity(activity -> spoken = activity.findViewById(R.id.guess_content));
    onView(withId(R.id.pad)).perform(
        Finger.draws(drawing.drawing(), stroke -> waits.add(untilChanged(spoken))));
    app.settle();
    Recognised[] seen = new Recognised[1];
    app.launched().onActivity(activity -> {
      Camera.showSystemBars(activity);
      String name = drawing.writer() + "-" + drawing.digit();
      camera.take(activity, name, scale);
      seen[0] = new Recognised(drawing.writer(), drawing.digit(), text(activity, R.id.figure),
          text(activity, R.id.caption), waits.get(waits.size() - 1), name + ".png");
    });
    return seen[0];
  }

  /** Called on the main thread as the finger is lifted: milliseconds until the guess on it is spoken. */
  private static double untilChanged(View spoken) {
    long lifted = System.nanoTime();
    spoken.setContentDescription(UNSPOKEN);
    while (UNSPOKEN.contentEquals(spoken.getContentDescription())) {
      assertTrue("no guess within ten seconds", System.nanoTime() - lifted < DEADLINE_NANOS);
      ShadowLooper.idleMainLooper();
    }
    return (System.nanoTime() - lifted) / 1e6;
  }

  private void correct() {
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(1, 0).drawing()));
    app.settle();
    onView(withId(R.id.that_was)).perform(click());
    look("correcting", "\"That was a …\": saying what it was");
    onView(app.sheetDigit(7)).inRoot(isDialog()).perform(click());
    look("corrected", "Corrected to a seven; what was read stays visible");
    onView(withId(R.id.clear)).perform(click());
    look("cleared", "A cleared drawing is kept, and can be brought back");
  }

  private void refuse() {
    onView(withId(R.id.pad)).perform(Finger.draws(App.scribble()));
    look("refused", "What is no digit is refused kindly");
    onView(withId(R.id.clear)).perform(click());
  }

  private void history(int drawn) {
    onView(withId(R.id.open_history)).perform(click());
    look("history", "History, newest first");
    onView(withContentDescription(startsWith("Delete the drawing: You said 7"))).perform(click());
    look("deleted", "A drawing deleted, with an undo on offer");
    assertEquals("drawings after the deletion", drawn - 1, app.stored().drawings());
    onView(withText(R.string.undo)).perform(click());
    look("restored", "The deletion undone");
    assertEquals("drawings after the undo", drawn, app.stored().drawings());
    pressBack();
    app.settle();
  }

  private void dark() {
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.theme_dark)).perform(scrollTo(), click());
    look("you-dark", "You, in the dark");
    onView(withId(R.id.place_draw)).perform(click());
    app.settle();
    onView(withId(R.id.pad)).perform(Finger.draws(Glyphs.digit(5, 0).drawing()));
    look("draw-dark", "Drawing in the dark");
    onView(withId(R.id.open_history)).perform(click());
    look("history-dark", "History in the dark");
    pressBack();
    app.settle();
  }

  private void turned() {
    RuntimeEnvironment.setQualifiers("w891dp-h411dp-land-xhdpi");
    app.launched().recreate();
    look("turned", "The phone turned: the drawing stays");
    app.launched().onActivity(activity -> assertEquals("5", text(activity, R.id.figure)));
    RuntimeEnvironment.setQualifiers("w411dp-h891dp-port-xhdpi");
    app.launched().recreate();
    app.settle();
  }

  private void you() {
    onView(withId(R.id.place_you)).perform(click());
    app.settle();
    onView(withId(R.id.theme_light)).perform(scrollTo(), click());
    app.settle();
    // Colours of the dark stay in the resources' cache here until the phone's configuration changes.
    RuntimeEnvironment.setQualifiers("w412dp-h891dp-port-xhdpi");
    app.launched().recreate();
    app.settle();
    onView(withId(R.id.licences)).perform(scrollTo());
    look("you", "You: what Inkling keeps and how it reads");
    onView(withId(R.id.open_engines)).perform(scrollTo(), click());
    look("engines", "The engines: how fast, how exact, which is in use and why");
    pressBack();
    onView(withId(R.id.licences)).perform(scrollTo(), click());
    look("licences", "Licences and where the data came from");
  }

  /** A session from its start to its undo, on twelve sevens the wrong way round and nothing else. */
  private void learn() {
    app.container().drawings().removeAll(removed -> { });
    app.settle();
    onView(withId(R.id.place_draw)).perform(click());
    app.settle();
    onView(withId(R.id.pad)).perform(Finger.draws(App.wrongWayRound(new Rng(1))));
    look("odd", "A seven the wrong way round: not taken for a digit");
    app.teachSevens(12);
    onView(withId(R.id.clear)).perform(click());
    onView(withId(R.id.pad)).perform(Finger.draws(App.wrongWayRound(new Rng(2))));
    look("remembered", "Twelve of them named: what looks like them is read at once, before any training");
    onView(withId(R.id.open_explanation)).perform(click());
    look("explained", "Why: the ink that the answer rests on, and what the drawing looks like");
    pressBack();
    onView(withId(R.id.place_train)).perform(click());
    look("train-waiting", "Train: what waits to be learned");
    onView(withId(R.id.start)).perform(scrollTo(), click());
    app.settleTraining();
    onView(withId(R.id.session_title)).perform(scrollTo());
    look("train-learned", "A session's end: what changed, and its curves");
    onView(withId(R.id.open_versions)).perform(click());
    look("versions", "Every version: go back to any, or compare");
    pressBack();
    onView(withId(R.id.undo_session)).perform(scrollTo(), click());
    look("train-undone", "Undone: the former model reads, byte for byte");
  }

  private void look(String name, String caption) {
    app.settle();
    app.launched().onActivity(activity -> {
      Camera.showSystemBars(activity);
      camera.take(activity, name, 1);
    });
    pictures.put(name + ".png", caption);
  }

  /**
   * Milliseconds from lifting the finger to the guess, stroke by stroke, once the first {@value #WARM_UP} are
   * done.
   */
  private List<Double> measure() {
    onView(withId(R.id.place_draw)).perform(click());
    app.settle();
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      app.launched().onActivity(activity -> spoken = activity.findViewById(R.id.guess_content));
      onView(withId(R.id.pad)).perform(Finger.draws(
          Glyphs.digit(i % 10, 0).drawing(), stroke -> millis.add(untilChanged(spoken))));
      onView(withId(R.id.clear)).perform(click());
    }
    return millis.subList(WARM_UP, millis.size()).stream().sorted().toList();
  }

  private Map<String, String> figures(
      String engine, List<Double> sorted, List<Recognised> synthetic, List<Recognised> pen) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("engine", engine);
    figures.put("strokes", Integer.toString(sorted.size()));
    figures.put("stroke_to_guess_p50_ms", millis(sorted.get(sorted.size() / 2)));
    figures.put("stroke_to_guess_p95_ms", millis(sorted.get(sorted.size() * 95 / 100)));
    figures.put("stroke_to_guess_max_ms", millis(sorted.get(sorted.size() - 1)));
    figures.put("synthetic_digits", Integer.toString(synthetic.size()));
    figures.put("synthetic_right", Long.toString(right(synthetic)));
    figures.put("pen_digits", Integer.toString(pen.size()));
    figures.put("pen_right", Long.toString(right(pen)));
    return figures;
  }

  private void write(Map<String, String> figures, List<Recognised> synthetic, List<Recognised> pen)
      throws IOException {
    DemoPage page = new DemoPage();
    page.text("These are the app's own windows, drawn on by touch events and read by the model and the "
        + "engine that the app ships with. Nothing on this page was made by hand.");
    page.figures(inWords(figures));
    page.heading("All ten digits, stroke by stroke");
    page.text("Synthetic drawings: hand-made shapes, each moved out of shape by a seed. Below each: what was "
        + "drawn, what was read, how sure the app was, and the time from lifting the finger to the guess on "
        + "the screen.");
    page.drawings(synthetic, "13rem");
    if (!pen.isEmpty()) {
      page.heading("Real pens");
      page.text("The first of each digit by six writers of the pen digits (UCI, CC BY 4.0) whose strokes "
          + "trained nothing.");
      page.drawings(pen, "8rem");
    }
    page.heading("A walk through the app");
    page.pictures(pictures, "13rem");
    page.write(DIRECTORY.resolve("index.html"));
  }

  private static Map<String, String> inWords(Map<String, String> figures) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("Engine in use", figures.get("engine"));
    words.put("Synthetic digits read rightly",
        figures.get("synthetic_right") + " of " + figures.get("synthetic_digits"));
    if (!figures.get("pen_digits").equals("0")) {
      words.put("Real pen digits read rightly",
          figures.get("pen_right") + " of " + figures.get("pen_digits"));
    }
    words.put("From lifting the finger to the guess, " + figures.get("strokes") + " strokes once warm",
        "median " + figures.get("stroke_to_guess_p50_ms") + " ms, 95th percentile "
            + figures.get("stroke_to_guess_p95_ms") + " ms, goal 50 ms");
    return words;
  }

  private static long right(List<Recognised> drawings) {
    return drawings.stream().filter(Recognised::right).count();
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String text(MainActivity activity, int id) {
    return ((TextView) activity.findViewById(id)).getText().toString();
  }
}
