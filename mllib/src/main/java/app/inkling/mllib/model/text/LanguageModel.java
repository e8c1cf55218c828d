package app.inkling.mllib.model.text;

/**
 * A model of text: how likely each word is after those before it. A text is one row of word numbers in which
 * the end of a sentence is a word as any other, predicted and counted.
 */
public interface LanguageModel {
  /** Numbers of the vocabulary; {@link Vocabulary#START} is among them and never comes next. */
  int words();

  /** Begins to read at the start of a sentence. */
  Reader reader();

  /** A place in a text. One thread at a time. */
  interface Reader {
    /** How likely this word is the next, 0 to 1. */
    double probability(int word);

    /** Goes on behind this word, which was the next. */
    void read(int word);

    /** Fills {@code next}, of {@link #words} numbers, with the probability of every word. */
    default void distribution(float[] next) {
      for (int word = 0; word < next.length; word++) {
        next[word] = word == Vocabulary.START ? 0 : (float) probability(word);
      }
    }
  }

  /** Of each word of a text, given all before it. */
  default double[] probabilities(int[] text) {
    Reader reader = reader();
    double[] probabilities = new double[text.length];
    for (int i = 0; i < text.length; i++) {
      probabilities[i] = reader.probability(text[i]);
      reader.read(text[i]);
    }
    return probabilities;
  }

  /** {@link #perplexity(double[])} of a text. */
  default double perplexity(int[] text) {
    return perplexity(probabilities(text));
  }

  /** exp of the mean negative logarithm: among how many equally likely words it is as hard to choose. */
  static double perplexity(double[] probabilities) {
    double sum = 0;
    for (double p : probabilities) {
      sum -= StrictMath.log(p);
    }
    return StrictMath.exp(sum / probabilities.length);
  }
}
