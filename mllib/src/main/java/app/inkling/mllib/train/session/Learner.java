package app.inkling.mllib.train.session;

import app.inkling.mllib.data.Batches;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Trainer;

/**
 * One kind of model in the hands of one session: what {@link Session} needs to know about digits or language,
 * and nothing about sessions. Made from a plan, the parent's model file and the samples' contents by a {@link
 * LearnerFactory}; everything it does follows from these, to the bit.
 *
 * <p>Samples are known by number: first the plan's training samples in their order, then its held-out ones.
 * One thread at a time; {@link #close} ends helpers.
 */
public interface Learner extends AutoCloseable {
  /** Puts the parent's weights back. */
  void reset();

  /**
   * Gets ready to train on these samples, from the weights as they are; the caller closes the trainer.
   *
   * @param samples numbers of training samples, ascending
   * @param seed of this round's randomness
   */
  Round round(int[] samples, long seed);

  /**
   * What a round trains with.
   *
   * @param trainer at step 0
   * @param batches of the trainer's size, at their beginning
   */
  record Round(Trainer trainer, Batches batches) {}

  /**
   * How the weights as they are do on these samples. Asked for a few at a time, so that a session can be
   * cancelled.
   */
  Outcomes measure(int[] samples);

  /** Size of the general set: what is not the user's, and never trained on. */
  int generalSize();

  /**
   * How the weights as they are do on the general set's examples {@code from} up to but not including {@code
   * to}.
   */
  Outcomes general(int from, int to);

  /** Log-loss of blind guessing in nats, such as ln 10 for digits: what no useful model exceeds. */
  double chanceLoss();

  /** The weights as they are as a model file; the same weights give the same bytes. */
  Checkpoint model();

  @Override
  void close();
}
