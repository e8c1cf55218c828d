package app.inkling.settings;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.ViewModel;
import app.inkling.engines.DigitRecognizer;
import app.inkling.engines.EngineTable;
import app.inkling.engines.Engines;
import app.inkling.engines.RecognizerStatus;
import java.util.List;

/** What the Engines screen shows and does. Main thread only. */
public final class EnginesViewModel extends ViewModel {
  private final Engines engines;
  private final DigitRecognizer recognizer;

  public EnginesViewModel(Engines engines, DigitRecognizer recognizer) {
    this.engines = engines;
    this.recognizer = recognizer;
  }

  LiveData<List<EngineTable>> tables() {
    return engines.tables();
  }

  LiveData<RecognizerStatus> recognizer() {
    return recognizer.status();
  }

  void measureAgain(String kind) {
    engines.measureAgain(kind);
  }

  /** @param engine null for whichever is fastest */
  void pin(String kind, @Nullable String engine) {
    engines.pin(kind, engine);
  }
}
