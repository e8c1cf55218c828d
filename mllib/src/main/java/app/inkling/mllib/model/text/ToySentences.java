package app.inkling.mllib.model.text;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Generated sentences for lessons and tests, such as {@code the small horse eats the hay}: who acts, with
 * what verb, on what; the verb says which things may follow, often from behind an adjective. As each word is
 * drawn evenly, the least perplexity that any model can reach is known.
 */
public final class ToySentences {
  private static final String[] ADJECTIVES = "small big old new red green dry clean".split(" ");
  /** Who, verbs, what. */
  private static final String[][] KINDS = {
      {"horse cow sheep goat hen duck goose pig", "eats finds", "hay grass corn bread apple leaf seed root"},
      {"man woman boy girl cook nurse judge clerk", "drives buys", "car bus truck van boat tram taxi bike"},
      {"smith potter tailor mason miller weaver baker turner", "makes sells",
          "hat coat pot plate bell cup rug wall"}};

  private final Vocabulary vocabulary;
  private final int end;

  public ToySentences() {
    Map<String, Double> words = new HashMap<>();
    words.put("the", 2.0);
    words.put(SentenceFile.END, 1.0);
    Arrays.stream(ADJECTIVES).forEach(word -> words.put(word, 0.5));
    for (String[] kind : KINDS) {
      Arrays.stream(String.join(" ", kind).split(" ")).forEach(word -> words.put(word, 0.1));
    }
    vocabulary = Vocabulary.ofMostFrequent(words, words.size());
    end = vocabulary.number(SentenceFile.END);
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Number of the word that ends each sentence. */
  public int end() {
    return end;
  }

  /** So many sentences as numbers, each with its end. */
  public List<int[]> sentences(int count, Rng random) {
    List<int[]> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] kind = KINDS[random.nextInt(KINDS.length)];
      List<String> sentence = new ArrayList<>();
      noun(sentence, kind[0], random);
      sentence.add(any(kind[1].split(" "), random));
      noun(sentence, kind[2], random);
      sentence.add(SentenceFile.END);
      sentences.add(vocabulary.numbers(sentence));
    }
    return sentences;
  }

  private static void noun(List<String> sentence, String nouns, Rng random) {
    sentence.add("the");
    if (random.nextInt(2) == 0) {
      sentence.add(any(ADJECTIVES, random));
    }
    sentence.add(any(nouns.split(" "), random));
  }

  private static String any(String[] words, Rng random) {
    return words[random.nextInt(words.length)];
  }

  /** What a model that knows all of this would have on many sentences: e to the entropy of a word. */
  public static double leastPerplexity() {
    double noun = StrictMath.log(2) + StrictMath.log(ADJECTIVES.length) / 2 + StrictMath.log(8);
    double sentence = StrictMath.log(KINDS.length) + 2 * noun + StrictMath.log(2);
    double words = 2 * 2.5 + 2;
    return StrictMath.exp(sentence / words);
  }
}
