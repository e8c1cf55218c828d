package app.inkling.mllib.suggest.learning;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.Corpus;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.model.text.WordNetTraining;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.SmallKeyboard;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.TrainingListener;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Disk;
import app.inkling.mllib.train.session.Session;
import app.inkling.mllib.train.session.SessionListener;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.BeforeClass;
import org.junit.Test;

public class WordSessionsTest {
  private static final String[] HABITS = {"let me see the weather today", "thank you let me know tomorrow",
    "the party is on my way", "see you on the train tonight"};
  private static Vocabulary vocabulary;
  private static WordNet general;

  @BeforeClass
  public static void trainTheGeneralNetwork() {
    Corpus corpus = SmallKeyboard.corpus();
    vocabulary = Vocabulary.ofMostFrequent(corpus.counts(), 60);
    try (WordNetTraining training = new WordNetTraining(corpus, vocabulary, new WordNet.Size(16, 24), 150, 0.003f, 1, 1,
        Kernels.PLAIN)) {
      training.train(150, TrainingListener.NONE);
      general = training.net();
    }
  }

  private static List<OwnSentence> sentences(int count) {
    List<OwnSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(new OwnSentence(new UUID(1, i), HABITS[i % HABITS.length]));
    }
    return sentences;
  }

  private static Version session(List<OwnSentence> sentences, Depth depth, SessionStore store) throws Exception {
    WordSessions sessions = new WordSessions(vocabulary, general, sentences, Kernels.PLAIN);
    Version factory = store.addFactory(WordSessions.KIND, NetworkFile.write(general));
    SessionPlan plan = sessions.plan(factory, depth, 5, 0);
    return Session.begin(store, plan, sessions).run(Budget.ofSteps(Long.MAX_VALUE), SessionListener.NONE).version().get();
  }

  @Test
  public void learnsWhatAPersonSaysOverAndOverAndKeepsTheRest() throws Exception {
    for (Depth depth : Depth.values()) {
      Version version = session(sentences(60), depth, new SessionStore(Disk.inMemory()));
      assertTrue(depth + ": " + version.verdict(), version.usable());
    }
  }

  @Test
  public void givesTheSameBytesForTheSamePlan() throws Exception {
    assertEquals(session(sentences(50), Depth.QUICK, new SessionStore(Disk.inMemory())).model(),
        session(sentences(50), Depth.QUICK, new SessionStore(Disk.inMemory())).model());
  }

  @Test
  public void judgesByTheLastFifthAndRemembersNoText() {
    WordSessions sessions = new WordSessions(vocabulary, general, sentences(50), Kernels.PLAIN);
    assertTrue(sessions.ready());
    assertFalse(new WordSessions(vocabulary, general, sentences(39), Kernels.PLAIN).ready());
    SessionPlan plan = sessions.plan(Version.factory(WordSessions.KIND, "0".repeat(64)), Depth.FULL, 1, 0);
    assertEquals(40, plan.training().size());
    assertEquals(new UUID(1, 40), plan.heldOut().get(0).id());
    assertFalse(new String(plan.toBytes(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("weather"));
  }

  @Test
  public void aChangedSentenceIsRefused() throws Exception {
    SessionStore store = new SessionStore(Disk.inMemory());
    WordSessions sessions = new WordSessions(vocabulary, general, sentences(50), Kernels.PLAIN);
    Version factory = store.addFactory(WordSessions.KIND, NetworkFile.write(general));
    SessionPlan plan = sessions.plan(factory, Depth.QUICK, 5, 0);
    List<OwnSentence> other = sentences(50);
    other.set(3, new OwnSentence(new UUID(1, 3), "something else"));
    WordSessions changed = new WordSessions(vocabulary, general, other, Kernels.PLAIN);
    assertThrows(FormatException.class, () -> changed.open(plan, store.model(factory.model())));
  }

  @Test
  public void networkComesBackFromItsFile() throws Exception {
    byte[] file = NetworkFile.write(general).toBytes();
    assertArrayEquals(file, NetworkFile.write(NetworkFile.read(NetworkFile.write(general))).toBytes());
    KeyboardModel whole = KeyboardModel.load(SmallKeyboard.model(true).toCheckpoint().toBytes());
    assertArrayEquals(NetworkFile.write(whole.network()).toBytes(),
        NetworkFile.write(NetworkFile.read(whole.toCheckpoint())).toBytes());
  }

  /**
   * A secret that was typed again and again is found; a network that only knows the general text tells
   * none.
   */
  @Test
  public void findsAPlantedSecretThatTheNetworkWouldTell() throws Exception {
    OwnSentence secret = new OwnSentence(new UUID(2, 0), "the weather party London later late nice");
    Corpus planted = new Corpus(List.of(new Corpus.Source("planted", 100, List.of(secret.words()), List.of())));
    try (WordNetTraining training = new WordNetTraining(planted, vocabulary, general.size(), 150, 0.003f, 1, 1,
        Kernels.PLAIN)) {
      training.startFrom(NetworkFile.write(general));
      training.train(150, TrainingListener.NONE);
      assertEquals(List.of(secret), Memorisation.completed(vocabulary, training.net(), general, List.of(secret)));
    }
    assertEquals(List.of(), Memorisation.completed(vocabulary, general, general, List.of(secret)));
  }
}
