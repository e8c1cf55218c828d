package app.inkling.settings;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import app.inkling.common.Outcome;
import app.inkling.common.PackedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/** The app's notice and licence, read once. */
public final class LicencesViewModel extends ViewModel {
  private final MutableLiveData<Outcome<String>> text = new MutableLiveData<>();

  /** @param disk reads them */
  public LicencesViewModel(PackedFiles files, Executor disk) {
    disk.execute(() -> text.postValue(
        Outcome.of(() -> read(files, "NOTICE") + "\n\n" + read(files, "LICENSE"))));
  }

  LiveData<Outcome<String>> text() {
    return text;
  }

  private static String read(PackedFiles files, String name) throws IOException {
    return new String(files.read(name), StandardCharsets.UTF_8);
  }
}
