package app.inkling.mllib.model.memory;

import app.inkling.mllib.autodiff.AddressOps;
import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.MemoryOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A network with a tape: a controller that sees one input after the other, and two heads with which it reads
 * and writes a memory that is no part of its weights (Graves et al. 2014, "Neural Turing machines"). A head
 * is at no one slot but at all of them, more or less, so that everything has a slope and is learned by
 * descent.
 *
 * <p>At each step, with the paper's letters:
 * <pre>
 * h        = LSTM(x, r of the step before)               controller
 * w        = where a head is: see Head                    section 3.3
 * r        = sum of w[s] M[s]                             read, equation 2
 * M[s]     = M[s] (1 - w[s] e) + w[s] a                   erase and add, equations 3 and 4
 * y        = V (h, r)                                     logits
 * </pre>
 * The memory begins empty (zeros) and both heads at slot 0; the paper leaves the beginning open. Letters for
 * shapes: N examples, S slots of W numbers.
 */
public final class NeuralTuringMachine {
  private final Size size;
  private final Lstm controller;
  private final Head reader;
  private final Head writer;
  private final Dense output;

  /**
   * How large everything is.
   *
   * @param inputs numbers that come in at each step
   * @param outputs numbers that go out
   * @param units of the controller
   * @param slots of the memory, at least 3; a longer tape needs no more weights
   * @param width numbers in a slot
   */
  public record Size(int inputs, int outputs, int units, int slots, int width) {
    public Size {
      if (slots < 3) {
        throw new IllegalArgumentException("NeuralTuringMachine: " + slots
            + " slots; wants at least 3, for a head to step back, stay or step on");
      }
    }
  }

  /** With random weights. */
  public NeuralTuringMachine(Size size, Rng random) {
    Initializer xavier = Initializer.xavier(random);
    this.size = size;
    controller = new Lstm("controller", size.inputs() + size.width(), size.units(), xavier);
    reader = new Head("reader", size, 0, xavier);
    writer = new Head("writer", size, 2 * size.width(), xavier);
    output = new Dense("output", size.units() + size.width(), size.outputs(), xavier);
  }

  /** The same weights on a tape of another length. */
  private NeuralTuringMachine(NeuralTuringMachine other, int slots) {
    size = new Size(other.size.inputs(), other.size.outputs(), other.size.units(), slots, other.size.width());
    controller = other.controller;
    reader = other.reader;
    writer = other.writer;
    output = other.output;
  }

  /**
   * This machine, weights shared, with another tape: what it learned on a short one it does on a long one.
   */
  public NeuralTuringMachine withSlots(int slots) {
    return new NeuralTuringMachine(this, slots);
  }

  public Size size() {
    return size;
  }

  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(controller.parameters());
    all.addAll(reader.projection.parameters());
    all.addAll(writer.projection.parameters());
    all.addAll(output.parameters());
    return all;
  }

  /**
   * A recorded run: what it said, and where its heads were, step by step.
   *
   * @param logits each [N, outputs]
   * @param reading each [N, slots]
   * @param writing each [N, slots]
   */
  public record Run(List<Var> logits, List<Var> reading, List<Var> writing) {}

  /**
   * Records a run from an empty memory.
   *
   * @param inputs one [N, inputs] for each step
   */
  public Run run(Graph graph, List<Var> inputs) {
    int examples = inputs.get(0).shape().get(0);
    Var memory = graph.input(Tensor.zeros(Shape.of(size.slots(), examples, size.width())));
    Var read = graph.input(Tensor.zeros(Shape.of(examples, size.width())));
    Var state = graph.input(Tensor.zeros(Shape.of(examples, controller.stateSize())));
    Var reading = graph.input(firstSlot(examples));
    Var writing = reading;
    Run run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Var x : inputs) {
      Var seen = SequenceOps.sequence(ShapeOps.concat(x, read), 1);
      Var states = controller.states(seen, state);
      state = SequenceOps.step(states, -1);
      Var hidden = ShapeOps.columns(state, 0, size.units());

      Var[] readTraits = reader.traits(hidden);
      Var[] writeTraits = writer.traits(hidden);
      reading = reader.weights(readTraits, memory, reading);
      writing = writer.weights(writeTraits, memory, writing);
      read = MemoryOps.read(memory, reading);
      Var erase = ElementOps.sigmoid(ShapeOps.columns(writeTraits[Head.REST], 0, size.width()));
      Var add = ElementOps.tanh(ShapeOps.columns(writeTraits[Head.REST], size.width(), size.width()));
      memory = MemoryOps.write(memory, writing, erase, add);

      run.logits.add(output.apply(ShapeOps.concat(hidden, read)));
      run.reading.add(reading);
      run.writing.add(writing);
    }
    return run;
  }

  private Tensor firstSlot(int examples) {
    Tensor weights = Tensor.zeros(Shape.of(examples, size.slots()));
    for (float[] row : weights.rows()) {
      row[0] = 1;
    }
    return weights;
  }

  /**
   * Where to be next (section 3.3): at the slots like a key k, the more so the larger the strength b; or, as
   * far as the gate g is shut, where it was; then a step back, none or on, by the shifts s; then sharper, by
   * the power c.
   * <pre>
   * content  = softmax(b cos(k, M[s]))           equations 5 and 6
   * gated    = g content + (1 - g) before        equation 7
   * moved    = gated turned by s                 equation 8
   * w        = moved^c / sum of moved^c          equation 9
   * </pre>
   */
  private static final class Head {
    private static final int KEY = 0;
    private static final int STRENGTH = 1;
    private static final int GATE = 2;
    private static final int SHIFTS = 3;
    private static final int POWER = 4;
    /** What a head wants besides. */
    private static final int REST = 5;
    private static final int DIRECTIONS = 3;

    private final int[] lengths;
    private final Dense projection;

    Head(String name, Size size, int rest, Initializer initializer) {
      lengths = new int[] {size.width(), 1, 1, DIRECTIONS, 1, rest};
      projection = new Dense(name, size.units(), size.width() + 3 + DIRECTIONS + rest, initializer);
    }

    /** The controller's wishes, cut into their parts. */
    Var[] traits(Var hidden) {
      Var all = projection.apply(hidden);
      Var[] traits = new Var[lengths.length];
      for (int i = 0, from = 0; i < lengths.length; from += lengths[i], i++) {
        traits[i] = lengths[i] == 0 ? null : ShapeOps.columns(all, from, lengths[i]);
      }
      return traits;
    }

    Var weights(Var[] traits, Var memory, Var before) {
      Var alike = AddressOps.similarity(memory, ElementOps.tanh(traits[KEY]));
      Var content = MatrixOps.softmax(AddressOps.scaleEach(alike, ElementOps.softplus(traits[STRENGTH])));
      Var gated = AddressOps.interpolate(ElementOps.sigmoid(traits[GATE]), content, before);
      Var moved = AddressOps.shift(gated, MatrixOps.softmax(traits[SHIFTS]));
      return AddressOps.sharpen(moved, atLeastOne(ElementOps.softplus(traits[POWER])));
    }

    private static Var atLeastOne(Var above) {
      Tensor ones = Tensor.zerosLike(above.value());
      ones.fill(1);
      return ElementOps.add(above, above.graph().input(ones));
    }
  }
}
