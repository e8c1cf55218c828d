package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Columns;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Recurrent;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.TiedEmbedding;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The keyboard's network: a word's number to the probabilities of the next word (Hard et al. 2018, "Federated learning
 * for mobile keyboard prediction").
 *
 * <pre>
 * word       one of V         embedding [V, E], dropout
 * vector     E numbers        CIFG-LSTM of H units
 * hidden     H numbers        dropout, dense [H, E]
 * vector     E numbers        compared with the embedding of every word, softmax: [V]
 * </pre>
 *
 * With V = 10,002, E = 128, H = 384 these are 1,931,730 numbers. The way out through the embedding itself saves
 * another V * E, and the projection to E keeps H independent of it.
 */
public final class WordNet {
  /** How large a network is. */
  public record Size(int features, int units) {
    /** The shipped keyboard's. */
    public static final Size KEYBOARD = new Size(128, 384);
  }

  private final Size size;
  private final Embedding embedding;
  private final Recurrent recurrent;
  private final EachStep projection;
  private final TiedEmbedding network;

  /**
   * With random weights.
   *
   * @param dropout of vectors and hidden numbers, in training alone
   */
  public WordNet(int words, Size size, float dropout, Rng random) {
    this(words, size, dropout, Initializer.xavier(random));
  }

  /** With zeros, for weights that are read from a file next. */
  public WordNet(int words, Size size) {
    this(words, size, 0, Initializer.zero());
  }

  private WordNet(int words, Size size, float dropout, Initializer weights) {
    this.size = size;
    embedding = new Embedding("words", words, size.features(), weights);
    recurrent = new CifgLstm("cifg", size.features(), size.units(), weights);
    projection = new EachStep(new Dense("projection", size.units(), size.features(), weights));
    network = new TiedEmbedding("output", embedding,
        new Sequential("inner", new Dropout(dropout), recurrent, new Dropout(dropout), projection));
  }

  /** Numbers of words [N, T] to logits of each next word [T, N, V], each sentence from its start. */
  public TiedEmbedding network() {
    return network;
  }

  /** The parameters behind the hidden state: projection and bias. */
  public List<Parameter> outputParameters() {
    List<Parameter> parameters = new ArrayList<>(projection.parameters());
    parameters.add(network.bias());
    return parameters;
  }

  public Size size() {
    return size;
  }

  /** Numbers known to the network. */
  public int words() {
    return embedding.words();
  }

  /** Numbers of its state after a word. */
  public int stateSize() {
    return recurrent.stateSize();
  }

  /** Number of weights and biases. */
  public int parameterCount() {
    return network.parameters().stream().mapToInt(parameter -> parameter.value().size()).sum();
  }

  /**
   * One step as ops, with a transposed copy of the embedding as it is now: the way out is then a row times a matrix,
   * several times as fast as with the table that training uses. Make another after training.
   */
  public final class Step {
    private final Tensor out = Tensor.zeros(Shape.of(embedding.features(), words()));

    /**
     * @param states after the word, [1, stateSize]
     * @param probabilities of the next word by number, [1, words]
     */
    public record Outputs(Var states, Var probabilities) {}

    Step() {
      Columns.transpose(out.rows(), embedding.weight().value().rows(), words(), embedding.features());
    }

    /**
     * Records a step on the graph of its inputs; any number of graphs share the copy.
     *
     * @param word its number, [1, 1]
     * @param before state after the words before it, [1, stateSize]
     */
    public Outputs record(Var word, Var before) {
      Var states = recurrent.states(embedding.apply(word), before);
      Var y = SequenceOps.matrix(projection.apply(recurrent.hidden(states)));
      return new Outputs(states, MatrixOps.softmax(
          MatrixOps.dense(y, y.graph().input(out), y.graph().parameter(network.bias()))));
    }
  }

  public Step step() {
    return new Step();
  }

  /** One word at a time, each with the state after the word before it; see {@link Step}. One thread at a time. */
  public final class Stepper {
    private final Graph graph = new Graph();
    private final Tensor word = Tensor.zeros(Shape.of(1, 1));
    private final Tensor state = Tensor.zeros(Shape.of(1, stateSize()));
    private final Step.Outputs outputs = new Step().record(graph.input(word), graph.input(state));

    /**
     * @param wordNumber the word after which the next is asked for
     * @param before state after the words before it, all 0 at the start
     * @param after gets the state after it; may be {@code before}
     * @return probabilities by word number, overwritten by the next step
     */
    public float[] step(int wordNumber, float[] before, float[] after) {
      word.rows()[0][0] = wordNumber;
      state.copyFrom(before);
      graph.forward();
      outputs.states().value().copyTo(after);
      return outputs.probabilities().value().rows()[0];
    }
  }

  public Stepper stepper() {
    return new Stepper();
  }
}
