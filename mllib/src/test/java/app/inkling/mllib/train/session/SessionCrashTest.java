package app.inkling.mllib.train.session;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.session.SessionReport.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** A session killed anywhere and resumed ends in the bytes of one that was never interrupted. */
public class SessionCrashTest {
  private static final Budget ENOUGH = Budget.ofSteps(Long.MAX_VALUE);
  private static final int SAVE_EVERY = 3;

  private Map<String, String> uninterrupted;
  private int changes;

  @Before
  public void runUninterrupted() throws IOException {
    Disk disk = Disk.inMemory();
    FaultyDisk counting = FaultyDisk.crashing(disk, Integer.MAX_VALUE, 1);
    assertTrue(attempt(counting, ENOUGH).finished());
    uninterrupted = FaultyDisk.contents(disk);
    changes = counting.changes();
    assertEquals("two models and two versions are left: " + uninterrupted.keySet(), 4, uninterrupted.size());
    assertTrue("crashes have many places to come: " + changes, changes > 30);
  }

  @Test
  public void survivesACrashAtEveryChangeOfTheDisk() throws IOException {
    for (int nth = 1; nth <= changes; nth++) {
      Disk disk = Disk.inMemory();
      try {
        attempt(FaultyDisk.crashing(disk, nth, nth), ENOUGH);
        throw new AssertionError("change " + nth + " did not come");
      } catch (FaultyDisk.Crash expected) {
        assertTrue(attempt(disk, ENOUGH).finished());
      }
      assertEquals("crash at change " + nth, uninterrupted, FaultyDisk.contents(disk));
    }
  }

  @Test
  public void survivesCrashesOneAfterTheOther() throws IOException {
    Rng random = new Rng(5);
    Disk disk = Disk.inMemory();
    int crashes = 0;
    for (boolean finished = false; !finished; ) {
      try {
        finished = attempt(FaultyDisk.crashing(disk, 1 + random.nextInt(12), crashes), ENOUGH).finished();
      } catch (FaultyDisk.Crash expected) {
        crashes++;
      }
    }
    assertTrue("crashes: " + crashes, crashes > 3);
    assertEquals(uninterrupted, FaultyDisk.contents(disk));
  }

  @Test
  public void goesOnAfterBeingStoppedAtAnyStep() throws IOException {
    Rng random = new Rng(6);
    for (int trial = 0; trial < 8; trial++) {
      Disk disk = Disk.inMemory();
      long stop = 0;
      Status status = Status.STOPPED;
      while (status == Status.STOPPED) {
        stop += random.nextInt(20);
        status = attempt(disk, Budget.ofSteps(stop)).status();
      }
      assertEquals(uninterrupted, FaultyDisk.contents(disk));
    }
  }

  @Test
  public void aFullDiskStopsItAndLosesNothing() throws IOException {
    Disk before = Disk.inMemory();
    new SessionStore(before).addFactory(TinyLearner.KIND, TinyLearner.factoryModel());
    Map<String, String> kept = FaultyDisk.contents(before);
    int notSaved = 0;
    for (int nth = 1; nth < changes; nth++) {
      Disk disk = Disk.inMemory();
      new SessionStore(disk).addFactory(TinyLearner.KIND, TinyLearner.factoryModel());
      try {
        SessionReport report = attempt(FaultyDisk.full(disk, nth, nth), ENOUGH);
        notSaved += report.status() == Status.NOT_SAVED ? 1 : 0;
        assertTrue(report.finished() || report.problem().get().getMessage().contains("no space"));
      } catch (IOException atTheBeginning) {
        assertTrue(atTheBeginning.getMessage().contains("no space"));
      }
      Map<String, String> now = FaultyDisk.contents(disk);
      kept.forEach((name, content) -> assertEquals(name, content, now.get(name)));
      assertFalse(now.toString(), now.keySet().stream().anyMatch(name -> name.endsWith(".tmp")));

      assertTrue("there is room again", attempt(disk, ENOUGH).finished());
      assertEquals(uninterrupted, FaultyDisk.contents(disk));
    }
    assertTrue("times that it could not be saved: " + notSaved, notSaved > 10);
  }

  @Test
  public void usesTheLastWholeFileAndSaysSo() throws IOException {
    Rng random = new Rng(8);
    for (int trial = 0; trial < 20; trial++) {
      Disk disk = Disk.inMemory();
      assertEquals(Status.STOPPED, attempt(disk, Budget.ofSteps(22)).status());
      List<String> sessions = disk.list().stream().filter(name -> name.endsWith(".session")).toList();
      assertEquals(2, sessions.size());
      String damaged = sessions.get(trial % 2);
      disk.write(damaged, damage(disk.read(damaged), trial, random));

      Session session = Session.resume(new SessionStore(disk), TinyLearner.KIND, TinyLearner.factory(),
          SAVE_EVERY).get();
      assertEquals(1, session.damages().size());
      assertEquals(damaged, session.damages().get(0).file());
      assertTrue(session.run(ENOUGH, SessionListener.NONE).finished());
      assertEquals(uninterrupted, FaultyDisk.contents(disk));
    }
  }

  @Test
  public void findsEveryDamagedVersionAndKeepsTheOthers() throws IOException {
    Rng random = new Rng(9);
    Disk whole = Disk.inMemory();
    attempt(whole, ENOUGH);
    for (int trial = 0; trial < 40; trial++) {
      Disk disk = Disk.inMemory();
      for (String name : whole.list()) {
        disk.write(name, whole.read(name));
      }
      String damaged = whole.list().get(trial % 4);
      disk.write(damaged, damage(disk.read(damaged), trial / 4, random));
      List<Damage> damages = new ArrayList<>();
      Versions versions = new SessionStore(disk).versions(damages);
      assertEquals(1, versions.all().size());
      assertEquals(1, damages.size());
      assertFalse(damages.get(0).problem().isEmpty());
    }
  }

  /** A flipped bit, a missing end, or no content. */
  private static byte[] damage(byte[] bytes, int trial, Rng random) {
    if (trial % 3 == 1) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    if (trial % 3 == 2) {
      return new byte[bytes.length];
    }
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  /**
   * What an app does when it starts: go on if there is something to go on with, else begin; nothing if it is
   * done.
   */
  private static SessionReport attempt(Disk disk, Budget budget) throws IOException {
    SessionStore store = new SessionStore(disk);
    Version factory = store.addFactory(TinyLearner.KIND, TinyLearner.factoryModel());
    Optional<Session> unfinished = Session.resume(store, TinyLearner.KIND, TinyLearner.factory(), SAVE_EVERY);
    List<Version> made = store.versions(new ArrayList<>()).children(factory.id());
    if (!unfinished.isPresent() && !made.isEmpty()) {
      return new SessionReport(Status.FINISHED, Optional.of(made.get(0)), Optional.empty(), 0);
    }
    Session session = unfinished.isPresent() ? unfinished.get()
        : Session.begin(store, TinyLearner.plan(factory, 3, 2,
        TinyLearner.samples(0, 14), TinyLearner.samples(14, 20)), TinyLearner.factory(), SAVE_EVERY);
    return session.run(budget, SessionListener.NONE);
  }
}
