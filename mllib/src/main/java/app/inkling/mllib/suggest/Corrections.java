package app.inkling.mllib.suggest;

/**
 * Words of the list that may be meant by what was typed, with slips: a neighbouring key, two keys in the wrong order, a
 * key too many or too few, a missing apostrophe. The words whose beginning was typed come for free.
 *
 * <p>A slip has a price, the negative logarithm of how often it happens; a word's price is the least of all ways to
 * get from its beginning to what was typed (Damerau 1964; Brill and Moore 2000, "An improved error model for noisy
 * channel spelling correction"). The search goes through the list as through a tree, one row of the table of edits a
 * letter, and leaves a branch when its row has nothing below the limit.
 */
final class Corrections {
  private static final float NEIGHBOUR = 3.5f;
  private static final float OTHER_KEY = 6.5f;
  private static final float SWAPPED = 4;
  private static final float TOO_FEW = 4.5f;
  private static final float DOUBLED = 3;
  private static final float TOO_MANY = 4.5f;
  private static final float APOSTROPHE = 0.7f;
  private static final float FIRST_LETTER = 1.5f;
  private static final float ACCENT = 0.5f;
  private static final int LONGEST = 32;

  /** Hears of each group of words. */
  interface Found {
    /**
     * @param from index of the first word
     * @param to index behind the last
     * @param price 0 for those that begin with what was typed
     */
    void words(int from, int to, float price);
  }

  private final WordList list;
  private final float[][] rows = new float[LONGEST + 8][LONGEST + 1];
  private final char[] path = new char[LONGEST + 8];
  private String typed;
  private float limit;
  private Found found;

  Corrections(WordList list) {
    this.list = list;
  }

  /** Calls {@code found} for all words within what so many letters may cost; a word may come more than once. */
  void search(String word, Found consumer) {
    if (word.length() > LONGEST) {
      return;
    }
    typed = word;
    found = consumer;
    int length = word.length();
    limit = length <= 1 ? APOSTROPHE : length == 2 ? 5 : length < 6 ? 7 : 9;
    for (int j = 0; j <= length; j++) {
      rows[0][j] = j * TOO_MANY + (j > 0 ? FIRST_LETTER : 0);
    }
    descend(0, list.size(), 0);
  }

  /** The words from {@code lo} to {@code hi} share {@code depth} letters, those of {@code path}. */
  private void descend(int lo, int hi, int depth) {
    int at = lo;
    while (at < hi && list.length(at) == depth) {
      at++;
    }
    while (at < hi) {
      char letter = list.letter(at, depth);
      int end = endOf(at, hi, depth, letter);
      path[depth] = letter;
      float least = fill(depth + 1);
      float[] row = rows[depth + 1];
      if (row[typed.length()] <= limit) {
        found.words(at, end, row[typed.length()]);
      }
      if (least <= limit && depth + 2 < rows.length && depth < typed.length() + 3) {
        descend(at, end, depth + 1);
      }
      at = end;
    }
  }

  /** Where the words end whose letter at {@code depth} is this one. */
  private int endOf(int from, int hi, int depth, char letter) {
    int low = from;
    int high = hi;
    while (low + 1 < high) {
      int middle = (low + high) >>> 1;
      if (list.letter(middle, depth) == letter) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The row of edits for {@code depth} letters of a word; returns its least price. */
  private float fill(int depth) {
    float[] row = rows[depth];
    float[] above = rows[depth - 1];
    char letter = path[depth - 1];
    float first = depth == 1 ? FIRST_LETTER : 0;
    float missing = letter == '\'' ? APOSTROPHE : depth > 1 && letter == path[depth - 2] ? DOUBLED : TOO_FEW + first;
    row[0] = above[0] + missing;
    float least = row[0];
    for (int j = 1; j <= typed.length(); j++) {
      char key = typed.charAt(j - 1);
      boolean again = j > 1 && key == typed.charAt(j - 2);
      float best = above[j - 1] + (key == letter ? 0 : price(key, letter) + first);
      best = Math.min(best, above[j] + missing);
      best = Math.min(best, row[j - 1] + (again ? DOUBLED : TOO_MANY));
      if (depth > 1 && j > 1 && key == path[depth - 2] && typed.charAt(j - 2) == letter) {
        best = Math.min(best, rows[depth - 2][j - 2] + SWAPPED + (depth == 2 ? FIRST_LETTER : 0));
      }
      row[j] = best;
      least = Math.min(least, best);
    }
    return least;
  }

  private static float price(char key, char letter) {
    if (letter > 127 && Keys.base(letter) == key) {
      return ACCENT;
    }
    return Keys.areNeighbours(key, letter) ? NEIGHBOUR : OTHER_KEY;
  }
}
