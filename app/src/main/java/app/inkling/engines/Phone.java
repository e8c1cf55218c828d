package app.inkling.engines;

import android.app.ActivityManager;
import android.app.ApplicationExitInfo;
import android.content.Context;
import android.os.Build;
import android.system.Os;
import android.system.OsConstants;
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
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
      List<ApplicationExitInfo> last =
          context.getSystemService(ActivityManager.class).getHistoricalProcessExitReasons(null, 0, 1);
      if (!last.isEmpty() && last.get(0).getReason() == ApplicationExitInfo.REASON_CRASH_NATIVE) {
        return last.get(0).getTimestamp();
      }
    }
    return 0;
  }
}
