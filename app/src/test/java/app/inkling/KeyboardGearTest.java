package app.inkling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;
import android.content.pm.ActivityInfo;
import android.content.pm.PackageManager;
import android.content.pm.ResolveInfo;
import android.view.inputmethod.InputMethodInfo;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.keyboard.InklingKeyboardService;
import app.inkling.screens.App;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.android.controller.ActivityController;

/** The gear beside Inkling in the phone's list of keyboards opens the keyboard's settings. */
@RunWith(AndroidJUnit4.class)
public final class KeyboardGearTest {
  @Rule
  public final App app = new App();

  private final Context context = ApplicationProvider.getApplicationContext();

  @Test
  public void opensTheKeyboardsSettingsAndBackLeadsToTyping() throws Exception {
    ComponentName gear = new ComponentName(context, gear());
    ActivityInfo info = context.getPackageManager().getActivityInfo(gear, 0);
    assertEquals(MainActivity.class.getName(), info.targetActivity);
    assertTrue("the phone's own settings open it", info.exported);
    ActivityController<MainActivity> controller =
        Robolectric.buildActivity(MainActivity.class, new Intent().setComponent(gear)).setup();
    app.settle();
    MainActivity activity = controller.get();
    assertNotNull("its slider", activity.findViewById(R.id.quiet));
    activity.getOnBackPressedDispatcher().onBackPressed();
    app.settle();
    assertNotNull("the field to try it in", activity.findViewById(R.id.try_field));
    controller.recreate();
    app.settle();
    assertNull("open once, not with each turn of the phone", controller.get().findViewById(R.id.quiet));
    controller.pause().stop().destroy();
  }

  /** What the keyboard's own description names. */
  private String gear() throws Exception {
    ResolveInfo resolved = new ResolveInfo();
    resolved.serviceInfo = context.getPackageManager().getServiceInfo(
        new ComponentName(context, InklingKeyboardService.class), PackageManager.GET_META_DATA);
    return new InputMethodInfo(context, resolved).getSettingsActivity();
  }
}
