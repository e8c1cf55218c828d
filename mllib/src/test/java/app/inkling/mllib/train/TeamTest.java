package app.inkling.mllib.train;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.Test;

public class TeamTest {
  @Test
  public void everyTaskOfEveryRoundIsDoneOnce() {
    int tasks = 5;
    for (int threads : new int[] {1, 2, 4}) {
      AtomicIntegerArray times = new AtomicIntegerArray(tasks);
      try (Team team = new Team(threads)) {
        for (int round = 1; round <= 2000; round++) {
          team.run(tasks, times::incrementAndGet);
          for (int task = 0; task < tasks; task++) {
            assertEquals("task " + task + " with " + threads + " threads", round, times.get(task));
          }
        }
      }
    }
  }

  @Test
  public void aFailureIsTheCallersAndTheNextRoundRuns() {
    try (Team team = new Team(2)) {
      IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> team.run(4, task -> {
        if (task == 1) {
          throw new IllegalStateException("one");
        }
      }));
      assertEquals("one", thrown.getMessage());
      AtomicIntegerArray times = new AtomicIntegerArray(4);
      team.run(4, times::incrementAndGet);
      assertEquals(1, times.get(3));
    }
  }
}
