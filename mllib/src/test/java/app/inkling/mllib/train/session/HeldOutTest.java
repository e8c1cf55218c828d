package app.inkling.mllib.train.session;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import java.util.UUID;
import org.junit.Test;

public final class HeldOutTest {
  /** Written down once: a drawing must stay on its side of the line for ever. */
  @Test
  public void decidesAsItAlwaysDid() {
    assertEquals("false false false true false", String.join(" ",
        decide("123e4567-e89b-42d3-a456-426614174003"),
        decide("00000000-0000-4000-8000-000000000001"),
        decide("00000000-0000-4000-8000-000000000002"),
        decide("ffffffff-ffff-4fff-bfff-ffffffffffff"),
        decide("6ba7b810-9dad-41d1-80b4-00c04fd430c8")));
  }

  @Test
  public void setsOneDrawingInFiveAside() {
    Random random = new Random(1);
    int heldOut = 0;
    int drawings = 20_000;
    for (int i = 0; i < drawings; i++) {
      heldOut += HeldOut.of(new UUID(random.nextLong(), random.nextLong())) ? 1 : 0;
    }
    assertTrue("held out " + heldOut + " of " + drawings, Math.abs(heldOut - drawings / 5) < 200);
  }

  private static String decide(String id) {
    return Boolean.toString(HeldOut.of(UUID.fromString(id)));
  }
}
