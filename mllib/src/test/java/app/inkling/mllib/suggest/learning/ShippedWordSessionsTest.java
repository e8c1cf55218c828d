package app.inkling.mllib.suggest.learning;

import static org.junit.Assert.assertEquals;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.session.Depth;
import app.inkling.mllib.train.session.Disk;
import app.inkling.mllib.train.session.Session;
import app.inkling.mllib.train.session.SessionListener;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Verdict;
import app.inkling.mllib.train.session.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.Test;

/** Full sessions of the shipped keyboard, with two seeds that lost too much when less was rehearsed. */
public class ShippedWordSessionsTest {
  private static final Path FILE = Path.of("src/models/keyboard.inkling");
  private static final String[] HABITS = {"green tractor weather always wins",
    "the tractor parade begins on sunday", "please bring green apples to the parade",
    "always bring the blue tractor home"};
  private static final long[] SEEDS = {3 * 7919L, 5 * 7919L};

  @Test
  public void aFullSessionLearnsAPersonsHabitsAndKeepsTheRest() throws Exception {
    byte[] file = Files.readAllBytes(FILE);
    List<OwnSentence> sentences = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      sentences.add(new OwnSentence(new UUID(1, i), HABITS[i % HABITS.length]));
    }
    for (long seed : SEEDS) {
      KeyboardModel shipped = KeyboardModel.load(file);
      WordSessions sessions =
          new WordSessions(shipped.vocabulary(), shipped.network(), sentences, Kernels.PLAIN);
      SessionStore store = new SessionStore(Disk.inMemory());
      Version factory = store.addFactory(WordSessions.KIND, NetworkFile.write(shipped.network()));
      SessionPlan plan = sessions.plan(factory, Depth.FULL, seed, 0);
      Version version = Session.begin(store, plan, sessions)
          .run(Budget.ofSteps(Long.MAX_VALUE), SessionListener.NONE).version().get();
      assertEquals("seed " + seed + ": " + version.verdict(), Verdict.Reason.HELPS,
          version.verdict().get().reason());
    }
  }
}
