package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/** A chart's line has a point for what was measured, and none for what was not. */
public final class CurveTest {
  @Test
  public void leavesOutWhatWasNotMeasuredOrIsNoNumber() {
    Curve.Builder line = new Curve.Builder();
    line.add(0, 2.5);
    line.add(10, null);
    line.add(20, Double.NaN);
    line.add(30, Double.POSITIVE_INFINITY);
    line.add(40, 1.5);
    Curve curve = line.build();
    assertEquals(new Curve(List.of(0, 40), List.of(2.5, 1.5)), curve);
    assertEquals(2.5, curve.first(), 0);
    assertEquals(1.5, curve.last(), 0);
    assertEquals(40, curve.lastStep());
  }

  @Test
  public void mayBeEmpty() {
    assertTrue(new Curve.Builder().build().isEmpty());
  }

  @Test
  public void wantsAValueForEveryStep() {
    assertThrows(IllegalArgumentException.class, () -> new Curve(List.of(1, 2), List.of(0.5)));
  }
}
