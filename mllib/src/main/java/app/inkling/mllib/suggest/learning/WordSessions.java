package app.inkling.mllib.suggest.learning;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
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
 * The app's policy of learning a person's language: which sentences train and which judge, how many
 * updates; and the factory of the sessions' learners.
 *
 * <p>Sentences are held out by time: the last fifth judges, because what was written after is what a
 * keyboard must predict. The versions' files are {@link NetworkFile}s; the first version's is the shipped
 * keyboard's.
 */
public final class WordSessions implements LearnerFactory {
  /** The kind of model in plans and versions. */
  public static final String KIND = "words";

  private static final int HELD_OUT_PART = 5;
  private static final int QUICK_STEPS = 30;
  private static final int FULL_STEPS = 80;
  private static final int FEW = 200;

  private final Vocabulary vocabulary;
  private final WordNet general;
  private final Map<UUID, OwnSentence> sentences = new LinkedHashMap<>();
  private final Kernels kernels;

  /**
   * @param general the shipped network, which says what must not be forgotten
   * @param sentences the user's, in the order in which they were written
   */
  public WordSessions(Vocabulary vocabulary, WordNet general, Collection<OwnSentence> sentences, Kernels kernels) {
    this.vocabulary = vocabulary;
    this.general = general;
    this.kernels = kernels;
    for (OwnSentence sentence : sentences) {
      if (this.sentences.put(sentence.id(), sentence) != null) {
        throw new IllegalArgumentException("WordSessions: sentence " + sentence.id() + " comes twice");
      }
    }
  }

  /** Whether there are sentences enough for a session that could be accepted. */
  public boolean ready() {
    return ready(sentences.size());
  }

  /** The same of a number of sentences. */
  public static boolean ready(int sentences) {
    return sentences / HELD_OUT_PART >= Acceptance.DEFAULT.fewest();
  }

  /**
   * Plans a session on all sentences.
   *
   * @param parent the version to train further
   * @param depth {@link Depth#QUICK} trains the projection and the bias alone
   * @param created now, milliseconds since 1970
   * @throws IllegalStateException not {@link #ready}
   */
  public SessionPlan plan(Version parent, Depth depth, long seed, long created) {
    if (!ready()) {
      throw new IllegalStateException("WordSessions: " + sentences.size()
          + " sentences are too few; ask ready() first");
    }
    List<Sample> samples = new ArrayList<>();
    for (OwnSentence sentence : sentences.values()) {
      samples.add(sentence.sample());
    }
    int training = samples.size() - samples.size() / HELD_OUT_PART;
    long steps = depth == Depth.QUICK ? QUICK_STEPS : FULL_STEPS;
    return new SessionPlan(KIND, parent.id(), parent.model(), depth, seed, steps * Math.max(FEW, training) / FEW, 0,
        kernels.name(), created, samples.subList(0, training), samples.subList(training, samples.size()));
  }

  @Override
  public Learner open(SessionPlan plan, Checkpoint parent) throws IOException {
    if (!plan.kind().equals(KIND) || !plan.kernels().equals(kernels.name())) {
      throw new FormatException("session's plan", "kind " + KIND + " with \"" + kernels.name() + "\" kernels",
          "kind " + plan.kind() + " with \"" + plan.kernels() + "\" kernels");
    }
    WordNet network = NetworkFile.read(parent);
    if (network.words() != vocabulary.size()) {
      throw new FormatException(parent.source(), "a network of " + vocabulary.size() + " words", network.words() + "");
    }
    List<int[]> own = new ArrayList<>();
    for (Sample sample : plan.training()) {
      own.add(find(sample));
    }
    for (Sample sample : plan.heldOut()) {
      own.add(find(sample));
    }
    return new WordLearner(plan, network, own, general, kernels);
  }

  private int[] find(Sample sample) throws FormatException {
    OwnSentence sentence = sentences.get(sample.id());
    if (sentence == null) {
      throw new FormatException("session's plan", "sentence " + sample.id(), "none of that id; was it deleted?");
    }
    if (!sentence.sample().checksum().equals(sample.checksum())) {
      throw new FormatException("session's plan", "sentence " + sample.id() + " as it was", "another text");
    }
    return vocabulary.numbers(sentence.words());
  }
}
