package app.inkling.mllib.model.text;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.TextLines;
import app.inkling.mllib.tensor.Rng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentences of several sources, each a text file with a sentence a line, with a part held out of each.
 *
 * <p>Held out is the last of every {@value #BLOCKS} blocks of {@value #BLOCK_LINES} lines: neighbouring lines of a
 * dialogue are alike, so that single lines would tell too much.
 */
public final class Corpus {
  private static final int BLOCK_LINES = 100;
  private static final int BLOCKS = 50;
  /** How often a sentence is followed by another on its line. */
  private static final double JOINED = 0.4;
  /** Tokenised corpora put a space before n't, 's, 're ... */
  private static final Pattern DETACHED = Pattern.compile(
      "(?<=\\p{L}) (n['\u2019]t|['\u2019](?:s|re|ve|ll|d|m|em))(?=\\P{L}|$)", Pattern.CASE_INSENSITIVE);
  /** A line that names a file of the corpus it comes from. */
  private static final Pattern FILE_NAME = Pattern.compile("\\w+/\\S+");

  private final List<Source> sources;

  public Corpus(List<Source> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * One source: its sentences as words, none of them empty.
   *
   * @param weight how often its training sentences count, 1 being once
   */
  public record Source(String name, double weight, List<List<String>> training, List<List<String>> heldOut) {}

  /**
   * Reads all {@code .txt} and {@code .txt.gz} files of a folder, in the order of their names.
   *
   * @param weights weight of each source whose file's name begins so; 1 for all others
   */
  public static Corpus read(Path folder, Map<String, Double> weights) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.getFileName().toString().matches(".*\\.txt(\\.gz)?")).sorted()
          .collect(Collectors.toList());
    }
    if (files.isEmpty()) {
      throw new FormatException(folder.toString(), "files *.txt or *.txt.gz with a sentence a line", "none of them");
    }
    List<Source> sources = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      double weight = 1;
      for (Map.Entry<String, Double> entry : weights.entrySet()) {
        weight = name.startsWith(entry.getKey()) ? entry.getValue() : weight;
      }
      sources.add(read(file, name, weight));
    }
    return new Corpus(sources);
  }

  private static Source read(Path file, String name, double weight) throws IOException {
    List<List<String>> training = new ArrayList<>();
    List<List<String>> heldOut = new ArrayList<>();
    Map<String, String> known = new LinkedHashMap<>();
    try (TextLines in = new TextLines(file)) {
      String line;
      for (int number = 0; (line = in.next()) != null; number++) {
        List<String> words = FILE_NAME.matcher(line).matches() ? List.of() : Words.of(rejoin(line));
        if (!words.isEmpty()) {
          words.replaceAll(word -> known.computeIfAbsent(word, same -> same));
          (number / BLOCK_LINES % BLOCKS == BLOCKS - 1 ? heldOut : training).add(words);
        }
      }
    }
    return new Source(name, weight, training, heldOut);
  }

  /** {@code do n't} as people type it. */
  static String rejoin(String line) {
    return DETACHED.matcher(line).replaceAll("$1");
  }

  public List<Source> sources() {
    return sources;
  }

  /** How often each word occurs in the training parts, weighed by source. */
  public Map<String, Double> counts() {
    Map<String, Double> counts = new LinkedHashMap<>();
    for (Source source : sources) {
      for (List<String> sentence : source.training()) {
        for (String word : sentence) {
          counts.merge(word, source.weight(), Double::sum);
        }
      }
    }
    return counts;
  }

  /**
   * Sentences as often as their source's weight says: of weight 0.4 two in five, of 2 each twice.
   *
   * @param part of each source
   * @param most times that one sentence is taken
   */
  public List<List<String>> sample(Function<Source, List<List<String>>> part, int most, Rng random) {
    List<List<String>> sentences = new ArrayList<>();
    for (Source source : sources) {
      for (List<String> sentence : part.apply(source)) {
        int times = (int) (source.weight() + random.nextDouble());
        sentences.addAll(Collections.nCopies(Math.min(times, most), sentence));
      }
    }
    return sentences;
  }

  /** As {@link #sample(Function, int, Rng)}, as numbers of a vocabulary. */
  public List<int[]> sample(Vocabulary vocabulary, Function<Source, List<List<String>>> part, int most, Rng random) {
    List<int[]> sentences = new ArrayList<>();
    for (List<String> sentence : sample(part, most, random)) {
      sentences.add(vocabulary.numbers(sentence));
    }
    return sentences;
  }

  /**
   * The training sentences as lines of people who write several before they begin a new one: as {@link #sample}, but
   * often a sentence is followed by the next one without a new start.
   */
  public List<int[]> lines(Vocabulary vocabulary, int most, Rng random) {
    List<int[]> sentences = sample(vocabulary, Source::training, most, random);
    List<int[]> lines = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      int[] line = sentences.get(i);
      while (i + 1 < sentences.size() && random.nextDouble() < JOINED) {
        int[] next = sentences.get(++i);
        int length = line.length;
        line = Arrays.copyOf(line, length + next.length);
        System.arraycopy(next, 0, line, length, next.length);
      }
      lines.add(line);
    }
    return lines;
  }
}
