package app.inkling.engines;

import android.content.Context;
import android.os.Build;
import android.system.Os;
import android.system.OsConstants;
import java.io.File;

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
}
