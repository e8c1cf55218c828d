package app.inkling.digits;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import app.inkling.common.Outcome;
import app.inkling.common.PackedFiles;
import app.inkling.data.DrawingRepository;
import app.inkling.data.StoredDrawing;
import app.inkling.engines.DigitVersion;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.digits.personal.DigitMemory;
import app.inkling.mllib.digits.personal.Explanation;
import app.inkling.mllib.digits.personal.GeneralDigits;
import app.inkling.mllib.digits.personal.GeneralNeighbours;
import app.inkling.mllib.digits.personal.Neighbour;
import app.inkling.mllib.digits.personal.OwnDrawing;
import app.inkling.mllib.inference.InferenceEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Works out why a drawing is read as it is. Main thread only; the work is done elsewhere. */
public final class ExplainViewModel extends ViewModel {
  /** So many of each kind are shown. */
  private static final int MOST = 4;

  /** One of the user's drawings that looks like the one explained. */
  record Own(Drawing ink, int digit, double similarity) {}

  /** One of the training set's digits that looks like it: 784 values, 0 paper to 1 ink. */
  record General(float[] image, int digit, double similarity) {}

  /** Everything that the screen shows. */
  record Shown(Drawing ink, Explanation explanation, List<Own> own, List<General> general) {}

  private final DrawingRepository drawings;
  private final DigitVersion.Source version;
  private final PackedFiles packed;
  private final String general;
  private final Executor background;
  private final MutableLiveData<Outcome<Shown>> shown = new MutableLiveData<>();

  @Nullable
  private volatile String asked;

  /**
   * @param packed what came with the app
   * @param general name of the sets of other people's digits in it
   * @param background reads a hundred times and looks at hundreds of digits, for seconds perhaps
   */
  public ExplainViewModel(DrawingRepository drawings, DigitVersion.Source version, PackedFiles packed,
      String general, Executor background) {
    this.drawings = drawings;
    this.version = version;
    this.packed = packed;
    this.general = general;
    this.background = background;
  }

  /** Null while it is being worked out. */
  LiveData<Outcome<Shown>> shown() {
    return shown;
  }

  /** Explains a stored drawing. */
  void explain(String drawing) {
    if (!drawing.equals(asked)) {
      asked = drawing;
      shown.setValue(null);
      background.execute(() -> {
        Outcome<Shown> outcome = Outcome.of(() -> work(drawing));
        if (drawing.equals(asked)) {
          shown.postValue(outcome);
        }
      });
    }
  }

  /** The screen goes: what is in work is no longer wanted. */
  void forget() {
    asked = null;
  }

  private Shown work(String id) throws Exception {
    Map<String, StoredDrawing> named = new HashMap<>();
    drawings.named().forEach(drawing -> named.put(drawing.id(), drawing));
    StoredDrawing drawing = drawings.find(id);
    if (drawing == null || drawing.ink() == null) {
      throw new IOException("the drawing is gone");
    }
    DigitVersion used = version.load();
    DigitMemory memory = new DigitMemory(used.model());
    named.remove(id);
    named.values().stream().filter(other -> other.ink() != null && !other.ink().isEmpty())
        .forEach(other -> memory.remember(new OwnDrawing(
            UUID.fromString(other.id()), other.correction(), other.ink(), other.heldOut())));
    try (InferenceEngine java = used.model().javaEngine()) {
      Explanation explanation = Explanation.of(drawing.ink(), new DigitReader(java, used.model(), memory),
          () -> !id.equals(asked)).orElseThrow(() -> new IOException("it is no longer wanted"));
      return new Shown(drawing.ink(), explanation, own(memory, drawing.ink(), named),
          general(used, drawing.ink()));
    }
  }

  private static List<Own> own(DigitMemory memory, Drawing ink, Map<String, StoredDrawing> named) {
    List<Own> own = new ArrayList<>();
    for (Neighbour neighbour : memory.nearest(ink, MOST)) {
      own.add(new Own(named.get(neighbour.id().toString()).ink(), neighbour.digit(), neighbour.similarity()));
    }
    return own;
  }

  private List<General> general(DigitVersion used, Drawing ink) throws IOException {
    LabelledImages images = GeneralDigits.load(general, packed.read(general)).replay();
    List<General> alike = new ArrayList<>();
    for (GeneralNeighbours.Match match : new GeneralNeighbours(used.model(), images).nearest(ink, MOST)) {
      float[] image = new float[StrokeRenderer.PIXELS];
      images.copyImage(match.image(), image);
      alike.add(new General(image, match.digit(), match.similarity()));
    }
    return alike;
  }
}
