package app.inkling.mllib.model.memory;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.loss.BinaryCrossEntropy;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Descent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Teaches a machine to say again what it saw, once or several times (Graves et al. 2014, sections 4.1 and
 * 4.2). Random words of bits come in, then a mark with the number of repeats; then nothing comes in, and the
 * words are to go out in their order, so often, and where there may be several repeats a last step is to say
 * "end".
 *
 * <p>Whoever learned the procedure, and not the examples, does it at lengths never trained on. A batch has
 * one length and one number of repeats; there is one recorded graph for each.
 */
public final class CopyTraining {
  private static final float LONGEST_GRADIENT = 10;
  /** The mark says repeats in tens, so that it is of the size of the bits. */
  private static final float REPEAT_UNIT = 0.1f;

  private final NeuralTuringMachine machine;
  private final Task task;
  private final Kernels kernels;
  private final Rng random;
  private final Descent descent;
  private final Map<List<Integer>, Copies> graphs = new HashMap<>();

  /**
   * What is copied in training.
   *
   * @param bits of a word
   * @param longest words of a sequence at most
   * @param repeats at most; 1 for plain copying
   * @param batch sequences of an update
   */
  public record Task(int bits, int longest, int repeats, int batch) {
    /** Of a machine for it: the bits and the mark. */
    public int inputs() {
      return bits + 1;
    }

    /** The bits, and where there are repeats the end. */
    public int outputs() {
      return repeats > 1 ? bits + 1 : bits;
    }
  }

  public CopyTraining(Task task, NeuralTuringMachine machine, Rng random, Kernels kernels) {
    this.task = task;
    this.machine = machine;
    this.random = random;
    this.kernels = kernels;
    descent = new Descent(machine.parameters(), new Adam(), LONGEST_GRADIENT);
  }

  /**
   * Makes so many updates; the rate stays for half of them and then falls to 0.
   *
   * @return the mean loss of the last tenth, in nats a bit
   */
  public double train(int updates, float learningRate) {
    double sum = 0;
    int last = Math.max(1, updates / 10);
    for (int update = 0; update < updates; update++) {
      double loss = step(learningRate * Math.min(1, 2 * (1 - (float) update / updates)));
      sum += update >= updates - last ? loss : 0;
    }
    return sum / last;
  }

  /**
   * One update on a batch of random length and repeats.
   *
   * @return its loss, in nats a bit
   */
  public double step(float learningRate) {
    int length = 1 + random.nextInt(task.longest());
    int repeats = 1 + random.nextInt(task.repeats());
    Copies copies = graphs.computeIfAbsent(List.of(length, repeats),
        key -> new Copies(machine, task.batch(), length, repeats));
    copies.fill(random);
    copies.graph.forward();
    return descent.step(copies.graph, copies.loss, learningRate);
  }

  /**
   * Wrong bits of a sequence, the mean over some random ones; a bit is taken as 1 where that is the likelier.
   * Any length will do if the machine's tape is long enough.
   */
  public double wrongBits(NeuralTuringMachine asked, int length, int repeats, int sequences, Rng sequence) {
    Copies copies = new Copies(asked, sequences, length, repeats);
    copies.fill(sequence);
    copies.graph.forward();
    return (double) copies.wrongBits() / sequences;
  }

  /**
   * Where the heads of a machine are while it copies a random sequence once.
   *
   * @return the likeliest slot of the writer at each step of the input, then of the reader at each step of
   * the
   *     output
   */
  public int[] slots(NeuralTuringMachine asked, int length, Rng sequence) {
    Copies copies = new Copies(asked, 1, length, 1);
    copies.fill(sequence);
    copies.graph.forward();
    int[] slots = new int[2 * length];
    for (int t = 0; t < length; t++) {
      slots[t] = likeliest(copies.run.writing().get(t));
      slots[length + t] = likeliest(copies.run.reading().get(length + 1 + t));
    }
    return slots;
  }

  private static int likeliest(Var weights) {
    return Rows.largest(weights.value().rows()[0], weights.value().rowLength());
  }

  /** A recorded batch of one length and number of repeats. */
  private final class Copies {
    private final Graph graph = new Graph(kernels);
    private final int length;
    private final int repeats;
    private final List<Tensor> inputs = new ArrayList<>();
    private final NeuralTuringMachine.Run run;
    private final Var said;
    private final Tensor targets;
    private final Var loss;

    Copies(NeuralTuringMachine machine, int batch, int length, int repeats) {
      this.length = length;
      this.repeats = repeats;
      int answers = length * repeats + (task.repeats() > 1 ? 1 : 0);
      List<Var> steps = new ArrayList<>();
      for (int t = 0; t < length + 1 + answers; t++) {
        inputs.add(Tensor.zeros(Shape.of(batch, task.inputs())));
        steps.add(graph.input(inputs.get(t)));
      }
      run = machine.run(graph, steps);
      said = ShapeOps.concat(run.logits().subList(length + 1, steps.size()).toArray(new Var[0]));
      targets = Tensor.zeros(said.shape());
      loss = new BinaryCrossEntropy().apply(said, graph.input(targets));
    }

    void fill(Rng random) {
      int outputs = task.outputs();
      for (int n = 0; n < targets.rows().length; n++) {
        float[] wanted = targets.rows()[n];
        for (int t = 0; t < length; t++) {
          for (int bit = 0; bit < task.bits(); bit++) {
            float value = random.nextInt(2);
            inputs.get(t).rows()[n][bit] = value;
            for (int r = 0; r < repeats; r++) {
              wanted[(r * length + t) * outputs + bit] = value;
            }
          }
        }
        inputs.get(length).rows()[n][task.bits()] = repeats * REPEAT_UNIT;
        if (outputs > task.bits()) {
          wanted[wanted.length - 1] = 1;
        }
      }
    }

    int wrongBits() {
      int wrong = 0;
      for (int n = 0; n < targets.rows().length; n++) {
        float[] logits = said.value().rows()[n];
        for (int j = 0; j < logits.length; j++) {
          wrong += logits[j] > 0 == targets.rows()[n][j] > 0.5f ? 0 : 1;
        }
      }
      return wrong;
    }
  }
}
