package app.inkling.common;

import static org.junit.Assert.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.Test;

public final class LatestWinsTest {
  private final Queue<Runnable> queued = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final LatestWins<String> latest = new LatestWins<>(queued::add, done::add);

  @Test
  public void worksOnTheLatestOfThoseWaiting() {
    latest.submit("first");
    latest.submit("second");
    latest.submit("third");
    runAll();
    assertEquals(List.of("third"), done);
  }

  @Test
  public void worksOnWhatArrivesMeanwhile() {
    LatestWins<?>[] self = new LatestWins<?>[1];
    LatestWins<String> feeding = new LatestWins<>(queued::add, input -> {
      done.add(input);
      if (input.equals("first")) {
        latestOf(self).submit("skipped");
        latestOf(self).submit("last");
      }
    });
    self[0] = feeding;
    feeding.submit("first");
    runAll();
    assertEquals(List.of("first", "last"), done);
  }

  @Test
  public void letsOtherWorkOfTheExecutorInBetween() {
    LatestWins<?>[] self = new LatestWins<?>[1];
    LatestWins<String> feeding = new LatestWins<>(queued::add, input -> {
      done.add(input);
      if (input.equals("first")) {
        queued.add(() -> done.add("other"));
        latestOf(self).submit("last");
      }
    });
    self[0] = feeding;
    feeding.submit("first");
    runAll();
    assertEquals(List.of("first", "other", "last"), done);
  }

  @Test
  public void goesOnAfterWorkThatThrew() {
    LatestWins<String> fragile = new LatestWins<>(queued::add, input -> {
      if (input.equals("bad")) {
        throw new IllegalStateException(input);
      }
      done.add(input);
    });
    fragile.submit("bad");
    try {
      runAll();
    } catch (IllegalStateException expected) {
      done.add("threw");
    }
    fragile.submit("good");
    runAll();
    assertEquals(List.of("threw", "good"), done);
  }

  @SuppressWarnings("unchecked")
  private static LatestWins<String> latestOf(LatestWins<?>[] self) {
    return (LatestWins<String>) self[0];
  }

  private void runAll() {
    while (!queued.isEmpty()) {
      queued.remove().run();
    }
  }
}
