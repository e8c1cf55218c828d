package app.inkling.mllib.model.text;

import java.util.Arrays;

/**
 * A model that looks at the last few words alone: {@code p(w[t] | all before) = p(w[t] | w[t-n+1] ... w[t-1])}.
 * What is before them, it forgets.
 */
public interface MarkovModel {
  /** n: the words of a context and the one that follows. */
  int order();

  /** Numbers of the vocabulary. */
  int words();

  /**
   * Probability of a word after others.
   *
   * @param context numbers of the words before, the last one last, {@link Vocabulary#START} first where the
   *     sentence is no longer; only the last {@code order - 1} are looked at
   */
  double probability(int[] context, int word);

  /** Fills {@code next} with the probability of every word. */
  default void distribution(int[] context, float[] next) {
    for (int word = 0; word < next.length; word++) {
      next[word] = word == Vocabulary.START ? 0 : (float) probability(context, word);
    }
  }

  /** This model along a text. @param end number of the word behind which a context begins anew */
  default LanguageModel along(int end) {
    return new LanguageModel() {
      @Override
      public int words() {
        return MarkovModel.this.words();
      }

      @Override
      public Reader reader() {
        return new ContextReader(MarkovModel.this, end);
      }
    };
  }

  /** Keeps the words that a {@link MarkovModel} looks at. */
  final class ContextReader implements LanguageModel.Reader {
    private final MarkovModel model;
    private final int end;
    private int[] context = {Vocabulary.START};

    ContextReader(MarkovModel model, int end) {
      this.model = model;
      this.end = end;
    }

    @Override
    public double probability(int word) {
      return model.probability(context, word);
    }

    @Override
    public void distribution(float[] next) {
      model.distribution(context, next);
    }

    @Override
    public void read(int word) {
      if (word == end) {
        context = new int[] {Vocabulary.START};
        return;
      }
      int keep = Math.min(context.length, Math.max(0, model.order() - 2));
      int[] longer = Arrays.copyOfRange(context, context.length - keep, context.length + 1);
      longer[keep] = word;
      context = longer;
    }
  }
}
