package app.inkling.settings;

import android.net.Uri;
import androidx.lifecycle.LiveData;
import java.util.List;
import java.util.function.Consumer;

/** What the user can do with all that Inkling keeps. Main thread; the work is done elsewhere. */
public interface DataActions {
  /** How the last of them went; null before the first. */
  LiveData<DataReport> report();

  /**
   * Looks whether a learned model would tell what the user wrote, before it leaves the phone.
   *
   * @param found called on the main thread with those sentences, none when there are none; not called when it
   *     could not be found out, which is reported
   */
  void checkBeforeExport(Consumer<List<String>> found);

  /** Writes everything into one archive. */
  void exportTo(Uri target);

  /** Takes in an archive of another phone, or refuses it as a whole. */
  void importFrom(Uri source);

  /** Erases everything that was drawn and learned, and looks whether anything is left. */
  void erase();
}
