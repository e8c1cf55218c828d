package app.inkling.mllib.model.text;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.TextLines;
import app.inkling.mllib.model.text.SequencePairs.Pair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Short sentences and their translations, from a file of lines {@code source <tab> target}. Lower-cased
 * words without punctuation; a French article or pronoun before an apostrophe is a word of its own ({@code l'},
 * {@code j'}).
 *
 * <p>A sentence belongs to one part with all its translations: by the CRC-32 of its source words (UTF-8,
 * one space between) modulo {@value #PARTS}, 0 is for tests, 1 for validation, the rest for training.
 */
public final class PairCorpus {
  private static final int PARTS = 50;

  /** A source and all its translations. */
  public record Sentence(List<String> source, List<List<String>> translations) {}

  private final List<Sentence> training = new ArrayList<>();
  private final List<Sentence> validation = new ArrayList<>();
  private final List<Sentence> test = new ArrayList<>();

  private PairCorpus() {}

  /**
   * @param file packed with gzip or plain
   * @param longestSource words; pairs with a longer source, or with nothing on a side, are left out
   * @param longestTarget words; the same for targets
   */
  public static PairCorpus read(Path file, int longestSource, int longestTarget) throws IOException {
    Map<List<String>, Sentence> sentences = new LinkedHashMap<>();
    try (TextLines in = new TextLines(file)) {
      for (String line = in.next(); line != null; line = in.next()) {
        String[] columns = line.split("\t");
        if (columns.length < 2) {
          throw new FormatException(in.where(), "source and target with a tab between",
              "\"" + line + "\"");
        }
        List<String> source = Words.of(columns[0]);
        List<String> target = apart(Words.of(columns[1]));
        if (fits(source, longestSource) && fits(target, longestTarget)) {
          Sentence sentence = sentences.computeIfAbsent(source,
              words -> new Sentence(words, new ArrayList<>()));
          if (!sentence.translations().contains(target)) {
            sentence.translations().add(target);
          }
        }
      }
    }
    PairCorpus corpus = new PairCorpus();
    for (Sentence sentence : sentences.values()) {
      corpus.partOf(sentence.source()).add(sentence);
    }
    return corpus;
  }

  private static boolean fits(List<String> words, int longest) {
    return !words.isEmpty() && words.size() <= longest;
  }

  /** {@code j'ai} as {@code j'} and {@code ai}. */
  static List<String> apart(List<String> words) {
    List<String> parts = new ArrayList<>();
    for (String word : words) {
      int from = 0;
      for (int at = word.indexOf('\''); at >= 0; at = word.indexOf('\'', from)) {
        parts.add(word.substring(from, at + 1));
        from = at + 1;
      }
      parts.add(word.substring(from));
    }
    return parts;
  }

  private List<Sentence> partOf(List<String> source) {
    CRC32 crc = new CRC32();
    crc.update(String.join(" ", source).getBytes(StandardCharsets.UTF_8));
    int part = (int) (crc.getValue() % PARTS);
    return part == 0 ? test : part == 1 ? validation : training;
  }

  public List<Sentence> training() {
    return training;
  }

  public List<Sentence> validation() {
    return validation;
  }

  public List<Sentence> test() {
    return test;
  }

  /** The most frequent words of the training part's sources. */
  public Vocabulary sourceWords(int size) {
    return vocabulary(sentence -> List.of(sentence.source()), size);
  }

  /** The most frequent words of the training part's targets. */
  public Vocabulary targetWords(int size) {
    return vocabulary(Sentence::translations, size);
  }

  private Vocabulary vocabulary(Function<Sentence, List<List<String>>> side, int size) {
    Map<String, Double> counts = new TreeMap<>();
    for (Sentence sentence : training) {
      side.apply(sentence).forEach(words -> words.forEach(word -> counts.merge(word, 1.0, Double::sum)));
    }
    return Vocabulary.ofMostFrequent(counts, size);
  }

  /** Each source with each of its translations, as numbers. */
  public static List<Pair> pairs(List<Sentence> sentences, Vocabulary source, Vocabulary target) {
    List<Pair> pairs = new ArrayList<>();
    for (Sentence sentence : sentences) {
      int[] numbers = source.numbers(sentence.source());
      sentence.translations().forEach(words -> pairs.add(new Pair(numbers, target.numbers(words))));
    }
    return pairs;
  }
}
