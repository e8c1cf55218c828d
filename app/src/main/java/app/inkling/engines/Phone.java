package app.inkling.engines;

import android.app.ActivityManager;
import android.app.ApplicationExitInfo;
import android.content.Context;
import android.os.Build;
import android.system.Os;
import android.system.OsConstants;
import androidx.annotation.RequiresApi;
import java.io.File;
import java.util.List;

/**
 * What engines need to know about the phone.
 *
 * @param sdk the Android version's API level
 * @param system names this very build of Android: after an update engines are tried anew
 * @param pageBytes size of a page of memory, 4,096 or 16,384
 * @param codeCache where compiled GPU programs may be kept; Android empties it when app or Android change
 */
public record Phone(int sdk, String system, long pageBytes, File codeCache) {
  /** The phone that this runs on. */
  public static Phone of(Context context) {
    return new Phone(Build.VERSION.SDK_INT, Build.FINGERPRINT, Os.sysconf(OsConstants._SC_PAGESIZE),
        context.getCodeCacheDir());
  }

  /**
   * When the app last ended, if it did so in native code: milliseconds since 1970, else 0. Android tells
   * since version 11.
   */
  public static long lastNativeCrash(Context context) {
    return Build.VERSION.SDK_INT < Build.VERSION_CODES.R ? 0 : toldNativeCrash(context);
  }

  @RequiresApi(Build.VERSION_CODES.R)
  private static long toldNativeCrash(Context context) {
    List<ApplicationExitInfo> last =
        context.getSystemService(ActivityManager.class).getHistoricalProcessExitReasons(null, 0, 1);
    return last.isEmpty() || last.get(0).getReason() != ApplicationExitInfo.REASON_CRASH_NATIVE ? 0
        : last.get(0).getTimestamp();
  }
}
