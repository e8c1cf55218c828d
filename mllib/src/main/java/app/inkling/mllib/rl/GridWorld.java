package app.inkling.mllib.rl;

import app.inkling.mllib.tensor.Rng;
import java.util.List;

/**
 * A floor plan to find one's way on:
 * <pre>
 * S..X      S start, . floor, # wall, X a hole, G the goal
 * .#..
 * ...G
 * </pre>
 * Observation: 1 at the field one is on and else 0. Actions: up, right, down, left; into a wall or off the
 * plan one stays. Reward: 1 at the goal and -1 in a hole, which end the episode, and a little less than 0 for
 * every step, so that the shortest way is the best.
 */
public final class GridWorld implements Environment {
  private static final float STEP = -0.02f;
  private static final int[] DOWN = {-1, 0, 1, 0};
  private static final int[] ACROSS = {0, 1, 0, -1};

  private final List<String> lines;
  private final int limit;
  private final int startLine;
  private final int startColumn;
  private int line;
  private int column;
  private int steps;

  /**
   * @param limit steps of an episode at most
   * @param lines of one length, with one S
   */
  public GridWorld(int limit, String... lines) {
    this.limit = limit;
    this.lines = List.of(lines);
    String all = String.join("", lines);
    int start = all.indexOf('S');
    boolean even = this.lines.stream().allMatch(each -> each.length() == lines[0].length());
    if (!even || start < 0 || !all.matches("[S.#XG]*")) {
      throw new IllegalArgumentException("GridWorld: got " + this.lines
          + "; wants lines of one length of S . # X G, with a start S");
    }
    startLine = start / lines[0].length();
    startColumn = start % lines[0].length();
  }

  @Override
  public int observations() {
    return lines.size() * lines.get(0).length();
  }

  @Override
  public int actions() {
    return DOWN.length;
  }

  @Override
  public float[] reset(Rng random) {
    line = startLine;
    column = startColumn;
    steps = 0;
    return observation();
  }

  private float[] observation() {
    float[] fields = new float[observations()];
    fields[line * lines.get(0).length() + column] = 1;
    return fields;
  }

  @Override
  public Step step(int action) {
    int toLine = line + DOWN[action];
    int toColumn = column + ACROSS[action];
    if (field(toLine, toColumn) != '#') {
      line = toLine;
      column = toColumn;
    }
    steps++;
    char here = field(line, column);
    float reward = here == 'G' ? 1 : here == 'X' ? -1 : STEP;
    boolean ended = here == 'G' || here == 'X';
    return new Step(observation(), reward, ended, !ended && steps >= limit);
  }

  /** Beyond the edges it is wall. */
  private char field(int atLine, int atColumn) {
    boolean inside = atLine >= 0 && atLine < lines.size() && atColumn >= 0
        && atColumn < lines.get(0).length();
    return inside ? lines.get(atLine).charAt(atColumn) : '#';
  }
}
