package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.data.Learning;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.SampleCount;
import app.inkling.mllib.digits.personal.DigitSessions;
import app.inkling.mllib.suggest.learning.WordSessions;
import java.util.List;
import org.junit.Test;

/** How much more the Train screen asks for is what a session then wants, no more and no less. */
public final class TeachingNeedsTest {
  @Test
  public void asksForAsManyDrawingsAsASessionWants() {
    for (int named = 0; named < 60; named++) {
      for (int heldOut = 0; heldOut <= named; heldOut++) {
        assertNeeds(ModelVersionRow.DIGITS, named, heldOut);
      }
    }
  }

  @Test
  public void asksForAsManySentencesAsASessionWants() {
    for (int written = 0; written < 60; written++) {
      assertNeeds(ModelVersionRow.WORDS, written, 0);
    }
  }

  private static void assertNeeds(String kind, int named, int heldOut) {
    Learning learning = new Learning(List.of(new SampleCount(3, named, heldOut, 0),
        new SampleCount(4, 0, 0, 0)), 0, null, null, false, List.of());
    int missing = TeachingNeeds.missing(kind, learning);
    int teaching = named - heldOut;
    String what = kind + ": " + named + " named, " + heldOut + " of them held out, " + missing + " missing";
    assertTrue(what, ready(kind, teaching + missing, heldOut));
    assertFalse(what, missing > 0 && ready(kind, teaching + missing - 1, heldOut));
    assertEquals(what, missing == 0, TeachingNeeds.met(kind, learning));
  }

  private static boolean ready(String kind, int teaching, int heldOut) {
    return kind.equals(ModelVersionRow.WORDS) ? WordSessions.ready(teaching)
        : DigitSessions.ready(teaching, heldOut);
  }
}
