package app.inkling.training;

import app.inkling.common.PackedFiles;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.SentenceRepository;
import app.inkling.data.SentenceRow;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.learning.NetworkFile;
import app.inkling.mllib.suggest.learning.OwnSentence;
import app.inkling.mllib.suggest.learning.WordSessions;
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

/** Sessions of the keyboard's network: learns from the sentences that were typed where that is allowed. */
public final class WordKind implements SessionKind {
  private final PackedFiles packed;
  private final String checkpoint;
  private final SentenceRepository sentences;

  /**
   * @param packed what came with the app
   * @param checkpoint name of the keyboard's model in it
   */
  public WordKind(PackedFiles packed, String checkpoint, SentenceRepository sentences) {
    this.packed = packed;
    this.checkpoint = checkpoint;
    this.sentences = sentences;
  }

  @Override
  public String kind() {
    return ModelVersionRow.WORDS;
  }

  @Override
  public Version factory(SessionStore store) throws IOException {
    return store.addFactory(kind(), shipped());
  }

  @Override
  public Optional<SessionPlan> plan(Version base, Depth depth, long seed, long now) throws IOException {
    WordSessions words = sessions(sentences.teaching());
    return words.ready() ? Optional.of(words.plan(base, depth, seed, now)) : Optional.empty();
  }

  /** One of another vocabulary is kept, as after an update of the app. */
  @Override
  public void check(Checkpoint model) throws IOException {
    NetworkFile.read(model);
  }

  /** Every sentence: a session that was begun goes on with what it was planned on. */
  @Override
  public LearnerFactory learners() throws IOException {
    return sessions(sentences.all());
  }

  /** The model that came with the app. */
  KeyboardModel keyboard() throws IOException {
    return KeyboardModel.load(shipped());
  }

  /** The sentences that may teach, eldest first. */
  List<OwnSentence> teaching() {
    return own(sentences.teaching());
  }

  private Checkpoint shipped() throws IOException {
    return Checkpoint.fromBytes(checkpoint, packed.read(checkpoint));
  }

  private WordSessions sessions(List<SentenceRow> stored) throws IOException {
    KeyboardModel model = keyboard();
    return new WordSessions(model.vocabulary(), model.network(), own(stored), Kernels.PLAIN);
  }

  private static List<OwnSentence> own(List<SentenceRow> stored) {
    List<OwnSentence> own = new ArrayList<>();
    for (SentenceRow sentence : stored) {
      own.add(new OwnSentence(UUID.fromString(sentence.id), sentence.text));
    }
    return own;
  }
}
