package app.inkling.mllib.suggest;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.PackedInput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * How words are spelled, and how frequent they are: far more words than the vocabulary of the models has, for
 * completions, corrections and rarer words. Sorted by the lower-cased word, so that words with a common beginning lie
 * side by side. Immutable; any number of threads.
 */
public final class WordList {
  /** A frequency is stored as {@value #STEPS} steps to each factor of e. */
  private static final int STEPS = 12;
  /** By stored byte, the most frequent word's being 1; 0 is for silent words. */
  private static final double[] FREQUENCIES = frequencies();

  /** Ways to write a word: as it is, with a capital, all in capitals, or in one of its own. */
  private static final int WAYS = 3;

  /** All words one after the other: an object for each would take five times the memory, and the time to make it. */
  private final char[] letters;
  /** Where each begins, and the end. */
  private final int[] begins;
  private final byte[] ways;
  /** How words are written in the middle of a sentence that are written in no usual way, by index. */
  private final Map<Integer, String> odd;
  private final byte[] frequencies;
  private final double total;

  private WordList(char[] letters, int[] begins, byte[] ways, Map<Integer, String> odd, byte[] frequencies) {
    this.letters = letters;
    this.begins = begins;
    this.ways = ways;
    this.odd = odd;
    this.frequencies = frequencies;
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += frequency(i);
    }
    total = sum;
  }

  /**
   * @param entries how each word is written in the middle of a sentence, to how often it occurs, above 0; of several
   *     that differ in capitals alone the most frequent way of writing wins and all count together
   * @param silent lower-cased words that are known but never suggested
   */
  public static WordList of(Map<String, Double> entries, Set<String> silent) {
    TreeMap<String, Double> sums = new TreeMap<>();
    Map<String, String> best = new TreeMap<>();
    entries.forEach((written, count) -> {
      String word = lower(written);
      sums.merge(word, count, Double::sum);
      best.merge(word, written, (a, b) -> entries.get(a) > entries.get(b)
          || entries.get(a).equals(entries.get(b)) && a.compareTo(b) > 0 ? a : b);
    });
    double most = sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    String[] words = sums.keySet().toArray(new String[0]);
    int[] begins = new int[words.length + 1];
    byte[] ways = new byte[words.length];
    Map<Integer, String> odd = new HashMap<>();
    byte[] frequencies = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      begins[i + 1] = begins[i] + words[i].length();
      String shown = best.get(words[i]);
      ways[i] = way(words[i], shown);
      if (ways[i] == WAYS) {
        odd.put(i, shown);
      }
      double steps = 255 + STEPS * StrictMath.log(sums.get(words[i]) / most);
      frequencies[i] = (byte) (silent.contains(words[i]) ? 0 : Math.max(1, Math.min(255, Math.round(steps))));
    }
    return new WordList(String.join("", words).toCharArray(), begins, ways, odd, frequencies);
  }

  private static byte way(String word, String shown) {
    byte way = 0;
    while (way < WAYS && !written(word, way).equals(shown)) {
      way++;
    }
    return way;
  }

  static String lower(String word) {
    return word.toLowerCase(java.util.Locale.ROOT).replace('\u2019', '\'');
  }

  public int size() {
    return ways.length;
  }

  /** The lower-cased word. */
  public String word(int index) {
    return new String(letters, begins[index], length(index));
  }

  /** The word as it is written in the middle of a sentence. */
  public String shown(int index) {
    return ways[index] == WAYS ? odd.get(index) : written(word(index), ways[index]);
  }

  /** Share of this word among all of the list's, 0 to 1. */
  public double share(int index) {
    return frequency(index) / total;
  }

  /** Whether this is a word but never to be suggested, unless the user typed it. */
  public boolean isSilent(int index) {
    return frequencies[index] == 0;
  }

  private double frequency(int index) {
    return FREQUENCIES[frequencies[index] & 0xFF];
  }

  private static double[] frequencies() {
    double[] all = new double[256];
    for (int steps = 1; steps < all.length; steps++) {
      all[steps] = StrictMath.exp((steps - 255) / (double) STEPS);
    }
    return all;
  }

  /** Letters of the lower-cased word. */
  int length(int index) {
    return begins[index + 1] - begins[index];
  }

  /** A letter of the lower-cased word. */
  char letter(int index, int at) {
    return letters[begins[index] + at];
  }

  /** The lower-cased word's index, or a negative number. */
  public int find(String word) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, word);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /** The order of {@link String#compareTo}. */
  private int compare(int index, String word) {
    int begin = begins[index];
    int length = begins[index + 1] - begin;
    int common = Math.min(length, word.length());
    for (int i = 0; i < common; i++) {
      int difference = letters[begin + i] - word.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return length - word.length();
  }

  /**
   * The file, packed with DEFLATE: number of words (int); for each the number of bytes it shares with the one before
   * (byte), the number of its other bytes (byte), these in UTF-8, and how it is written: 0 in lower case, 1 with its
   * first letter as a capital, 2 all in capitals, 3 followed by length (byte) and text; at the end a byte of frequency
   * each, 0 for a silent word.
   */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, new Deflater(9)))) {
      out.writeInt(size());
      byte[] last = new byte[0];
      for (int i = 0; i < size(); i++) {
        byte[] word = word(i).getBytes(StandardCharsets.UTF_8);
        int common = common(last, word);
        out.writeByte(common);
        out.writeByte(word.length - common);
        out.write(word, common, word.length - common);
        writeShown(out, i);
        last = word;
      }
      out.write(frequencies);
    } catch (IOException impossible) {
      throw new AssertionError("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }

  private static int common(byte[] a, byte[] b) {
    int most = Math.min(255, Math.min(a.length, b.length));
    int common = 0;
    while (common < most && a[common] == b[common]) {
      common++;
    }
    return common;
  }

  private void writeShown(DataOutputStream out, int index) throws IOException {
    out.writeByte(ways[index]);
    if (ways[index] == WAYS) {
      byte[] text = odd.get(index).getBytes(StandardCharsets.UTF_8);
      out.writeByte(text.length);
      out.write(text);
    }
  }

  private static String written(String word, int way) {
    return way == 0 ? word : way == 1 ? Casing.capitalised(word) : word.toUpperCase(java.util.Locale.ROOT);
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param source for errors
   * @throws FormatException the bytes are damaged or something else
   */
  public static WordList fromBytes(String source, byte[] bytes) throws FormatException {
    try (PackedInput in = new PackedInput(bytes)) {
      int size = in.integer();
      if (size < 0 || size > 1 << 22) {
        throw new FormatException(source, "at most " + (1 << 22) + " words", Integer.toString(size));
      }
      char[] letters = new char[10 * size];
      int[] begins = new int[size + 1];
      byte[] ways = new byte[size];
      Map<Integer, String> odd = new HashMap<>();
      byte[] word = new byte[2 * 255];
      for (int i = 0; i < size; i++) {
        int common = in.unsignedByte();
        int length = common + in.unsignedByte();
        in.bytes(word, common, length);
        if (letters.length - begins[i] < length) {
          letters = Arrays.copyOf(letters, 2 * letters.length + length);
        }
        begins[i + 1] = decode(word, length, letters, begins[i]);
        ways[i] = (byte) Math.min(WAYS, in.unsignedByte());
        if (ways[i] == WAYS) {
          odd.put(i, text(in));
        }
      }
      byte[] frequencies = new byte[size];
      in.bytes(frequencies);
      return new WordList(Arrays.copyOf(letters, begins[size]), begins, ways, odd, frequencies);
    } catch (FormatException known) {
      throw known;
    } catch (EOFException end) {
      throw new FormatException(source, "more words", "its end");
    } catch (IOException other) {
      throw new FormatException(source, "a packed word list", String.valueOf(other.getMessage()));
    }
  }

  /** UTF-8 to letters, of which most are ASCII; returns where they end. */
  private static int decode(byte[] word, int length, char[] letters, int begin) {
    for (int i = 0; i < length; i++) {
      if (word[i] < 0) {
        String text = new String(word, 0, length, StandardCharsets.UTF_8);
        text.getChars(0, text.length(), letters, begin);
        return begin + text.length();
      }
      letters[begin + i] = (char) word[i];
    }
    return begin + length;
  }

  private static String text(PackedInput in) throws IOException {
    byte[] text = new byte[in.unsignedByte()];
    in.bytes(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
