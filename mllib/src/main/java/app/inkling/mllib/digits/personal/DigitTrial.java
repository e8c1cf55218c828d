package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.digits.Evidence;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Disk;
import app.inkling.mllib.train.session.HeldOut;
import app.inkling.mllib.train.session.Session;
import app.inkling.mllib.train.session.SessionListener;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Plays what the app does for one writer, to see what it is worth: the first drawings of each digit are
 * stored, some of them held out as always, a quick session is run, the accepted model and the memory of the
 * stored drawings read the rest. As on the Draw screen, a digit that is refused is not read rightly.
 */
public final class DigitTrial {
  private final DigitModel model;
  private final GeneralDigits general;
  private final long seed;
  private final int threads;

  public DigitTrial(DigitModel model, GeneralDigits general, long seed, int threads) {
    this.model = model;
    this.general = general;
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * What came of it, for one writer or several together.
   *
   * @param writers that were measured
   * @param accepted sessions that were
   * @param learnedFrom drawings that were stored
   * @param measuredOn drawings that were read before and after
   * @param errorsBefore of them read wrongly, or refused, by the model as it came
   * @param errorsAfter read wrongly or refused afterwards
   * @param general answers asked for on other people's digits
   * @param generalBefore right ones among them before
   * @param generalAfter right ones afterwards
   * @param seconds that planning, training, judging and remembering took
   */
  public record Result(int writers, int accepted, int learnedFrom, int measuredOn, int errorsBefore,
      int errorsAfter, int general, int generalBefore, int generalAfter, double seconds) {
    public static final Result NOTHING = new Result(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Result and(Result more) {
      return new Result(writers + more.writers, accepted + more.accepted, learnedFrom + more.learnedFrom,
          measuredOn + more.measuredOn, errorsBefore + more.errorsBefore, errorsAfter + more.errorsAfter,
          general + more.general, generalBefore + more.generalBefore, generalAfter + more.generalAfter,
          seconds + more.seconds);
    }

    /** Below 0 when there are more errors than before; 0 when there were none and are none. */
    public double errorReductionPercent() {
      return errorsBefore == errorsAfter ? 0 : 100.0 * (errorsBefore - errorsAfter) / errorsBefore;
    }

    public double generalAccuracyBeforePercent() {
      return 100.0 * generalBefore / general;
    }

    public double generalAccuracyAfterPercent() {
      return 100.0 * generalAfter / general;
    }

    public double acceptedPercent() {
      return 100.0 * accepted / writers;
    }

    /** Mean over the writers. */
    public double secondsEach() {
      return seconds / writers;
    }
  }

  /**
   * Tries one writer.
   *
   * @param drawings of digits, in the order in which they were drawn
   * @param perClass how many of each digit are learned from
   */
  public Result of(List<LabelledDrawing> drawings, int perClass) throws IOException, EngineException {
    List<OwnDrawing> own = new ArrayList<>();
    List<LabelledDrawing> rest = new ArrayList<>();
    int[] seen = new int[10];
    for (LabelledDrawing drawing : drawings) {
      if (seen[drawing.digit()]++ < perClass) {
        String name = drawing.writer() + ' ' + own.size();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        own.add(new OwnDrawing(id, drawing.digit(), drawing.drawing(), HeldOut.of(id)));
      } else {
        rest.add(drawing);
      }
    }
    long start = System.nanoTime();
    DigitModel learned = model;
    boolean accepted = false;
    DigitSessions sessions = new DigitSessions(general, own, threads);
    if (sessions.ready()) {
      SessionStore store = new SessionStore(Disk.inMemory());
      Version factory = store.addFactory(DigitSessions.KIND, model.toCheckpoint());
      Session session = Session.begin(store, sessions.plan(factory, Depth.QUICK, seed, 0), sessions);
      Version version = session.run(Budget.ofSteps(Long.MAX_VALUE), SessionListener.NONE).version().get();
      accepted = version.usable();
      learned = accepted ? DigitModel.of(store.model(version.model())) : model;
    }
    DigitMemory memory = new DigitMemory(learned);
    own.forEach(memory::remember);
    double seconds = (System.nanoTime() - start) / 1e9;

    int[] before = right(model, Evidence.NONE, rest);
    int[] after = right(learned, memory, rest);
    return new Result(1, accepted ? 1 : 0, own.size(), rest.size(), rest.size() - before[0],
        rest.size() - after[0],
        general.measuring().size(), before[1], after[1], seconds);
  }

  /** Right answers to the writer's drawings and to other people's digits. */
  private int[] right(DigitModel with, Evidence evidence,
      List<LabelledDrawing> drawings) throws EngineException {
    int[] right = new int[2];
    try (InferenceEngine engine = with.javaEngine()) {
      DigitReader reader = new DigitReader(engine, with, evidence);
      for (LabelledDrawing drawing : drawings) {
        right[0] += reader.read(drawing.drawing()).reading() == drawing.digit() ? 1 : 0;
      }
      LabelledImages images = general.measuring();
      float[] image = new float[StrokeRenderer.PIXELS];
      for (int i = 0; i < images.size(); i++) {
        images.copyImage(i, image);
        right[1] += reader.read(image).reading() == images.label(i) ? 1 : 0;
      }
    }
    return right;
  }
}
