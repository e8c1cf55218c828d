package app.inkling.mllib.suggest;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.train.Checkpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * A {@link PersonalModel} as bytes: a checkpoint with one section {@value #SECTION}. Numbers big-endian, text as
 * {@code writeUTF}: clock, base, sentences (longs); number of words (int), for each the word, how it is written, its
 * uses (int); the single words' counts; number of contexts (int), for each its key (long) and counts. Counts are their
 * number (int), then word (int) and weight (double) of each.
 */
final class PersonalFile {
  static final String SECTION = "personal";

  private PersonalFile() {}

  static byte[] write(PersonalModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(model.clock);
      out.writeLong(model.base);
      out.writeLong(model.sentences);
      out.writeInt(model.words.size());
      for (int i = 0; i < model.words.size(); i++) {
        // A forgotten word leaves its number behind, but not itself.
        boolean kept = model.uses[i] > 0;
        out.writeUTF(kept ? model.words.get(i) : "");
        out.writeUTF(kept ? model.written.get(i) : "");
        out.writeInt(model.uses[i]);
      }
      write(out, model.unigrams);
      out.writeInt(model.contexts.size());
      for (Map.Entry<Long, PersonalModel.Counts> entry : new java.util.TreeMap<>(model.contexts).entrySet()) {
        out.writeLong(entry.getKey());
        write(out, entry.getValue());
      }
    } catch (IOException impossible) {
      throw new AssertionError("writing to memory", impossible);
    }
    return new Checkpoint().with(SECTION, bytes.toByteArray()).toBytes();
  }

  private static void write(DataOutputStream out, PersonalModel.Counts counts) throws IOException {
    out.writeInt(counts.size);
    for (int i = 0; i < counts.size; i++) {
      out.writeInt(counts.words[i]);
      out.writeDouble(counts.weights[i]);
    }
  }

  static void read(byte[] bytes, PersonalModel into) throws FormatException {
    String source = "learned words";
    byte[] section = Checkpoint.fromBytes(source, bytes).section(SECTION);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(section))) {
      into.clock = in.readLong();
      into.base = in.readLong();
      into.sentences = in.readLong();
      int words = in.readInt();
      for (int i = 0; i < words; i++) {
        into.put(in.readUTF(), in.readUTF(), in.readInt());
      }
      read(in, into.unigrams, words);
      int contexts = in.readInt();
      for (int i = 0; i < contexts; i++) {
        PersonalModel.Counts counts = new PersonalModel.Counts();
        into.contexts.put(in.readLong(), counts);
        read(in, counts, words);
      }
      into.countNgrams();
    } catch (FormatException known) {
      throw known;
    } catch (IOException | RuntimeException other) {
      throw new FormatException(source, "words and counts that belong together", String.valueOf(other.getMessage()));
    }
  }

  private static void read(DataInputStream in, PersonalModel.Counts counts, int words) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      int word = in.readInt();
      double weight = in.readDouble();
      if (word < 0 || word >= words || !(weight >= 0)) {
        throw new FormatException("learned words", "a word below " + words + " with a weight", word + ", " + weight);
      }
      counts.add(word, weight);
    }
  }
}
