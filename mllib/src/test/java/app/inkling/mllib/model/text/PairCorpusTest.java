package app.inkling.mllib.model.text;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.FormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PairCorpusTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path write(List<String> lines) throws Exception {
    return Files.write(folder.newFile().toPath(), lines);
  }

  @Test
  public void aSentenceHasAllItsTranslationsAndIsInOnePart() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      lines.add("Take number " + i + "!\tPrends le " + i + ".");
      lines.add("take number " + i + ".\tPrenez le " + i + ".\tmore");
      lines.add("Take number " + i + "!\tPrends le " + i + "!");
    }
    PairCorpus corpus = PairCorpus.read(write(lines), 3, 3);
    Set<List<String>> sources = new HashSet<>();
    for (List<PairCorpus.Sentence> part : List.of(corpus.training(), corpus.validation(), corpus.test())) {
      for (PairCorpus.Sentence sentence : part) {
        assertTrue(sources.add(sentence.source()));
        String number = sentence.source().get(2);
        assertEquals(List.of(List.of("prends", "le", number), List.of("prenez", "le", number)),
            sentence.translations());
      }
    }
    assertEquals(2000, sources.size());
    assertEquals(40, corpus.test().size(), 20);
    assertEquals(40, corpus.validation().size(), 20);
    assertEquals(corpus.test(), PairCorpus.read(write(lines), 3, 3).test());
  }

  @Test
  public void wordsAreNumberedFromTheTrainingPart() throws Exception {
    PairCorpus corpus = PairCorpus.read(write(List.of("Go on.\tVas-y !", "I'm going.\tJ'y vais.",
        "I'm going.\tJ'y vais, maintenant, tout de suite.", "\tRien.", "Nothing\t!")), 4, 4);
    assertEquals(2, corpus.training().size() + corpus.validation().size() + corpus.test().size());
    assertEquals(List.of("j'", "y", "vais"), PairCorpus.apart(Words.of("J\u2019y vais.")));
    assertEquals(List.of("l'", "homme", "qu'", "on", "voit"),
        PairCorpus.apart(Words.of("l'homme qu'on voit")));
    Vocabulary source = new Vocabulary(List.of("i'm", "going"));
    Vocabulary target = new Vocabulary(List.of("j'", "vais"));
    List<PairCorpus.Sentence> one = List.of(new PairCorpus.Sentence(List.of("i'm", "going"),
        List.of(List.of("j'", "y", "vais"))));
    SequencePairs.Pair pair = PairCorpus.pairs(one, source, target).get(0);
    assertArrayEquals(new int[] {2, 3}, pair.source());
    assertArrayEquals(new int[] {2, Vocabulary.UNKNOWN, 3}, pair.target());
  }

  @Test
  public void refusesALineWithoutATab() throws Exception {
    Path file = write(List.of("Go.\tVa !", "Run. Cours !"));
    FormatException refused = assertThrows(FormatException.class, () -> PairCorpus.read(file, 9, 9));
    assertTrue(refused.getMessage(), refused.getMessage().contains("line 2"));
  }
}
