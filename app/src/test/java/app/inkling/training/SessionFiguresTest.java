package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import app.inkling.mllib.train.session.Change;
import app.inkling.mllib.train.session.Verdict;
import app.inkling.mllib.train.session.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.Test;

/** What the database keeps of a session's figures is read as it was written. */
public final class SessionFiguresTest {
  private static final Verdict VERDICT =
      new Verdict(Verdict.Reason.HELPS, 40, 0.5, 0.25, 30, 36, 100, 0.998, 0.996, 0.0125);

  private static String written(Change... changes) {
    return VersionRows.figures(new Version(new UUID(1, 2), "digits", "ab", Optional.empty(),
        Optional.of(VERDICT), List.of(changes)));
  }

  @Test
  public void areReadAsTheyWereWritten() {
    List<Change> changes = List.of(new Change("7", 3, 9, 12), new Change("-1", 5, 4, 6));
    assertEquals(new SessionFigures(VERDICT, changes),
        SessionFigures.parse(written(changes.toArray(new Change[0]))));
  }

  @Test
  public void areNoneInWhatHoldsOthers() {
    assertNull(SessionFigures.parse(""));
    assertNull(SessionFigures.parse("the disk is full"));
    assertNull(SessionFigures.parse(written().replace("right_after=36\n", "")));
    assertNull(SessionFigures.parse(written().replace("HELPS", "HELPED")));
    assertNull(SessionFigures.parse(written() + "change_7=3 9\n"));
  }

  @Test
  public void nameTheGreatestGainIfThereIsOne() {
    Change gain = new Change("2", 3, 6, 8);
    Change equalGain = new Change("3", 1, 4, 8);
    Change loss = new Change("5", 9, 1, 9);
    assertEquals(gain, SessionFigures.parse(written(new Change("1", 7, 9, 9), gain, equalGain, loss))
        .greatestGain());
    assertNull(SessionFigures.parse(written(loss, new Change("1", 7, 7, 9))).greatestGain());
    assertNull(SessionFigures.parse(written()).greatestGain());
  }
}
