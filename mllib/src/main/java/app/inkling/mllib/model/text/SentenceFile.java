package app.inkling.mllib.model.text;

import app.inkling.mllib.data.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text as benchmarks of language models have it: a sentence a line, its words parted by spaces, rare ones
 * already written as {@value #UNKNOWN}. Each line, an empty one too, ends with the word {@value #END}.
 */
public final class SentenceFile {
  /** How the files write a word outside of their vocabulary: {@link Vocabulary#UNKNOWN}. */
  public static final String UNKNOWN = "<unk>";
  /** The end of a sentence, a word of the vocabulary. */
  public static final String END = "</s>";

  private final List<String[]> sentences;

  private SentenceFile(List<String[]> sentences) {
    this.sentences = sentences;
  }

  /** @param file plain or packed with gzip, UTF-8 */
  public static SentenceFile read(Path file) throws IOException {
    List<String[]> sentences = new ArrayList<>();
    try (TextLines in = new TextLines(file)) {
      for (String line = in.next(); line != null; line = in.next()) {
        sentences.add((line.trim() + " " + END).trim().split("\\s+"));
      }
    }
    if (sentences.isEmpty()) {
      throw new IOException(file + ": wants a sentence a line, got an empty file");
    }
    return new SentenceFile(sentences);
  }

  /** Lines. */
  public int size() {
    return sentences.size();
  }

  /** Every word of the file, the most frequent first. */
  public Vocabulary vocabulary() {
    Map<String, Double> counts = new LinkedHashMap<>();
    for (String[] sentence : sentences) {
      for (String word : sentence) {
        counts.merge(word, 1.0, Double::sum);
      }
    }
    counts.remove(UNKNOWN);
    return Vocabulary.ofMostFrequent(counts, counts.size());
  }

  /** Sentences {@code from} to below {@code to} as numbers, each with its end. */
  public List<int[]> numbers(Vocabulary vocabulary, int from, int to) {
    List<int[]> numbers = new ArrayList<>();
    for (String[] sentence : sentences.subList(from, to)) {
      numbers.add(vocabulary.numbers(List.of(sentence)));
    }
    return numbers;
  }

  /** All sentences one after the other in one row. */
  public static int[] text(List<int[]> sentences) {
    return sentences.stream().flatMapToInt(java.util.Arrays::stream).toArray();
  }
}
