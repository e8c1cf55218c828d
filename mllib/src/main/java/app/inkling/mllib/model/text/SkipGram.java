package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.NegativeSampling;
import app.inkling.mllib.loss.Negatives;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vectors of words that tell a word's true neighbours from drawn ones (Mikolov et al. 2013, "Distributed
 * representations of words and phrases", equation 4): the neighbour's second vector times the word's first
 * is the logit of their standing together.
 *
 * <p>The examples are the places of a text. Each time, a neighbour of the place is drawn, near ones more
 * often; of frequent words places are left out, with the probability {@code 1 - sqrt(frequent / share)}
 * (section 2.3).
 */
public final class SkipGram implements Objective {
  private final int window;
  private final int negatives;
  private final Embedding words;
  private final Parameter neighbours;
  private final long[] counts;
  private final List<int[]> sentences = new ArrayList<>();
  private final int[] sentenceOf;
  private final int[] placeOf;

  /**
   * @param text sentences as numbers; those below {@link Vocabulary#FIRST_WORD} are left out
   * @param vocabulary all numbers
   * @param frequent share of the text above which places of a word are left out; 1 keeps all
   * @param window how far a neighbour is at most
   * @param negatives drawn words for each neighbour
   */
  public SkipGram(List<int[]> text, int vocabulary, int features, double frequent, int window, int negatives,
      Rng random) {
    this.window = window;
    this.negatives = negatives;
    words = new Embedding("words", vocabulary, features, Initializer.xavier(random));
    // Zeros, as the authors have it: the first steps move the words' own vectors by nothing but noise
    // otherwise.
    neighbours = new Parameter("neighbours", Tensor.zeros(Shape.of(vocabulary, features)));
    counts = new long[vocabulary];
    long total = 0;
    for (int[] sentence : text) {
      for (int word : sentence) {
        if (word >= Vocabulary.FIRST_WORD) {
          counts[word]++;
          total++;
        }
      }
    }
    List<int[]> places = new ArrayList<>();
    for (int[] sentence : text) {
      int[] kept = keep(sentence, frequent * total, random);
      for (int place = 0; kept.length > 1 && place < kept.length; place++) {
        places.add(new int[] {sentences.size(), place});
      }
      sentences.add(kept);
    }
    if (places.isEmpty()) {
      throw new IllegalArgumentException("SkipGram: wants sentences with two known words that are not left "
          + "out, got " + text.size() + " without; is the text too short?");
    }
    sentenceOf = places.stream().mapToInt(place -> place[0]).toArray();
    placeOf = places.stream().mapToInt(place -> place[1]).toArray();
  }

  private int[] keep(int[] sentence, double frequentCount, Rng random) {
    return Arrays.stream(sentence).filter(word -> word >= Vocabulary.FIRST_WORD
        && random.nextDouble() < StrictMath.sqrt(frequentCount / counts[word])).toArray();
  }

  /** Number of places. */
  public int size() {
    return sentenceOf.length;
  }

  public List<Parameter> parameters() {
    return List.of(words.weight(), neighbours);
  }

  /** The first vector of each word. */
  public float[][] vectors() {
    return words.weight().value().rows();
  }

  /** How often each word occurs. */
  public long[] counts() {
    return counts.clone();
  }

  /** The logit of a word's having this neighbour. */
  public double score(int word, int neighbour) {
    float[] w = vectors()[word];
    float[] v = neighbours.value().rows()[neighbour];
    double dot = 0;
    for (int j = 0; j < w.length; j++) {
      dot += w[j] * v[j];
    }
    return dot;
  }

  /**
   * Of each word in other sentences and each neighbour within the window, how often the neighbour gets a
   * higher score than a word drawn as in training; a tie is half. {@code score} may be another model's.
   */
  public double accuracy(List<int[]> text, Score score, Rng random) {
    Negatives drawn = new Negatives(counts, 1, 1);
    double right = 0;
    long pairs = 0;
    for (int[] sentence : text) {
      int[] known = Arrays.stream(sentence).filter(word -> word >= Vocabulary.FIRST_WORD).toArray();
      for (int i = 0; i < known.length; i++) {
        for (int j = Math.max(0, i - window); j <= Math.min(known.length - 1, i + window); j++) {
          drawn.draw(random);
          if (i != j && drawn.get(0, 0) != known[j]) {
            double more = score.of(known[i], known[j]) - score.of(known[i], drawn.get(0, 0));
            right += more > 0 ? 1 : more == 0 ? 0.5 : 0;
            pairs++;
          }
        }
      }
    }
    return right / pairs;
  }

  /** How well a neighbour suits a word. */
  public interface Score {
    double of(int word, int neighbour);
  }

  @Override
  public Shard record(Graph graph, int examples) {
    Tensor word = Tensor.zeros(Shape.of(examples, 1));
    Labels neighbour = new Labels(examples);
    Negatives drawn = new Negatives(counts, examples, negatives);
    Var loss = new NegativeSampling().apply(SequenceOps.matrix(words.apply(graph.input(word))),
        graph.parameter(neighbours), neighbour, drawn);
    return new Shard() {
      @Override
      public Var loss() {
        return loss;
      }

      @Override
      public void load(int[] numbers, int from, Rng random) {
        for (int n = 0; n < examples; n++) {
          int[] sentence = sentences.get(sentenceOf[numbers[from + n]]);
          int place = placeOf[numbers[from + n]];
          word.rows()[n][0] = sentence[place];
          neighbour.set(n, sentence[drawNear(place, sentence.length, window, random)], 1);
        }
        drawn.draw(random);
      }
    };
  }

  /** Another place of the sentence: within a reach that is drawn first, so that near ones come more often. */
  static int drawNear(int place, int length, int window, Rng random) {
    int reach = 1 + random.nextInt(window);
    int first = Math.max(0, place - reach);
    int last = Math.min(length - 1, place + reach);
    int drawn = first + random.nextInt(last - first);
    return drawn < place ? drawn : drawn + 1;
  }
}
