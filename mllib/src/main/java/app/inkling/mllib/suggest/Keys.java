package app.inkling.mllib.suggest;

import java.text.Normalizer;

/** Where letters lie on an English keyboard. */
final class Keys {
  private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  /** By how much of a key each row is moved to the right. */
  private static final double[] SHIFTS = {0, 0.5, 1.5};
  /** Farthest that two neighbouring keys' middles are apart, in widths of a key. */
  private static final double NEAR = 1.3;
  private static final boolean[][] NEIGHBOURS = neighbours();

  private Keys() {}

  /** Whether a finger may hit one for the other. */
  static boolean areNeighbours(char a, char b) {
    return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && NEIGHBOURS[a - 'a'][b - 'a'];
  }

  /** The letter without its accent. */
  static char base(char letter) {
    return Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
  }

  private static boolean[][] neighbours() {
    boolean[][] near = new boolean[26][26];
    for (int row = 0; row < ROWS.length; row++) {
      for (int column = 0; column < ROWS[row].length(); column++) {
        for (int otherRow = 0; otherRow < ROWS.length; otherRow++) {
          for (int other = 0; other < ROWS[otherRow].length(); other++) {
            double across = column + SHIFTS[row] - other - SHIFTS[otherRow];
            double down = row - otherRow;
            near[ROWS[row].charAt(column) - 'a'][ROWS[otherRow].charAt(other) - 'a'] =
                across * across + down * down < NEAR * NEAR;
          }
        }
      }
    }
    return near;
  }
}
