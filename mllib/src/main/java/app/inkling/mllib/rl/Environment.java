package app.inkling.mllib.rl;

import app.inkling.mllib.tensor.Rng;

/** A world that is acted in step by step; one episode at a time. */
public interface Environment {
  /** Numbers of an observation. */
  int observations();

  /** Actions are 0 up to below this. */
  int actions();

  /** Begins an episode; gives the first observation. */
  float[] reset(Rng random);

  /** Acts once in an episode that has not ended. */
  Step step(int action);

  /**
   * What came of an action.
   *
   * @param observation after it, an array of its own
   * @param reward for it
   * @param ended the episode is over, and nothing more could have come of it
   * @param cutOff the episode is over because the clock says so; more could have come
   */
  record Step(float[] observation, float reward, boolean ended, boolean cutOff) {
    public boolean over() {
      return ended || cutOff;
    }
  }
}
