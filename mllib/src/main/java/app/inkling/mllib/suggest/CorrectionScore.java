package app.inkling.mllib.suggest;

import app.inkling.mllib.tensor.Rng;
import java.util.List;

/**
 * How good corrections made without asking are: every word of a text is typed whole, once as it stands and
 * once with a slip of {@link Typos}, each after the right words before it. Words that stand in the text
 * count as right, whatever they are: names, too, and other languages.
 */
public final class CorrectionScore {
  private final AutoCorrect rule;
  private final Typos typos;
  private long words;
  private long harmed;
  private long misspelt;
  private long mended;
  private long made;

  public CorrectionScore(AutoCorrect rule, long seed) {
    this.rule = rule;
    typos = new Typos(new Rng(seed));
  }

  /** @param sentence lower-cased words */
  public void add(KeyboardSuggester suggester, List<String> sentence) {
    for (int place = 0; place < sentence.size(); place++) {
      List<String> before = sentence.subList(0, place);
      String word = sentence.get(place);
      words++;
      harmed += word.equals(finished(suggester, before, word)) ? 0 : 1;
      String typo = typos.of(word);
      if (typo != null) {
        String finished = finished(suggester, before, typo);
        misspelt++;
        mended += finished.equals(word) ? 1 : 0;
        made += finished.equals(typo) ? 0 : 1;
      }
    }
  }

  /** What stands there when the space is typed. */
  private String finished(KeyboardSuggester suggester, List<String> before, String typed) {
    if (suggester.knows(typed)) {
      return typed;
    }
    List<Suggestion> found = suggester.suggest(before, typed);
    return rule.isSure(found, typed) ? WordList.lower(found.get(0).word()) : typed;
  }

  /** Right words that were replaced. */
  public double falsePercent() {
    return percent(harmed, words);
  }

  /** Misspelt words that became what was meant. */
  public double rightPercent() {
    return percent(mended, misspelt);
  }

  /** Misspelt words that became something else. */
  public double wrongPercent() {
    return percent(made - mended, misspelt);
  }

  private static double percent(long part, long all) {
    return all == 0 ? Double.NaN : 100.0 * part / all;
  }
}
