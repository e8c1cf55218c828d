package app.inkling.mllib.suggest;

import app.inkling.mllib.data.FormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * How words are spelled, and how frequent they are: far more words than the vocabulary of the models has, for
 * completions, corrections and rarer words. Sorted by the lower-cased word, so that words with a common beginning lie
 * side by side. Immutable; any number of threads.
 */
public final class WordList {
  /** A frequency is stored as {@value #STEPS} steps to each factor of e. */
  private static final int STEPS = 12;

  private final String[] words;
  /** How each is written in the middle of a sentence; the same object as in {@code words} where all is lower case. */
  private final String[] shown;
  private final byte[] frequencies;
  private final double total;

  private WordList(String[] words, String[] shown, byte[] frequencies) {
    this.words = words;
    this.shown = shown;
    this.frequencies = frequencies;
    double sum = 0;
    for (int i = 0; i < words.length; i++) {
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
    String[] shown = new String[words.length];
    byte[] frequencies = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      String written = best.get(words[i]);
      shown[i] = written.equals(words[i]) ? words[i] : written;
      double steps = 255 + STEPS * StrictMath.log(sums.get(words[i]) / most);
      frequencies[i] = (byte) (silent.contains(words[i]) ? 0 : Math.max(1, Math.min(255, Math.round(steps))));
    }
    return new WordList(words, shown, frequencies);
  }

  static String lower(String word) {
    return word.toLowerCase(java.util.Locale.ROOT).replace('\u2019', '\'');
  }

  public int size() {
    return words.length;
  }

  /** The lower-cased word. */
  public String word(int index) {
    return words[index];
  }

  /** The word as it is written in the middle of a sentence. */
  public String shown(int index) {
    return shown[index];
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
    return isSilent(index) ? 0 : StrictMath.exp(((frequencies[index] & 0xFF) - 255) / (double) STEPS);
  }

  /** The lower-cased word's index, or a negative number. */
  public int find(String word) {
    return Arrays.binarySearch(words, word);
  }

  /** Index of the first word that begins with this, or would. */
  public int from(String prefix) {
    int at = Arrays.binarySearch(words, prefix);
    return at < 0 ? -at - 1 : at;
  }

  /** Index behind the last word that begins with this. */
  public int to(String prefix) {
    return from(prefix + Character.MAX_VALUE);
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
      out.writeInt(words.length);
      byte[] last = new byte[0];
      for (int i = 0; i < words.length; i++) {
        byte[] word = words[i].getBytes(StandardCharsets.UTF_8);
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
    for (int way = 0; way < 3; way++) {
      if (written(words[index], way).equals(shown[index])) {
        out.writeByte(way);
        return;
      }
    }
    byte[] text = shown[index].getBytes(StandardCharsets.UTF_8);
    out.writeByte(3);
    out.writeByte(text.length);
    out.write(text);
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
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      int size = in.readInt();
      if (size < 0 || size > 1 << 22) {
        throw new FormatException(source, "at most " + (1 << 22) + " words", Integer.toString(size));
      }
      String[] words = new String[size];
      String[] shown = new String[size];
      byte[] word = new byte[0];
      for (int i = 0; i < size; i++) {
        int common = in.readUnsignedByte();
        byte[] more = new byte[in.readUnsignedByte()];
        in.readFully(more);
        word = Arrays.copyOf(word, common + more.length);
        System.arraycopy(more, 0, word, common, more.length);
        words[i] = new String(word, StandardCharsets.UTF_8);
        shown[i] = readShown(in, words[i]);
      }
      byte[] frequencies = new byte[size];
      in.readFully(frequencies);
      return new WordList(words, shown, frequencies);
    } catch (FormatException known) {
      throw known;
    } catch (EOFException end) {
      throw new FormatException(source, "more words", "its end");
    } catch (IOException other) {
      throw new FormatException(source, "a packed word list", String.valueOf(other.getMessage()));
    }
  }

  private static String readShown(DataInputStream in, String word) throws IOException {
    int way = in.readUnsignedByte();
    if (way < 3) {
      return written(word, way);
    }
    byte[] text = new byte[in.readUnsignedByte()];
    in.readFully(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
