package app.inkling.mllib.suggest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Rng;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public final class CorrectionScoreTest {
  private static final AutoCorrect NEVER = new AutoCorrect(1.1, 1);
  private static final AutoCorrect ALWAYS = new AutoCorrect(0, 1);

  private final KeyboardSuggester keyboard = new KeyboardSuggester(SmallKeyboard.model());

  private CorrectionScore score(AutoCorrect rule, String... words) {
    CorrectionScore score = new CorrectionScore(rule, 1);
    for (int i = 0; i < 50; i++) {
      score.add(keyboard, List.of(words));
    }
    return score;
  }

  @Test
  public void aRuleThatNeverCorrectsHarmsAndMendsNothing() {
    CorrectionScore score = score(NEVER, "the", "weather", "is", "nice", "todday");
    assertEquals(0, score.falsePercent(), 0);
    assertEquals(0, score.rightPercent(), 0);
    assertEquals(0, score.wrongPercent(), 0);
  }

  @Test
  public void aRuleThatAlwaysCorrectsMendsMostAndHarmsWhatNobodyKnows() {
    CorrectionScore score = score(ALWAYS, "the", "weather", "todday");
    assertEquals("the one word of three that no list has", 100 / 3.0, score.falsePercent(), 1e-9);
    assertTrue(score.rightPercent() + " % mended", score.rightPercent() > 50);
    assertTrue(score.rightPercent() + score.wrongPercent() <= 100);
    assertTrue("an unknown word is never mended", score.rightPercent() < 70);
  }

  @Test
  public void slipsAreSmallAndOfFourKinds() {
    Typos typos = new Typos(new Rng(3));
    Set<Integer> lengths = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      String typo = typos.of("weather");
      assertNotEquals("weather", typo);
      lengths.add(typo.length());
    }
    assertEquals(Set.of(6, 7, 8), lengths);
    assertNull(typos.of("it"));
    assertNull(typos.of("don't"));
  }

  @Test
  public void correctsOnlyWhatIsLikelyAndFarLikelierThanTheNext() {
    AutoCorrect rule = new AutoCorrect(0.1, 5);
    assertTrue(rule.isSure(found(0.5, 0.1), "teh"));
    assertFalse("not far enough", rule.isSure(found(0.5, 0.11), "teh"));
    assertFalse("not likely enough", rule.isSure(found(0.09, 0), "teh"));
    assertFalse("a number", rule.isSure(found(0.5, 0), "te4"));
    assertFalse("a letter", rule.isSure(found(0.5, 0), "t"));
    assertFalse("nothing found", rule.isSure(List.of(), "teh"));
    assertFalse("a completion", rule.isSure(
        List.of(new Suggestion("tehran", Suggestion.Kind.COMPLETION, 0.9)), "teh"));
  }

  private static List<Suggestion> found(double first, double second) {
    return List.of(new Suggestion("the", Suggestion.Kind.CORRECTION, first),
        new Suggestion("ten", Suggestion.Kind.CORRECTION, second));
  }
}
