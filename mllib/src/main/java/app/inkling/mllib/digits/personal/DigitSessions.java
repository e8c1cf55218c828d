package app.inkling.mllib.digits.personal;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.session.Acceptance;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Learner;
import app.inkling.mllib.train.session.LearnerFactory;
import app.inkling.mllib.train.session.Sample;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The app's policy of learning a hand, shared with the command-line tool: which drawings, how many updates,
 * how they are judged; and the factory of the sessions' learners.
 *
 * <pre>{@code
 * DigitSessions digits = new DigitSessions(general, drawings, threads);
 * if (digits.ready()) {
 *   SessionPlan plan = digits.plan(activeVersion, Depth.QUICK, seed, System.currentTimeMillis());
 *   Session session = Session.begin(store, plan, digits);
 *   SessionReport report = session.run(budget, listener);
 * }
 * }</pre>
 */
public final class DigitSessions implements LearnerFactory {
  /** The kind of model in plans and versions. */
  public static final String KIND = "digits";

  /**
   * Held-out drawings that judge well enough alone; with fewer, training drawings judge too, each left out in
   * turn.
   */
  static final int ENOUGH_HELD_OUT = 40;
  private static final int QUICK_FOLDS = 5;
  private static final int FULL_FOLDS = 3;
  private static final int QUICK_STEPS = 60;
  private static final int FULL_STEPS = 150;
  /** From so many training drawings on, a session makes more updates the more there are. */
  private static final int FEW = 100;

  private final GeneralDigits general;
  private final Map<UUID, OwnDrawing> drawings = new LinkedHashMap<>();
  private final Kernels kernels;
  private final int threads;

  /**
   * @param drawings the user's, corrected or confirmed, in the order in which they were drawn
   * @param threads that train at the same time; more than 2 change nothing, and none changes the outcome
   */
  public DigitSessions(GeneralDigits general, Collection<OwnDrawing> drawings, int threads) {
    this(general, drawings, threads, Kernels.PLAIN);
  }

  /** @param kernels arithmetic of the sessions; those planned with another are refused */
  public DigitSessions(GeneralDigits general, Collection<OwnDrawing> drawings, int threads, Kernels kernels) {
    this.general = general;
    this.kernels = kernels;
    this.threads = threads;
    for (OwnDrawing drawing : drawings) {
      if (this.drawings.put(drawing.id(), drawing) != null) {
        throw new IllegalArgumentException("DigitSessions: drawing " + drawing.id() + " comes twice");
      }
    }
  }

  /** Whether there are drawings enough for a session that could be accepted. */
  public boolean ready() {
    return ready(of(false).size(), of(true).size());
  }

  /** The same, for so many drawings to learn from and so many held out. */
  public static boolean ready(int training, int heldOut) {
    int judging = heldOut < ENOUGH_HELD_OUT ? training + heldOut : heldOut;
    return training >= QUICK_FOLDS && judging >= Acceptance.DEFAULT.fewest();
  }

  private List<Sample> of(boolean heldOut) {
    List<Sample> samples = new ArrayList<>();
    for (OwnDrawing drawing : drawings.values()) {
      if (drawing.heldOut() == heldOut) {
        samples.add(drawing.sample());
      }
    }
    return samples;
  }

  /**
   * Plans a session on all drawings.
   *
   * @param parent the version to train further
   * @param created now, milliseconds since 1970
   * @throws IllegalStateException not {@link #ready}
   */
  public SessionPlan plan(Version parent, Depth depth, long seed, long created) {
    if (!ready()) {
      throw new IllegalStateException("DigitSessions: " + drawings.size() + " drawings, " + of(true).size()
          + " of them held out, are too few; ask ready() first");
    }
    List<Sample> training = of(false);
    List<Sample> heldOut = of(true);
    int folds = heldOut.size() >= ENOUGH_HELD_OUT ? 0 : depth == Depth.QUICK ? QUICK_FOLDS : FULL_FOLDS;
    long steps = depth == Depth.QUICK ? QUICK_STEPS : FULL_STEPS;
    steps = steps * Math.max(FEW, training.size()) / FEW;
    return new SessionPlan(KIND, parent.id(), parent.model(), depth, seed, steps, folds, kernels.name(),
        created,
        training, heldOut);
  }

  @Override
  public Learner open(SessionPlan plan, Checkpoint parent) throws IOException {
    if (!plan.kind().equals(KIND) || !plan.kernels().equals(kernels.name())) {
      throw new FormatException("session's plan", "kind " + KIND + " with \"" + kernels.name() + "\" kernels",
          "kind " + plan.kind() + " with \"" + plan.kernels() + "\" kernels");
    }
    List<OwnDrawing> samples = new ArrayList<>();
    for (Sample sample : plan.training()) {
      samples.add(find(sample, false));
    }
    for (Sample sample : plan.heldOut()) {
      samples.add(find(sample, true));
    }
    return new DigitLearner(plan, DigitModel.of(parent), samples, general, kernels, threads);
  }

  private OwnDrawing find(Sample sample, boolean heldOut) throws FormatException {
    OwnDrawing drawing = drawings.get(sample.id());
    if (drawing == null) {
      throw new FormatException("session's plan", "drawing " + sample.id(),
          "none of that id; was it deleted?");
    }
    if (!drawing.sample().checksum().equals(sample.checksum())) {
      throw new FormatException("session's plan", "drawing " + sample.id() + " as it was", "other strokes");
    }
    return new OwnDrawing(drawing.id(), Integer.parseInt(sample.target()), drawing.drawing(), heldOut);
  }
}
