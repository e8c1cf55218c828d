package app.inkling.mllib.suggest;

import app.inkling.mllib.model.text.Corpus;
import app.inkling.mllib.model.text.KneserNey;
import app.inkling.mllib.model.text.Mixture;
import app.inkling.mllib.model.text.NgramModel;
import app.inkling.mllib.model.text.NgramPruning;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts a keyboard's model together from a corpus: n-grams, word list, and the mixing of n-grams and
 * network, chosen on the corpus' held-out part.
 */
public final class KeyboardBuilding {
  /** Sentences of the held-out part that choose the mixing. */
  private static final int MIXING_SENTENCES = 1500;
  /** Words of a list come with a frequency of 0 to 255, each worth this factor more than the one before. */
  private static final double FREQUENCY_STEP = 1.09;
  private static final int MOST_FREQUENT = 255;
  /** Uses from which on a word of the corpus is one, if it is in no list. */
  private static final int FEWEST_USES = 8;
  /** Shorter words have too many neighbours to be taken for misspellings. */
  private static final int SHORTEST_SLIP = 5;
  /** Part of the right suggestions that the quiet strip may cost. */
  private static final double QUIET_COST = 0.02;
  /**
   * Part of the network's likeliest share that is taken: on held-out text more right words then stand among
   * the likeliest three (39.75 % against 39.63 % of 16,238), which is what a strip is for.
   */
  private static final double SHARE_OF_LIKELIEST = 0.75;
  private static final int ROUNDS = 30;

  private final Corpus corpus;
  private final Vocabulary vocabulary;
  private final long seed;

  public KeyboardBuilding(Corpus corpus, Vocabulary vocabulary, long seed) {
    this.corpus = corpus;
    this.vocabulary = vocabulary;
    this.seed = seed;
  }

  /** @param most n-grams to keep, about */
  public NgramModel ngrams(int order, int most) {
    List<int[]> lines = corpus.lines(vocabulary, 1, new Rng(seed).split(5));
    return NgramPruning.prune(new KneserNey(lines, order, vocabulary.size()), most);
  }

  /**
   * The vocabulary, the most frequent words of a list, and what else the corpus has often.
   *
   * @param listed words as they are written to frequencies of 0 to 255; 0 for one never to be suggested
   * @param size words in all, about
   */
  public WordList wordList(Map<String, Integer> listed, int size) {
    Map<String, Double> counts = corpus.counts();
    double most = counts.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    Map<String, Double> entries = new HashMap<>();
    Set<String> inLists = new HashSet<>();
    Set<String> silent = new TreeSet<>();
    listed.forEach((written, frequency) -> {
      entries.put(written, most * StrictMath.pow(FREQUENCY_STEP, frequency - MOST_FREQUENT));
      inLists.add(WordList.lower(written));
      if (frequency == 0) {
        silent.add(WordList.lower(written));
      }
    });
    counts.forEach((word, count) -> {
      boolean frequent = count >= FEWEST_USES && !isSlip(word, inLists);
      if (!inLists.contains(word) && (frequent || vocabulary.number(word) != Vocabulary.UNKNOWN)) {
        entries.put(word, count);
      }
    });
    double[] weights = entries.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double least = weights.length <= size ? 0 : weights[weights.length - size];
    entries.entrySet().removeIf(entry -> entry.getValue() < least
        && !silent.contains(WordList.lower(entry.getKey()))
        && vocabulary.number(WordList.lower(entry.getKey())) == Vocabulary.UNKNOWN);
    return WordList.of(entries, silent);
  }

  /** Whether two letters have only to change places to make a word of a list: "recieved". */
  private static boolean isSlip(String word, Set<String> listed) {
    for (int i = 0; word.length() >= SHORTEST_SLIP && i + 1 < word.length(); i++) {
      StringBuilder swapped = new StringBuilder(word);
      swapped.setCharAt(i, word.charAt(i + 1));
      swapped.setCharAt(i + 1, word.charAt(i));
      if (listed.contains(swapped.toString())) {
        return true;
      }
    }
    return false;
  }

  /** The whole model. */
  public KeyboardModel model(NgramModel ngrams, WordList list, WordNet network, Map<String, String> notes) {
    float[] shares = new float[ngrams.order()];
    Arrays.fill(shares, network == null ? 0 : 0.5f);
    KeyboardModel model =
        new KeyboardModel(vocabulary, ngrams, list, network, new KeyboardModel.Mixing(shares, 0), notes);
    List<List<String>> sentences = heldOut();
    if (network != null && !sentences.isEmpty()) {
      shares = shares(model, sentences);
      model =
          new KeyboardModel(vocabulary, ngrams, list, network, new KeyboardModel.Mixing(shares, 0), notes);
    }
    return new KeyboardModel(vocabulary, ngrams, list, network,
        new KeyboardModel.Mixing(shares, threshold(model, sentences)), notes);
  }

  private List<List<String>> heldOut() {
    List<List<String>> sentences = corpus.sample(Corpus.Source::heldOut, 1, new Rng(seed).split(6));
    int[] order = new int[sentences.size()];
    Arrays.setAll(order, i -> i);
    new Rng(seed).split(7).shuffle(order);
    List<List<String>> chosen = new ArrayList<>();
    for (int i = 0; i < Math.min(MIXING_SENTENCES, order.length); i++) {
      chosen.add(sentences.get(order[i]));
    }
    return chosen;
  }

  /** From the shares under which the held-out text is likeliest. */
  private float[] shares(KeyboardModel model, List<List<String>> sentences) {
    int order = model.ngrams().order();
    List<List<double[]>> pairs = new ArrayList<>();
    for (int known = 0; known < order; known++) {
      pairs.add(new ArrayList<>());
    }
    NextWords both = new NextWords(model, SentenceNetwork.of(model));
    for (List<String> sentence : sentences) {
      int[] words = vocabulary.numbers(sentence);
      for (int i = 0; i < words.length; i++) {
        double[] pair = new double[2];
        int known = both.compare(Arrays.copyOf(words, i), words[i], pair);
        pairs.get(known).add(pair);
      }
    }
    float[] shares = new float[order];
    for (int known = 0; known < order; known++) {
      double share = Mixture.bestShare(column(pairs.get(known), 0), column(pairs.get(known), 1), ROUNDS);
      shares[known] = (float) (SHARE_OF_LIKELIEST * share);
    }
    return shares;
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  /** The greatest threshold that costs no more than {@value #QUIET_COST} of the right suggestions. */
  private static double threshold(KeyboardModel model, List<List<String>> sentences) {
    List<Double> right = new ArrayList<>();
    KeyboardSuggester suggester = new KeyboardSuggester(model);
    for (List<String> sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        List<Suggestion> predictions = suggester.predictions(sentence.subList(0, i));
        String word = sentence.get(i);
        if (predictions.stream().anyMatch(suggestion -> WordList.lower(suggestion.word()).equals(word))) {
          right.add(predictions.get(0).probability());
        }
      }
    }
    right.sort(null);
    return right.isEmpty() ? 0 : Math.floor(1000 * right.get((int) (QUIET_COST * right.size()))) / 1000;
  }
}
