package app.inkling.mllib.digits.personal;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.loss.Labels;
import app.inkling.mllib.loss.SoftmaxCrossEntropy;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.Objective;

/** Cross-entropy over a session's examples: of all layers, or of those that decide. */
abstract class DigitObjective implements Objective {
  private static final int SEEN_AT_ONCE = 16;

  private final Sequential network;
  private final int inputs;

  private DigitObjective(Sequential network, int inputs) {
    this.network = network;
    this.inputs = inputs;
  }

  /** Fills a shard's inputs and labels. */
  private interface Filler {
    void fill(int[] batch, int from, Rng random);
  }

  abstract Filler filler(Tensor input, Labels labels);

  @Override
  public Shard record(Graph graph, int count) {
    Tensor input = Tensor.zeros(Shape.of(count, inputs));
    Labels labels = new Labels(count);
    Var loss = new SoftmaxCrossEntropy().apply(network.apply(graph.input(input)), labels);
    Filler filler = filler(input, labels);
    return new Shard() {
      @Override
      public Var loss() {
        return loss;
      }

      @Override
      public void load(int[] batch, int from, Rng random) {
        filler.fill(batch, from, random);
      }
    };
  }

  /** All layers, on examples that are made anew each time. */
  static final class Full extends DigitObjective {
    private final SeenExamples all;
    private final int[] examples;

    /** @param examples those of this round, by number */
    Full(SeenExamples all, int[] examples) {
      super(new Sequential("logits", all.parts().sees(), all.parts().decides()), StrokeRenderer.PIXELS);
      this.all = all;
      this.examples = examples;
    }

    @Override
    Filler filler(Tensor input, Labels labels) {
      SessionMatter matter = all.matter();
      return (batch, from, random) -> {
        for (int i = 0; i < labels.size(); i++) {
          labels.set(i, matter.make(examples[batch[from + i]], random, input.rows()[i]), 1);
        }
      };
    }
  }

  /** The layers that decide, on what the others see. */
  static final class Quick extends DigitObjective {
    private final SeenExamples all;
    private final int[] examples;

    /** @param examples those of this round, by number */
    Quick(SeenExamples all, int[] examples) {
      super(all.parts().decides(), all.parts().features());
      this.all = all;
      this.examples = examples;
    }

    @Override
    Filler filler(Tensor input, Labels labels) {
      SeenExamples.Eyes eyes = all.eyes(SEEN_AT_ONCE);
      return (batch, from, unused) -> {
        for (int i = 0; i < labels.size(); i++) {
          eyes.look(examples[batch[from + i]]);
        }
        eyes.finish();
        for (int i = 0; i < labels.size(); i++) {
          int example = examples[batch[from + i]];
          System.arraycopy(all.seen()[example], 0, input.rows()[i], 0, all.parts().features());
          labels.set(i, all.classes()[example], 1);
        }
      };
    }
  }
}
