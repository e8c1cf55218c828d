package app.inkling.training;

import app.inkling.common.PackedFiles;
import app.inkling.data.DrawingRepository;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.StoredDrawing;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.personal.DigitSessions;
import app.inkling.mllib.digits.personal.GeneralDigits;
import app.inkling.mllib.digits.personal.OwnDrawing;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.LearnerFactory;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions of the digit model: learns from the drawings that the user corrected or confirmed. */
public final class DigitKind implements SessionKind {
  /** Training uses no more: the phone has other work, and the result is the same. */
  private static final int THREADS = 2;

  private final PackedFiles packed;
  private final String checkpoint;
  private final String general;
  private final DrawingRepository drawings;

  /**
   * @param packed what came with the app
   * @param checkpoint name of the digit model in it
   * @param general name of the sets of other people's digits in it
   */
  public DigitKind(PackedFiles packed, String checkpoint, String general, DrawingRepository drawings) {
    this.packed = packed;
    this.checkpoint = checkpoint;
    this.general = general;
    this.drawings = drawings;
  }

  @Override
  public String kind() {
    return ModelVersionRow.DIGITS;
  }

  @Override
  public Version factory(SessionStore store) throws IOException {
    return store.addFactory(kind(), Checkpoint.fromBytes(checkpoint, packed.read(checkpoint)));
  }

  @Override
  public Optional<SessionPlan> plan(Version base, Depth depth, long seed, long now) throws IOException {
    DigitSessions digits = sessions(named());
    return digits.ready() ? Optional.of(digits.plan(base, depth, seed, now)) : Optional.empty();
  }

  @Override
  public void check(Checkpoint model) throws IOException {
    DigitModel.load(model.toBytes());
  }

  /** Every drawing, named or not: a session's plan says what it was taken to mean. */
  @Override
  public LearnerFactory learners() throws IOException {
    return sessions(drawings.all());
  }

  /** What the user has named, eldest first. */
  List<StoredDrawing> named() {
    return drawings.named();
  }

  /** Other people's digits. */
  GeneralDigits general() throws IOException {
    return GeneralDigits.load(general, packed.read(general));
  }

  private DigitSessions sessions(List<StoredDrawing> stored) throws IOException {
    List<OwnDrawing> own = new ArrayList<>();
    for (StoredDrawing drawing : stored) {
      if (drawing.ink() != null && !drawing.ink().isEmpty()) {
        int digit = drawing.correction() == null ? LabelledDrawing.NOT_A_DIGIT : drawing.correction();
        own.add(new OwnDrawing(UUID.fromString(drawing.id()), digit, drawing.ink(), drawing.heldOut()));
      }
    }
    return new DigitSessions(general(), own, THREADS);
  }
}
