package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Gru;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.Recurrent;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.SimpleRnn;
import app.inkling.mllib.nn.Stateful;
import app.inkling.mllib.nn.TiedEmbedding;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent network as a model of text (Mikolov et al. 2010, "Recurrent neural network based language
 * model"; Zaremba et al. 2014, "Recurrent neural network regularization", for where dropout goes).
 *
 * <pre>
 * word     one of V     embedding [V, H], dropout
 * vector   H numbers    a recurrent cell of H units, which remembers all that came before
 * hidden   H numbers    dropout, compared with the embedding of every word, softmax: [V]
 * </pre>
 *
 * It reads one word and predicts the next, and is then told which one it was, right or not: teacher forcing.
 */
public final class RecurrentLm implements LanguageModel {
  /** Words that are read at once when a whole text is to be judged. */
  private static final int STEPS = 35;

  private final int end;
  private final TiedEmbedding network;
  private final Kernels kernels;

  /** What remembers. */
  public enum Cell {
    RNN, LSTM, CIFG, GRU;

    Recurrent layer(int units, Initializer initializer) {
      switch (this) {
        case RNN:
          return new SimpleRnn("rnn", units, units, initializer);
        case LSTM:
          return new Lstm("lstm", units, units, initializer);
        case CIFG:
          return new CifgLstm("cifg", units, units, initializer);
        default:
          return new Gru("gru", units, units, initializer);
      }
    }
  }

  /**
   * With random weights.
   *
   * @param words numbers of the vocabulary
   * @param end number of the word that ends a sentence, and so stands before a text
   * @param dropout of vectors and hidden numbers, in training alone, 0 (included) to 1 (excluded)
   */
  public RecurrentLm(Cell cell, int words, int end, int units, float dropout, Rng random, Kernels kernels) {
    this.end = end;
    this.kernels = kernels;
    Initializer xavier = Initializer.xavier(random);
    Embedding embedding = new Embedding("words", words, units, xavier);
    network = new TiedEmbedding("output", embedding, new Sequential("inner", new Dropout(dropout),
        cell.layer(units, xavier), new Dropout(dropout)));
  }

  /** Numbers of words [N, T] to logits of each next word [T, N, V]. */
  public TiedEmbedding network() {
    return network;
  }

  @Override
  public int words() {
    return network.embedding().words();
  }

  Kernels kernels() {
    return kernels;
  }

  /** Number of weights and biases. */
  public int parameterCount() {
    return network.parameters().stream().mapToInt(parameter -> parameter.value().size()).sum();
  }

  /** N texts side by side, T words of each at a time; each window begins where the last one ended. */
  final class Window {
    /** [N, T]. */
    final Tensor words;
    private final List<Tensor> before = new ArrayList<>();
    private final Stateful run;

    Window(Graph graph, int texts, int steps) {
      words = Tensor.zeros(Shape.of(texts, steps));
      List<Var> states = new ArrayList<>();
      for (Recurrent layer : Stateful.recurrentLayers(network)) {
        before.add(Tensor.zeros(Shape.of(texts, layer.stateSize())));
        states.add(graph.input(before.get(before.size() - 1)));
      }
      Sequential body = new Sequential("body", network.embedding(), network.inner());
      run = Stateful.apply(body, graph.input(words), states);
    }

    /** What is to be compared with the words: [T, N, H]. */
    Var hidden() {
      return run.output();
    }

    /** Records the comparison with all words, all texts' first words first: [T * N, V]. */
    Var logits() {
      return SequenceOps.matrix(network.logits(hidden()));
    }

    /** What the window begins with; to be kept and put back. */
    List<Tensor> states() {
      return before;
    }

    /** The words before those from {@code from} on, for one text; says how many of the window it fills. */
    int load(int[] text, int from) {
      float[] row = words.rows()[0];
      int steps = Math.min(row.length, text.length - from);
      for (int t = 0; t < steps; t++) {
        row[t] = from + t == 0 ? end : text[from + t - 1];
      }
      return steps;
    }

    void forget() {
      before.forEach(state -> state.fill(0));
    }

    /** Begins where the last forward pass ended. */
    void goOn() {
      for (int i = 0; i < before.size(); i++) {
        before.get(i).copyFrom(run.states().get(i).value());
      }
    }
  }

  @Override
  public double[] probabilities(int[] text) {
    Graph graph = new Graph(kernels);
    Window window = new Window(graph, 1, STEPS);
    float[][] next = MatrixOps.softmax(window.logits()).value().rows();
    double[] probabilities = new double[text.length];
    for (int from = 0; from < text.length; from += STEPS) {
      int steps = window.load(text, from);
      graph.forward();
      for (int t = 0; t < steps; t++) {
        probabilities[from + t] = Vocabulary.share(next[t], text[from + t]);
      }
      window.goOn();
    }
    return probabilities;
  }

  @Override
  public Reader reader() {
    Graph graph = new Graph(kernels);
    Window window = new Window(graph, 1, 1);
    float[] next = MatrixOps.softmax(window.logits()).value().rows()[0];
    Reader reader = new Reader() {
      @Override
      public double probability(int word) {
        return Vocabulary.share(next, word);
      }

      @Override
      public void read(int word) {
        window.words.rows()[0][0] = word;
        graph.forward();
        window.goOn();
      }

      @Override
      public void distribution(float[] all) {
        Vocabulary.shares(next, all);
      }
    };
    reader.read(end);
    return reader;
  }
}
