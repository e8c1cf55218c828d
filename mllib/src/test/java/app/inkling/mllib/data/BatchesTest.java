package app.inkling.mllib.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import org.junit.Test;

public class BatchesTest {
  @Test
  public void everyIndexComesOnceAnEpochAndEachEpochIsShuffledAnew() {
    Batches batches = new Batches(12, 4, 1);
    assertEquals(3, batches.perEpoch());
    int[] first = epoch(batches);
    int[] second = epoch(batches);
    assertEquals(2, batches.epoch());
    assertFalse(Arrays.equals(first, second));
    Arrays.sort(first);
    Arrays.sort(second);
    for (int i = 0; i < 12; i++) {
      assertEquals(i, first[i]);
      assertEquals(i, second[i]);
    }
  }

  @Test
  public void goesOnFromASavedCursorAsIfNothingHadHappened() {
    Batches straight = new Batches(10, 3, 7);
    int[] expected = new int[3];
    for (int i = 0; i < 8; i++) {
      straight.next(expected);
    }
    Batches resumed = new Batches(10, 3, 7);
    resumed.seek(7);
    int[] got = new int[3];
    resumed.next(got);
    assertArrayEquals(expected, got);
    assertEquals(straight.cursor(), resumed.cursor());
  }

  @Test
  public void anotherSeedIsAnotherOrder() {
    assertFalse(Arrays.equals(epoch(new Batches(12, 4, 1)), epoch(new Batches(12, 4, 2))));
  }

  @Test
  public void rejectsWhatCannotBeCutIntoBatches() {
    assertThrows(IllegalArgumentException.class, () -> new Batches(3, 4, 1));
    assertThrows(IllegalArgumentException.class, () -> new Batches(3, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Batches(3, 2, 1).next(new int[3]));
    assertThrows(IllegalArgumentException.class, () -> new Batches(3, 2, 1).seek(-1));
  }

  private static int[] epoch(Batches batches) {
    int[] all = new int[12];
    int[] batch = new int[4];
    for (int i = 0; i < batches.perEpoch(); i++) {
      batches.next(batch);
      System.arraycopy(batch, 0, all, 4 * i, 4);
    }
    return all;
  }
}
