package app.inkling.mllib.model.text;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

/** BLEU against its paper's examples and by hand. */
public class BleuTest {
  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  /** Papineni et al. 2002, section 2.1: example 2 and example 1. */
  @Test
  public void countsAsThePaperDoes() {
    Bleu the = new Bleu();
    the.add(words("the the the the the the the"),
        List.of(words("the cat is on the mat"), words("there is a cat on the mat")));
    assertEquals(2 / 7.0, the.precision(1), 1e-12);
    assertEquals(0, the.precision(2), 0);
    List<List<String>> references = List.of(
        words("it is a guide to action that ensures that the military will forever heed party commands"),
        words("it is the guiding principle which guarantees the military forces always being under the "
            + "command of the party"),
        words("it is the practical guide for the army always to heed the directions of the party"));
    Bleu first = new Bleu();
    first.add(words("it is a guide to action which ensures that the military always obeys the commands of "
        + "the party"),
        references);
    assertEquals(17 / 18.0, first.precision(1), 1e-12);
    assertEquals(10 / 17.0, first.precision(2), 1e-12);
    Bleu second = new Bleu();
    second.add(words("it is to insure the troops forever hearing the activity guidebook that party direct"),
        references);
    assertEquals(8 / 14.0, second.precision(1), 1e-12);
    assertEquals(1 / 13.0, second.precision(2), 1e-12);
  }

  @Test
  public void whatIsTooShortIsPunished() {
    Bleu bleu = new Bleu();
    bleu.add(words("a b c d e"), List.of(words("a b c d e f g"), words("x x x x x x x x x")));
    assertEquals(Math.exp(1 - 7 / 5.0), bleu.brevityPenalty(), 1e-12);
    assertEquals(100 * Math.exp(1 - 7 / 5.0), bleu.score(), 1e-9);
  }

  @Test
  public void sentencesCountTogether() {
    Bleu bleu = new Bleu();
    bleu.add(words("a b c d e"), List.of(words("a b c d x")));
    bleu.add(words("p q"), List.of(words("p q")));
    assertEquals(100 * Math.pow(6 / 7.0 * 4 / 5.0 * 2 / 3.0 * 1 / 2.0, 0.25), bleu.score(), 1e-9);
  }

  @Test
  public void isNothingWithoutCommonFourWordsAndRefusesNoReference() {
    Bleu bleu = new Bleu();
    bleu.add(words("a b c"), List.of(words("a b c")));
    assertEquals(0, bleu.score(), 0);
    assertEquals(0, new Bleu().brevityPenalty(), 1);
    assertThrows(IllegalArgumentException.class, () -> bleu.add(words("a"), List.of()));
  }
}
