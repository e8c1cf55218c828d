package app.inkling.digits;

import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.SavedStateHandle;
import androidx.lifecycle.ViewModel;
import app.inkling.common.Outcome;
import app.inkling.data.DrawingRepository;
import app.inkling.data.StoredDrawing;
import app.inkling.engines.DigitRecognizer;
import app.inkling.engines.Reading;
import app.inkling.engines.RecognizerStatus;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.mllib.digits.DigitGuess;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The story of the pad. Main thread only.
 *
 * <p><b>When a drawing is stored.</b> With its first stroke: each time the finger is lifted the drawing's row
 * is written, and again when its guess or its correction is known. Clearing the pad only begins the next
 * drawing. So nothing is lost when the process dies; the saved state holds no more than the id of the row
 * that is on the pad.
 */
public final class DrawViewModel extends ViewModel {
  private static final String ON_PAD = "drawing";
  private static final String ON_PAD_SINCE = "created";

  private final SavedStateHandle saved;
  private final DrawingRepository drawings;
  private final DigitRecognizer recognizer;
  private final LongSupplier clock;
  private final MediatorLiveData<DrawState> state = new MediatorLiveData<>();

  @Nullable
  private Drawing ink;
  @Nullable
  private DigitGuess guess;
  @Nullable
  private String number;
  private boolean settled;
  @Nullable
  private Integer correction;

  /** The drawing that clearing put away; null once the next one has a stroke. */
  @Nullable
  private String cleared;
  private boolean clearedJustNow;
  private RecognizerStatus status = new RecognizerStatus.Starting();

  /** Counts what changes the ink, so that a reading of former ink is recognised as such. */
  private int revision;

  /** @param clock milliseconds since 1970 */
  public DrawViewModel(
      SavedStateHandle saved, DrawingRepository drawings, DigitRecognizer recognizer, LongSupplier clock) {
    this.saved = saved;
    this.drawings = drawings;
    this.recognizer = recognizer;
    this.clock = clock;
    state.addSource(recognizer.status(), next -> {
      status = next;
      publish();
    });
    publish();
  }

  public LiveData<DrawState> state() {
    return state;
  }

  /** Why a change could not be stored; null while all is well. */
  public LiveData<Exception> fault() {
    return drawings.fault();
  }

  /** The id of the drawing on the pad; null on blank paper. */
  @Nullable
  public String onPad() {
    return saved.get(ON_PAD);
  }

  /**
   * Brings the pad in line with storage: after the process died, or after the drawing was changed in History.
   */
  public void refresh() {
    String id = onPad();
    if (id != null) {
      int before = revision;
      drawings.load(id, outcome -> {
        if (revision == before && id.equals(onPad())) {
          show(id, outcome);
        }
      });
    }
  }

  /** The stroke under the finger has grown: reads the drawing as if it ended here. */
  void strokeMoved(Drawing before, Stroke soFar) {
    read(StrokeRecorder.plus(before, soFar), false);
  }

  /**
   * A stroke is finished: it is part of the drawing and is stored. On blank paper it begins a new drawing,
   * even while another is still being brought back: that one stays in History as it was.
   */
  void strokeFinished(Drawing before, Stroke stroke) {
    if (ink == null) {
      saved.set(ON_PAD, UUID.randomUUID().toString());
      saved.set(ON_PAD_SINCE, clock.getAsLong());
    }
    cleared = null;
    clearedJustNow = false;
    inkIs(StrokeRecorder.plus(before, stroke));
  }

  /** The stroke under the finger is void. */
  void strokeCancelled() {
    if (ink == null) {
      blank();
      publish();
    } else {
      read(ink, true);
    }
  }

  /** Takes back the last stroke, or the clearing of the pad. */
  void undo() {
    if (ink == null) {
      undoClear();
    } else if (ink.strokes().size() > 1) {
      inkIs(StrokeRecorder.withoutLast(ink));
    } else {
      drawings.remove(onPad(), removed -> { });
      blank();
      publish();
    }
  }

  /** Puts the drawing away, into History, and gives blank paper. */
  void clear() {
    if (ink != null) {
      cleared = onPad();
      clearedJustNow = true;
      blank();
      publish();
    }
  }

  /** Brings the drawing back that clearing put away. */
  void undoClear() {
    String id = cleared;
    if (id != null && ink == null) {
      cleared = null;
      clearedJustNow = false;
      saved.set(ON_PAD, id);
      publish();
      refresh();
    }
  }

  /** The offer to undo clearing has been seen. */
  void clearedSeen() {
    if (clearedJustNow) {
      clearedJustNow = false;
      publish();
    }
  }

  /**
   * The user says what a drawing was.
   *
   * @param said 0 to 9, -1 for no digit, null to take it back
   */
  public void correct(String id, @Nullable Integer said) {
    drawings.correct(id, said);
    if (id.equals(onPad())) {
      correction = said;
      publish();
    }
  }

  /** The user says that the guess on the pad is right: the drawing counts as named. */
  void confirm() {
    if (guess != null && !guess.refused() && number == null && onPad() != null) {
      correct(onPad(), guess.digit());
    }
  }

  @Nullable
  Integer correction() {
    return correction;
  }

  private void show(String id, Outcome<StoredDrawing> outcome) {
    StoredDrawing stored = outcome.value();
    if (outcome.failed() || stored == null && drawings.fault().getValue() != null) {
      return;
    }
    if (stored == null || stored.ink() == null) {
      blank();
      publish();
      return;
    }
    correction = stored.correction();
    if (ink == null) {
      saved.set(ON_PAD_SINCE, stored.created());
      ink = stored.ink();
      revision++;
      read(ink, true);
    }
    publish();
  }

  private void inkIs(Drawing next) {
    ink = next;
    settled = false;
    revision++;
    Long since = saved.get(ON_PAD_SINCE);
    drawings.putInk(onPad(), next, correction, since == null ? clock.getAsLong() : since);
    publish();
    read(next, true);
  }

  private void read(Drawing drawing, boolean finished) {
    int before = revision;
    Consumer<Reading> reader = reading -> {
      if (revision == before) {
        understood(reading, finished);
      }
    };
    if (finished) {
      recognizer.readNumber(drawing, reader);
    } else {
      recognizer.read(drawing, reader);
    }
  }

  private void understood(@NonNull Reading reading, boolean finished) {
    guess = reading.guess();
    number = reading.number();
    settled = finished;
    if (finished && onPad() != null) {
      drawings.putGuess(onPad(), guess, reading.modelVersion(), reading.engine(), clock.getAsLong());
    }
    publish();
  }

  private void blank() {
    saved.remove(ON_PAD);
    saved.remove(ON_PAD_SINCE);
    ink = null;
    guess = null;
    number = null;
    settled = false;
    correction = null;
    revision++;
  }

  private void publish() {
    state.setValue(new DrawState(ink, guess, number, settled, correction, ink != null || cleared != null,
        clearedJustNow, status));
  }
}
