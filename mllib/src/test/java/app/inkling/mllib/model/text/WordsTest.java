package app.inkling.mllib.model.text;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class WordsTest {
  @Test
  public void wordsAreLowerCasedRunsOfLettersDigitsAndInnerApostrophes() {
    assertEquals(List.of("don't", "go", "tom"), Words.of("Don't go, 'Tom'!"));
    assertEquals(List.of("it's", "5", "45", "o'clock"), Words.of("It\u2019s 5:45 o'clock."));
    assertEquals(List.of("über", "straße", "x2"), Words.of("ÜBER-Straße x2"));
    assertEquals(List.of("dogs", "bones", "i", "m"), Words.of("dogs' bones, I ' m"));
    assertEquals(List.of(), Words.of(" ... '' "));
    assertEquals(List.of("Don't", "GO"), Words.written("Don't GO"));
  }

  @Test
  public void joinsWhatACorpusTookApart() {
    assertEquals("you're and don't and Ohio's", Corpus.rejoin("you 're and do n't and Ohio 's"));
    assertEquals("a 'quoted' word", Corpus.rejoin("a 'quoted' word"));
  }
}
