package app.inkling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.graphics.Bitmap;
import android.view.View;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.screens.App;
import app.inkling.testing.Camera;
import app.inkling.testing.Texts;
import app.inkling.testing.Walk;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;

/**
 * Every screen, in every look that phones give it, as pictures in {@code target/screenshots} for people to
 * look at; no text of them is cut.
 */
@RunWith(AndroidJUnit4.class)
public final class ScreenshotTest {
  private static final int LEAST_LIST_DP = 88;

  @Rule
  public final App app = new App();

  @Test
  public void light() {
    walk("light");
  }

  @Test
  public void dark() {
    RuntimeEnvironment.setQualifiers("+night");
    walk("dark");
  }

  /** From the start on, since buttons of a dialog go by the language of the process. */
  @Test
  @Config(qualifiers = "+ar-ldrtl")
  public void rightToLeft() {
    walk("right-to-left");
  }

  @Test
  public void landscape() {
    RuntimeEnvironment.setQualifiers("w891dp-h411dp-land-xxhdpi");
    walk("landscape");
  }

  @Test
  public void largeFont() {
    RuntimeEnvironment.setFontScale(2);
    walk("large-font");
  }

  @Test
  public void smallPhone() {
    RuntimeEnvironment.setQualifiers("w320dp-h533dp-hdpi");
    walk("small");
  }

  @Test
  public void smallPhoneWithLargeFont() {
    RuntimeEnvironment.setQualifiers("w320dp-h533dp-hdpi");
    RuntimeEnvironment.setFontScale(2);
    walk("small-large-font");
  }

  @Test
  public void tablet() {
    RuntimeEnvironment.setQualifiers("w800dp-h1280dp-mdpi");
    walk("tablet");
  }

  @Test
  public void tabletInLandscape() {
    RuntimeEnvironment.setQualifiers("w1280dp-h800dp-land-mdpi");
    walk("tablet-landscape");
  }

  private void walk(String look) {
    Camera camera = new Camera(Path.of("target", "screenshots", look));
    new Walk(app, (activity, name) -> {
      camera.take(activity, name);
      String picture = look + "/" + name;
      assertTrue(picture + " is blank", colors(Camera.picture(activity)) > 2);
      assertEquals(picture + " cuts texts", List.of(), Texts.cut());
      if (activity.getResources().getConfiguration().getLayoutDirection() == View.LAYOUT_DIRECTION_RTL) {
        assertEquals(picture + " begins at the left", List.of(), Texts.beginningAtTheLeft());
      }
      View list = activity.findViewById(R.id.drawings);
      assertTrue(picture + " has no room for its list", list == null || !list.isShown()
          || list.getHeight() >= activity.getResources().getDisplayMetrics().density * LEAST_LIST_DP);
    }).go();
  }

  /** How many colours a coarse grid over the picture meets. */
  private static int colors(Bitmap picture) {
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y += 3) {
      for (int x = 0; x < picture.getWidth(); x += 3) {
        colors.add(picture.getPixel(x, y));
      }
    }
    return colors.size();
  }
}
