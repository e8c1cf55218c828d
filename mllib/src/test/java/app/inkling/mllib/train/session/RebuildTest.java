package app.inkling.mllib.train.session;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.train.Budget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;

/** Unlearning equals, bit for bit, never having learned. */
public class RebuildTest {
  private static final Budget ENOUGH = Budget.ofSteps(Long.MAX_VALUE);

  private final Disk disk = Disk.inMemory();

  @Test
  public void equalsTheHistoryInWhichItNeverExisted() throws IOException {
    for (int deleted : new int[] {3, 15, 27, 38}) {
      Disk here = Disk.inMemory();
      Version last = history(new SessionStore(here), Collections.emptySet());
      SessionStore store = new SessionStore(here);
      Version rebuilt = new Rebuild(store, TinyLearner.factory()).without(versions(store), last.id(),
          Set.of(TinyLearner.id(deleted)), ENOUGH, SessionListener.NONE).get();

      SessionStore other = new SessionStore(Disk.inMemory());
      Version never = history(other, Set.of(TinyLearner.id(deleted)));
      assertEquals(never, rebuilt);
      assertArrayEquals(other.model(never.model()).toBytes(), store.model(rebuilt.model()).toBytes());
      assertEquals("a sample that trained made a difference", deleted >= 36, rebuilt.model()
          .equals(last.model()));
      assertFalse(versions(store).uses(rebuilt.id(), Set.of(TinyLearner.id(deleted))));
      assertTrue(deleted >= 12 || versions(store).uses(last.id(), Set.of(TinyLearner.id(deleted))));
    }
  }

  @Test
  public void leavesTheSessionsBeforeTheSampleAlone() throws IOException {
    SessionStore store = new SessionStore(disk);
    Version last = history(store, Collections.emptySet());
    int before = versions(store).all().size();
    Version rebuilt = new Rebuild(store, TinyLearner.factory()).without(versions(store), last.id(),
        Set.of(TinyLearner.id(27)), ENOUGH, SessionListener.NONE).get();
    List<Version> path = versions(store).path(rebuilt.id());
    assertEquals("the first session didn't know it", versions(store).path(last.id()).get(1), path.get(1));
    assertEquals("one session anew", before + 1, versions(store).all().size());
  }

  @Test
  public void goesOnWhenInterrupted() throws IOException {
    SessionStore store = new SessionStore(disk);
    Version last = history(store, Collections.emptySet());
    Optional<Version> rebuilt = Optional.empty();
    int calls = 0;
    for (; !rebuilt.isPresent(); calls++) {
      int most = 10 * (calls + 1);
      int[] looks = new int[1];
      rebuilt = new Rebuild(store, TinyLearner.factory()).without(versions(store), last.id(),
          Set.of(TinyLearner.id(3)), ENOUGH.withCancel(() -> looks[0]++ > most), SessionListener.NONE);
    }
    assertTrue("calls: " + calls, calls > 2);
    assertEquals(history(new SessionStore(Disk.inMemory()), Set.of(TinyLearner.id(3))), rebuilt.get());
  }

  @Test
  public void whatHasNoHistoryIsRefused() throws IOException {
    SessionStore store = new SessionStore(disk);
    Version last = history(store, Collections.emptySet());
    disk.delete(versions(store).path(last.id()).get(1).id() + ".version");
    IllegalStateException refusal = assertThrows(IllegalStateException.class,
        () -> new Rebuild(store, TinyLearner.factory())
        .without(versions(store), last.id(), Set.of(TinyLearner.id(3)),
            ENOUGH, SessionListener.NONE));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("can't be replayed"));
  }

  @Test
  public void goingBackGivesTheSameBytes() throws IOException {
    SessionStore store = new SessionStore(disk);
    Version factory = store.addFactory(TinyLearner.KIND, TinyLearner.factoryModel());
    byte[] before = store.model(factory.model()).toBytes();
    history(store, Collections.emptySet());
    assertArrayEquals(before, new SessionStore(disk).model(factory.model()).toBytes());
    assertEquals(factory, store.addFactory(TinyLearner.KIND, TinyLearner.factoryModel()));
  }

  /** Three sessions one after the other, each on more samples, as though some had never been there. */
  private static Version history(SessionStore store, Set<UUID> without) throws IOException {
    Version last = store.addFactory(TinyLearner.KIND, TinyLearner.factoryModel());
    for (int session = 1; session <= 3; session++) {
      SessionPlan plan = TinyLearner.plan(last, session, 2, TinyLearner.samples(0, 12 * session),
          TinyLearner.samples(36, 46)).without(without);
      Version made = Session.begin(store, plan, TinyLearner.factory()).run(ENOUGH, SessionListener.NONE)
          .version().get();
      last = made.usable() ? made : last;
    }
    return last;
  }

  private static Versions versions(SessionStore store) throws IOException {
    return store.versions(new ArrayList<>());
  }
}
