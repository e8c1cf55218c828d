package app.inkling.testing;

import android.app.Activity;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.view.View;
import android.view.inspector.WindowInspector;
import androidx.core.graphics.Insets;
import androidx.core.view.ViewCompat;
import androidx.core.view.WindowInsetsCompat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.robolectric.shadows.ShadowLooper;

/**
 * Takes pictures of what is on the screen, every window of it. Plays the system's bars too, which Robolectric
 * leaves out: windows are told of them, and the picture shows where they lie.
 */
public final class Camera {
  private static final int STATUS_BAR_DP = 24;
  private static final int NAVIGATION_BAR_DP = 24;
  private static final int SHADE = 0x33808080;

  private final Path directory;

  /** @param directory where pictures go; made when missing */
  public Camera(Path directory) {
    this.directory = directory;
  }

  /** Tells the window of a status bar above and a gesture bar below, and lets it lay itself out. */
  public static void showSystemBars(Activity activity) {
    float density = activity.getResources().getDisplayMetrics().density;
    showSystemBars(activity, Insets.of(0, Math.round(STATUS_BAR_DP * density), 0,
        Math.round(NAVIGATION_BAR_DP * density)));
  }

  /** Tells it, and a sheet above it, of bars at any of its edges, as wide as given in pixels. */
  public static void showSystemBars(Activity activity, Insets bars) {
    View decor = activity.getWindow().getDecorView();
    decor.setTag(bars);
    for (View window : WindowInspector.getGlobalWindowViews()) {
      if (window.getHeight() == decor.getHeight()) {
        ViewCompat.dispatchApplyWindowInsets(window,
            new WindowInsetsCompat.Builder().setInsets(WindowInsetsCompat.Type.systemBars(), bars).build());
      }
    }
    ShadowLooper.idleMainLooper();
  }

  /** Saves a PNG of all windows and returns its file. */
  public Path take(Activity activity, String name) {
    return take(activity, name, 1);
  }

  /** As {@link #take(Activity, String)}, made smaller by {@code scale}. */
  public Path take(Activity activity, String name, float scale) {
    Bitmap whole = picture(activity);
    Bitmap picture = scale == 1 ? whole : Bitmap.createScaledBitmap(
        whole, Math.round(scale * whole.getWidth()), Math.round(scale * whole.getHeight()), true);
    Path file = directory.resolve(name + ".png");
    try {
      Files.createDirectories(directory);
      try (OutputStream out = Files.newOutputStream(file)) {
        picture.compress(Bitmap.CompressFormat.PNG, 100, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** All windows as one bitmap, dialogs above what they cover. */
  public static Bitmap picture(Activity activity) {
    View decor = activity.getWindow().getDecorView();
    Bitmap picture = Bitmap.createBitmap(decor.getWidth(), decor.getHeight(), Bitmap.Config.ARGB_8888);
    Canvas canvas = new Canvas(picture);
    for (View window : WindowInspector.getGlobalWindowViews()) {
      if (window != decor) {
        canvas.drawColor(0x52000000);
      }
      window.getViewTreeObserver().dispatchOnPreDraw();
      int[] corner = new int[2];
      window.getLocationOnScreen(corner);
      canvas.save();
      canvas.translate(corner[0], corner[1]);
      window.draw(canvas);
      canvas.restore();
    }
    shadeBars(decor, canvas);
    return picture;
  }

  private static void shadeBars(View decor, Canvas canvas) {
    if (decor.getTag() instanceof Insets bars) {
      Paint shade = new Paint();
      shade.setColor(SHADE);
      float right = decor.getWidth();
      float bottom = decor.getHeight();
      canvas.drawRect(0, 0, right, bars.top, shade);
      canvas.drawRect(0, bottom - bars.bottom, right, bottom, shade);
      canvas.drawRect(0, bars.top, bars.left, bottom - bars.bottom, shade);
      canvas.drawRect(right - bars.right, bars.top, right, bottom - bars.bottom, shade);
    }
  }
}
