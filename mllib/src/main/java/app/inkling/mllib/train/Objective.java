package app.inkling.mllib.train;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Rng;

/** What a {@link Trainer} makes small: a loss over examples that are known by number. */
public interface Objective {
  /**
   * Records network and loss for so many examples at once on an empty graph. Called once for each shard; the
   * shards share the parameters and nothing else. Behind a step, logits may hold their gradient: see
   * {@link Graph#overwriteLogits}.
   */
  Shard record(Graph graph, int examples);

  /** The recorded part of a batch; used by one thread at a time. */
  interface Shard {
    /** Mean loss over the shard's examples, of shape [1]. */
    Var loss();

    /**
     * Fills the graph's inputs.
     *
     * @param examples numbers of a whole batch's examples; this shard's are those from {@code from} on
     * @param rng for augmentation; its numbers depend on the seed, the step and the shard alone
     */
    void load(int[] examples, int from, Rng rng);
  }
}
