package app.inkling.settings;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import app.inkling.common.Outcome;
import app.inkling.data.DrawingRepository;
import app.inkling.data.Removed;
import app.inkling.data.StoredFigures;
import app.inkling.engines.DigitRecognizer;
import app.inkling.engines.EngineTable;
import app.inkling.engines.Engines;
import app.inkling.engines.RecognizerStatus;
import java.util.List;

/** What the You screen shows and does. Main thread only. */
public final class YouViewModel extends ViewModel {
  private final DrawingRepository drawings;
  private final DigitRecognizer recognizer;
  private final Engines engines;
  private final Settings settings;
  private final DataActions data;
  private final LiveData<Outcome<StoredFigures>> stored;
  private final MutableLiveData<Removed> erased = new MutableLiveData<>();

  public YouViewModel(DrawingRepository drawings, DigitRecognizer recognizer, Engines engines,
      Settings settings, DataActions data) {
    this.drawings = drawings;
    this.recognizer = recognizer;
    this.engines = engines;
    this.settings = settings;
    this.data = data;
    this.stored = drawings.figures();
  }

  LiveData<Outcome<StoredFigures>> stored() {
    return stored;
  }

  LiveData<RecognizerStatus> recognizer() {
    return recognizer.status();
  }

  LiveData<List<EngineTable>> engines() {
    return engines.tables();
  }

  LiveData<Exception> fault() {
    return drawings.fault();
  }

  /** Drawings just erased, for which an undo is on offer; null when none is. */
  LiveData<Removed> erased() {
    return erased;
  }

  void erase() {
    drawings.removeAll(erased::setValue);
  }

  void undoErase() {
    if (erased.getValue() != null) {
      drawings.restore(erased.getValue());
      erased.setValue(null);
    }
  }

  /** The offer has been seen and not taken: the drawings are gone for good. */
  void eraseSeen() {
    erased.setValue(null);
  }

  /** What can be done with everything that is kept. */
  DataActions data() {
    return data;
  }

  ThemeChoice theme() {
    return settings.theme();
  }

  void setTheme(ThemeChoice choice) {
    settings.setTheme(choice);
    choice.apply();
  }
}
