package app.inkling.mllib.rl;

import app.inkling.mllib.tensor.Rng;

/** The last steps made, to be learned from in random order (Lin 1992); the oldest is forgotten first. */
final class ReplayMemory {
  private final float[][] before;
  private final float[][] after;
  private final int[] action;
  private final float[] reward;
  private final boolean[] ended;
  private long added;

  /** @param capacity steps at most */
  ReplayMemory(int capacity) {
    before = new float[capacity][];
    after = new float[capacity][];
    action = new int[capacity];
    reward = new float[capacity];
    ended = new boolean[capacity];
  }

  /** Takes the arrays as they are. */
  void add(float[] seen, int done, Environment.Step step) {
    int at = (int) (added++ % action.length);
    before[at] = seen;
    after[at] = step.observation();
    action[at] = done;
    reward[at] = step.reward();
    ended[at] = step.ended();
  }

  int size() {
    return (int) Math.min(added, action.length);
  }

  /** Numbers of some remembered steps, any of them several times. */
  int[] draw(int count, Rng random) {
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = random.nextInt(size());
    }
    return drawn;
  }

  float[] before(int step) {
    return before[step];
  }

  float[] after(int step) {
    return after[step];
  }

  int action(int step) {
    return action[step];
  }

  float reward(int step) {
    return reward[step];
  }

  /** Whether nothing more could have come; not after the clock's end. */
  boolean ended(int step) {
    return ended[step];
  }
}
