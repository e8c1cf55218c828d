package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.AttentionOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the target of a source word by word, each after its own words before, not the right ones as in
 * training. Uses the weights as they are at each call. One thread at a time.
 */
public final class Translator {
  /**
   * @param words of the target, without its end
   * @param attention where the network looked for each word: {@code [word of the target][word of the
   *     source]}, each row with the sum 1; without rows when the network has no attention
   * @param logProbability of the words and the end, in nats
   */
  public record Translation(int[] words, float[][] attention, double logProbability) {}

  /** @param looked at each word of the source to get here, padding included; empty without attention */
  private record State(float[] hidden, float[] looked) {}

  private final int longest;
  private final Graph encoding;
  private final Tensor source;
  private final int[] padding = new int[1];
  private final Var code;
  private final Graph decoding;
  private final Tensor word = Tensor.zeros(Shape.of(1, 1));
  private final Tensor state;
  private final Seq2seq.Decoded decoded;
  private final Var probabilities;

  /** @param longest words to write at most */
  public Translator(Seq2seq net, int longest, Kernels kernels) {
    this.longest = longest;
    encoding = new Graph(kernels);
    source = Tensor.zeros(Shape.of(1, net.sourceLength()));
    Seq2seq.Encoded encoded = net.encode(encoding.input(source), padding);
    code = encoded.code();
    decoding = new Graph(kernels);
    state = Tensor.zeros(Shape.of(1, net.size().units()));
    // The encoder's results are the decoder's inputs, so that the source is read once for all steps.
    Var keys = net.attends() ? decoding.input(encoded.keys().value()) : null;
    decoded = net.decode(decoding.input(word), decoding.input(state),
        new Seq2seq.Encoded(decoding.input(encoded.memory().value()), keys, null, padding));
    probabilities = MatrixOps.softmax(decoded.logits());
  }

  /** @param width of {@link BeamSearch}; 1 takes the likeliest word at each step */
  public Translation translate(int[] words, int width) {
    padding[0] = SequencePairs.place(words, source.rows()[0]);
    encoding.forward();
    State first = new State(code.value().toArray(), new float[0]);
    BeamSearch.Path<State> path = BeamSearch.search(this::step, first, Vocabulary.START,
        Vocabulary.START, width, longest + 1);
    List<BeamSearch.Path<State>> steps = path.steps();
    int count = path.word() == Vocabulary.START ? steps.size() - 1 : steps.size();
    int[] target = new int[count];
    float[][] attention = new float[decoded.context() == null ? 0 : count][];
    for (int t = 0; t < count; t++) {
      target[t] = steps.get(t).word();
      if (attention.length > 0) {
        float[] looked = steps.get(t).state().looked();
        attention[t] = Arrays.copyOfRange(looked, padding[0], looked.length);
      }
    }
    return new Translation(target, attention, path.logProbability());
  }

  private BeamSearch.Step<State> step(State before, int lastWord) {
    word.rows()[0][0] = lastWord;
    state.copyFrom(before.hidden());
    decoding.forward();
    float[] looked = decoded.context() == null ? before.looked()
        : AttentionOps.weights(decoded.context())[0][0].clone();
    return new BeamSearch.Step<>(new State(decoded.states().value().toArray(), looked),
        probabilities.value().rows()[0]);
  }
}
