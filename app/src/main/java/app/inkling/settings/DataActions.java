package app.inkling.settings;

import android.net.Uri;
import androidx.lifecycle.LiveData;
import java.util.List;

/** What the user can do with all that Inkling keeps. Main thread; the work is done elsewhere. */
public interface DataActions {
  /** How the last of them went; null before the first. */
  LiveData<DataReport> report();

  /**
   * Looks whether a learned model would tell what the user wrote, before it leaves the phone: {@link #told}
   * answers, or the report when it could not be found out.
   */
  void checkBeforeExport();

  /** Those sentences, none when there are none; null once they were seen, and before they are known. */
  LiveData<List<String>> told();

  void toldSeen();

  /** Writes everything into one archive. */
  void exportTo(Uri target);

  /** Takes in an archive of another phone, or refuses it as a whole. */
  void importFrom(Uri source);

  /** Erases everything that was drawn and learned, and looks whether anything is left. */
  void erase();
}
