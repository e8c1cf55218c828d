package app.inkling.mllib.model.text;

import app.inkling.mllib.autodiff.AttentionOps;
import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.Bidirectional;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Gru;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One sequence to another of other words, order and length (Sutskever et al. 2014; Cho et al. 2014): an
 * encoder reads, a decoder with weights of its own writes.
 *
 * <pre>
 * source     S words          embedding of E numbers, one GRU of H units from each end
 * memory     S vectors        of 2 H numbers: a word and what stands around it
 * code       H numbers        tanh(memory[last] W + b), the decoder's first state
 * target     T words          embedding, GRU of H units: the hidden h[t] after the words before
 * context    2 H numbers      mean of the memory, weighted by softmax of v . tanh(h[t] Wq + b + memory[s] Wk)
 * next word  one of V         tanh((h[t], context) W + b) of E numbers, dense, softmax
 * </pre>
 *
 * Without attention there is no context, and all that the decoder hears of the source is the code. The
 * scores are those of Bahdanau et al. 2015 (appendix A.1.2); the decoder looks after its own step, as in
 * Luong et al. 2015 (section 3.1), so that a whole target is one operation. A target begins after
 * {@link Vocabulary#START} and ends with it.
 */
public final class Seq2seq {
  /** How large a network is: E numbers for a word, H units. */
  public record Size(int features, int units) {}

  /**
   * What the encoder hands to the decoder, for N sources.
   *
   * @param memory [S, N, 2 * units]
   * @param keys the memory as attention compares it, [S, N, units]; null without attention
   * @param code [N, units]
   * @param padding words before each source's first, read at every forward pass
   */
  public record Encoded(Var memory, Var keys, Var code, int[] padding) {}

  /**
   * What the decoder wrote in T steps.
   *
   * @param states [T, N, units]
   * @param context what attention gave, for {@link AttentionOps#weights}; null without attention
   * @param logits of the next word, step after step: [T * N, words]
   */
  public record Decoded(Var states, Var context, Var logits) {}

  private final int sourceLength;
  private final Size size;
  private final float dropout;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Embedding sourceWords;
  private final Layer encoder;
  private final Layer code;
  private final Embedding targetWords;
  private final Gru decoder;
  private final Layer query;
  private final Layer key;
  private final Parameter score;
  private final Layer combine;
  private final Layer output;

  /**
   * With random weights.
   *
   * @param sourceLength S: shorter sources stand at the end of a row. The encoder reads the {@link
   *     Vocabulary#START}s before them, too, and learns to pass over so many of them
   * @param dropout of embeddings and of what the output sees, in training alone
   */
  public Seq2seq(int sourceWords, int sourceLength, int targetWords, Size size, boolean attention,
      float dropout,
      Rng random) {
    this.sourceLength = sourceLength;
    this.size = size;
    this.dropout = dropout;
    Initializer xavier = Initializer.xavier(random);
    int features = size.features();
    int units = size.units();
    this.sourceWords = keep(new Embedding("source", sourceWords, features, xavier));
    encoder = keep(new Bidirectional(new Gru("encoder/forward", features, units, xavier),
        new Gru("encoder/backward", features, units, xavier)));
    code = keep(new Dense("code", 2 * units, units, xavier));
    this.targetWords = keep(new Embedding("target", targetWords, features, xavier));
    decoder = keep(new Gru("decoder", features, units, xavier));
    query = attention ? keep(new EachStep(new Dense("query", units, units, xavier))) : null;
    key = attention ? keep(new EachStep(new Dense("key", 2 * units, units, false, xavier))) : null;
    score = attention ? new Parameter("score", Tensor.zeros(Shape.of(units))) : null;
    if (attention) {
      xavier.fill(score.value(), units, 1);
      parameters.add(score);
    }
    combine = keep(new Dense("combine", attention ? 3 * units : units, features, xavier));
    output = keep(new Dense("output", features, targetWords, xavier));
  }

  private <L extends Layer> L keep(L layer) {
    parameters.addAll(layer.parameters());
    return layer;
  }

  public Size size() {
    return size;
  }

  /** Words of the longest source. */
  public int sourceLength() {
    return sourceLength;
  }

  public boolean attends() {
    return score != null;
  }

  public List<Parameter> parameters() {
    return Collections.unmodifiableList(parameters);
  }

  /** Number of weights and biases. */
  public int parameterCount() {
    return parameters.stream().mapToInt(parameter -> parameter.value().size()).sum();
  }

  /**
   * @param source numbers of words [N, S], as {@link SequencePairs} places them
   * @param padding how many {@link Vocabulary#START}s stand before each
   */
  public Encoded encode(Var source, int[] padding) {
    Var memory = encoder.apply(dropped(sourceWords.apply(source)));
    return new Encoded(memory, attends() ? key.apply(memory) : null,
        ElementOps.tanh(code.apply(SequenceOps.step(memory, -1))), padding);
  }

  /**
   * @param target the words so far [N, T], the first being {@link Vocabulary#START} when {@code state} is
   *     the code
   * @param state before them [N, units]
   */
  public Decoded decode(Var target, Var state, Encoded encoded) {
    Var hidden = decoder.states(dropped(targetWords.apply(target)), state);
    Var context = attends() ? AttentionOps.additive(query.apply(hidden), encoded.keys(), encoded.memory(),
        hidden.graph().parameter(score), encoded.padding()) : null;
    Var seen = attends() ? ShapeOps.concat(hidden, context) : hidden;
    Var combined = ElementOps.tanh(combine.apply(SequenceOps.matrix(seen)));
    return new Decoded(hidden, context, output.apply(dropped(combined)));
  }

  private Var dropped(Var x) {
    return dropout > 0 ? ElementOps.dropout(x, dropout) : x;
  }
}
