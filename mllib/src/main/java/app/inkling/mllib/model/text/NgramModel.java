package app.inkling.mllib.model.text;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.PackedInput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;

/**
 * A small n-gram model that backs off, its numbers one byte each: the n-grams of a {@link KneserNey} that matter most.
 *
 * <pre>
 * p(w | h) = p[hw]               where hw is kept
 *          = b[h] p(w | h')      where not; b[h] = 1 where h is not kept; h' is h without its first word
 * </pre>
 *
 * The n-grams are a tree: those that continue h lie side by side, sorted by word. A probability is a number of a table
 * of 256 per level, so that it is stored within about 3 %. Immutable; any number of threads.
 */
public final class NgramModel {
  private static final int TABLE = 256;
  private static final int MOST_WORDS = 1 << 16;

  private final Level[] levels;

  /** Level n - 1 of {@code levels} holds the n-grams. */
  NgramModel(Level[] levels) {
    this.levels = levels;
  }

  /** One length of n-grams, in the order of the tree. */
  static final class Level {
    final char[] words;
    final byte[] probabilities;
    /** Null on the last level. */
    final byte[] backOffs;
    /** Where the continuations of each begin on the next level, one more than there are n-grams; null on the last. */
    final int[] children;
    final float[] probabilityTable;
    final float[] backOffTable;

    Level(char[] words, byte[] probabilities, byte[] backOffs, int[] children, float[] probabilityTable,
        float[] backOffTable) {
      this.words = words;
      this.probabilities = probabilities;
      this.backOffs = backOffs;
      this.children = children;
      this.probabilityTable = probabilityTable;
      this.backOffTable = backOffTable;
    }

    float probability(int node) {
      return probabilityTable[probabilities[node] & 0xFF];
    }

    float backOff(int node) {
      return backOffTable[backOffs[node] & 0xFF];
    }
  }

  /** Longest n-gram. */
  public int order() {
    return levels.length;
  }

  /** Numbers of the vocabulary. */
  public int words() {
    return levels[0].words.length;
  }

  /** N-grams of this length. */
  public int size(int n) {
    return levels[n - 1].words.length;
  }

  /**
   * Probabilities of all words after others.
   *
   * @param context numbers of the words before, the last one last, {@link Vocabulary#START} first where the sentence
   *     is no longer; only the last {@code order - 1} are looked at
   * @param out gets a probability for each number, 0 for {@code START}; they sum to 1
   * @return length of the longest part of the context that is known, 0 for none
   */
  public int fill(int[] context, float[] out) {
    Level unigrams = levels[0];
    int words = words();
    for (int word = 0; word < words; word++) {
      out[word] = unigrams.probability(word);
    }
    int known = 0;
    for (int length = 1; length < levels.length && length <= context.length; length++) {
      int node = find(context, context.length - length);
      if (node >= 0) {
        extend(length, node, out);
        known = length;
      }
    }
    out[Vocabulary.START] = 0;
    double sum = 0;
    for (int word = 0; word < words; word++) {
      sum += out[word];
    }
    float scale = (float) (1 / sum);
    for (int word = 0; word < words; word++) {
      out[word] *= scale;
    }
    return known;
  }

  /** From the probabilities after a context to those after one that is longer by one word, of {@code length}. */
  private void extend(int length, int node, float[] out) {
    Level level = levels[length - 1];
    Level next = levels[length];
    int from = level.children[node];
    int to = level.children[node + 1];
    float backOff = level.backOff(node);
    for (int word = 0; word < words(); word++) {
      out[word] *= backOff;
    }
    for (int child = from; child < to; child++) {
      out[next.words[child]] = next.probability(child);
    }
  }

  private int find(int[] context, int from) {
    int node = context[from];
    for (int i = from + 1; i < context.length && node >= 0; i++) {
      Level level = levels[i - from - 1];
      int child = Arrays.binarySearch(levels[i - from].words, level.children[node], level.children[node + 1],
          (char) context[i]);
      node = child;
    }
    return node;
  }

  /**
   * The file, packed with DEFLATE; numbers are big-endian, "short" numbers have 7 bits a byte, the lowest first.
   * <pre>
   * order            byte
   * for each level:  number of n-grams          int
   *                  table of probabilities     256 floats
   *                  words                      short numbers: the first of a context, then the distances (level 1: none)
   *                  probabilities              a byte each
   *                  but on the last level:     table of back-off weights, 256 floats; back-off weights, a byte each;
   *                                             numbers of continuations, short numbers
   * </pre>
   */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes,
        new java.util.zip.Deflater(9)))) {
      out.writeByte(levels.length);
      for (int n = 0; n < levels.length; n++) {
        write(out, n);
      }
    } catch (IOException impossible) {
      throw new AssertionError("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }

  private void write(DataOutputStream out, int n) throws IOException {
    Level level = levels[n];
    out.writeInt(level.words.length);
    writeTable(out, level.probabilityTable);
    if (n > 0) {
      int[] begins = levels[n - 1].children;
      for (int context = 0; context + 1 < begins.length; context++) {
        int last = 0;
        for (int node = begins[context]; node < begins[context + 1]; node++) {
          writeShort(out, level.words[node] - last);
          last = level.words[node];
        }
      }
    }
    out.write(level.probabilities);
    if (level.children != null) {
      writeTable(out, level.backOffTable);
      out.write(level.backOffs);
      for (int node = 0; node < level.words.length; node++) {
        writeShort(out, level.children[node + 1] - level.children[node]);
      }
    }
  }

  private static void writeTable(DataOutputStream out, float[] table) throws IOException {
    for (float value : table) {
      out.writeFloat(value);
    }
  }

  private static void writeShort(DataOutputStream out, int number) throws IOException {
    int rest = number;
    for (; rest >= 0x80; rest >>>= 7) {
      out.writeByte(rest & 0x7F | 0x80);
    }
    out.writeByte(rest);
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param source for errors
   * @throws FormatException the bytes are damaged or something else
   */
  public static NgramModel fromBytes(String source, byte[] bytes) throws FormatException {
    try (PackedInput in = new PackedInput(bytes)) {
      int order = in.unsignedByte();
      require(source, order >= 1, "an order of at least 1", order);
      Level[] levels = new Level[order];
      int[] begins = null;
      for (int n = 0; n < order; n++) {
        levels[n] = read(source, in, begins, n + 1 < order);
        begins = levels[n].children;
      }
      return new NgramModel(levels);
    } catch (FormatException known) {
      throw known;
    } catch (EOFException end) {
      throw new FormatException(source, "more n-grams", "its end");
    } catch (IOException other) {
      throw new FormatException(source, "a packed n-gram model", String.valueOf(other.getMessage()));
    }
  }

  private static Level read(String source, PackedInput in, int[] begins, boolean continued) throws IOException {
    int size = in.integer();
    int most = begins == null ? MOST_WORDS : begins[begins.length - 1];
    require(source, size >= 0 && size <= most && (begins == null || size == most), most + " n-grams", size);
    float[] probabilityTable = readTable(in);
    char[] words = new char[size];
    for (int context = 0; begins == null && context < size; context++) {
      words[context] = (char) context;
    }
    for (int context = 0; begins != null && context + 1 < begins.length; context++) {
      readWords(source, in, words, begins[context], begins[context + 1]);
    }
    byte[] probabilities = new byte[size];
    in.bytes(probabilities);
    if (!continued) {
      return new Level(words, probabilities, null, null, probabilityTable, null);
    }
    float[] backOffTable = readTable(in);
    byte[] backOffs = new byte[size];
    in.bytes(backOffs);
    int[] children = new int[size + 1];
    for (int node = 0; node < size; node++) {
      children[node + 1] = children[node] + in.shortNumber();
      if (children[node + 1] < children[node]) {
        throw new FormatException(source, "at most 2^31 n-grams", Integer.toString(children[node + 1]));
      }
    }
    return new Level(words, probabilities, backOffs, children, probabilityTable, backOffTable);
  }

  /** The words after one context: a method of its own is compiled early, a loop within loops late. */
  private static void readWords(String source, PackedInput in, char[] words, int from, int to) throws IOException {
    int word = 0;
    for (int node = from; node < to; node++) {
      word += in.shortNumber();
      if (word < 0 || word >= MOST_WORDS) {
        throw new FormatException(source, "a word's number below " + MOST_WORDS, Integer.toString(word));
      }
      words[node] = (char) word;
    }
  }

  private static float[] readTable(PackedInput in) throws IOException {
    float[] table = new float[TABLE];
    for (int i = 0; i < TABLE; i++) {
      table[i] = Float.intBitsToFloat(in.integer());
    }
    return table;
  }

  private static void require(String source, boolean truth, String wanted, int got) throws FormatException {
    if (!truth) {
      throw new FormatException(source, wanted, Integer.toString(got));
    }
  }
}
