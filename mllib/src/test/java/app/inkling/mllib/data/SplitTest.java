package app.inkling.mllib.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class SplitTest {
  @Test
  public void holdsAShareOutAndLosesNothing() {
    Split split = Split.holdOut(50, 0.2, 1);
    assertEquals(10, split.validation().length);
    requireAll(split, 50);
    assertArrayEquals(split.validation(), Split.holdOut(50, 0.2, 1).validation());
    assertFalse(Arrays.equals(split.validation(), Split.holdOut(50, 0.2, 2).validation()));
  }

  @Test
  public void leavesAnExampleOnEitherSide() {
    assertEquals(1, Split.holdOut(3, 0.001, 1).validation().length);
    assertEquals(1, Split.holdOut(3, 0.999, 1).training().length);
  }

  @Test
  public void foldsHoldEachExampleOutOnce() {
    List<Split> folds = Split.folds(11, 4, 7);
    assertEquals(4, folds.size());
    int[] held = folds.stream().flatMapToInt(fold -> Arrays.stream(fold.validation())).sorted().toArray();
    assertArrayEquals(IntStream.range(0, 11).toArray(), held);
    for (Split fold : folds) {
      requireAll(fold, 11);
    }
  }

  @Test
  public void refusesWhatCannotBeParted() {
    assertThrows(IllegalArgumentException.class, () -> Split.holdOut(1, 0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> Split.holdOut(10, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> Split.folds(3, 4, 1));
    assertThrows(IllegalArgumentException.class, () -> Split.folds(3, 1, 1));
  }

  private static void requireAll(Split split, int count) {
    int[] all = IntStream.concat(Arrays.stream(split.training()),
        Arrays.stream(split.validation())).sorted().toArray();
    assertArrayEquals(IntStream.range(0, count).toArray(), all);
  }
}
