package app.inkling.settings;

import android.net.Uri;
import androidx.lifecycle.LiveData;

/** What the user can do with all that Inkling keeps. Main thread; the work is done elsewhere. */
public interface DataActions {
  /** How the last of them went; null before the first. */
  LiveData<DataReport> report();

  /** Writes everything into one archive. */
  void exportTo(Uri target);

  /** Takes in an archive of another phone, or refuses it as a whole. */
  void importFrom(Uri source);

  /** Erases everything that was drawn and learned, and looks whether anything is left. */
  void erase();
}
