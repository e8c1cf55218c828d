package app.inkling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import android.view.View;
import android.view.inspector.WindowInspector;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.screens.App;
import app.inkling.testing.Camera;
import app.inkling.testing.Walk;
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityCheckPreset;
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityCheckResult.AccessibilityCheckResultType;
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityHierarchyCheck;
import com.google.android.apps.common.testing.accessibility.framework.AccessibilityHierarchyCheckResult;
import com.google.android.apps.common.testing.accessibility.framework.Parameters;
import com.google.android.apps.common.testing.accessibility.framework.uielement.AccessibilityHierarchyAndroid;
import com.google.android.apps.common.testing.accessibility.framework.utils.contrast.BitmapImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;

/**
 * Google's accessibility checks on every screen: labels, touch targets, contrast, duplicate descriptions and
 * the rest.
 */
@RunWith(AndroidJUnit4.class)
public final class AccessibilityTest {
  /**
   * Said of text at the edge of what is scrolled into view, of which too little is seen to judge its colours.
   */
  private static final String CUT_OFF = "only partially visible within a scrollable container";

  @Rule
  public final App app = new App();

  private final List<String> findings = new ArrayList<>();
  private int checks;

  @Test
  public void everyScreenPassesInTheLight() {
    walk();
  }

  @Test
  public void everyScreenPassesInTheDark() {
    RuntimeEnvironment.setQualifiers("+night");
    walk();
  }

  @Test
  public void everyScreenPassesOnASmallPhoneWithLargeFont() {
    RuntimeEnvironment.setQualifiers("w320dp-h533dp-hdpi");
    RuntimeEnvironment.setFontScale(2);
    walk();
  }

  private void walk() {
    new Walk(app, this::check).go();
    assertTrue("only " + checks + " checks ran", checks > 500);
    assertEquals(String.join("\n", findings), 0, findings.size());
  }

  private void check(MainActivity activity, String screen) {
    List<View> windows = WindowInspector.getGlobalWindowViews();
    View top = windows.get(windows.size() - 1);
    AccessibilityHierarchyAndroid hierarchy = AccessibilityHierarchyAndroid.newBuilder(top).build();
    Parameters parameters = new Parameters();
    parameters.putScreenCapture(new BitmapImage(Camera.picture(activity)));
    for (AccessibilityHierarchyCheck check
        : AccessibilityCheckPreset.getAccessibilityHierarchyChecksForPreset(
            AccessibilityCheckPreset.LATEST)) {
      for (AccessibilityHierarchyCheckResult result
          : check.runCheckOnHierarchy(hierarchy, null, parameters)) {
        checks++;
        AccessibilityCheckResultType type = result.getType();
        String message = String.valueOf(result.getMessage(Locale.ENGLISH));
        if ((type == AccessibilityCheckResultType.ERROR || type == AccessibilityCheckResultType.WARNING)
            && !message.contains(CUT_OFF)) {
          findings.add(screen + ": " + type + " " + check.getClass().getSimpleName() + ": "
              + message + " " + (result.getElement() == null ? ""
              : result.getElement().getResourceName() + " " + result.getElement().getText()));
        }
      }
    }
  }
}
