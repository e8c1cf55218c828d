package app.inkling.mllib.suggest;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.model.text.NgramModel;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keyboard's general model in one file: vocabulary, n-grams, network, word list, and how they are
 * mixed. What training made; what a user types never changes it. Immutable but for the network's weights,
 * which are live.
 */
public final class KeyboardModel {
  private static final String KIND = "kind";
  private static final String KEYBOARD = "keyboard";
  private static final String VOCABULARY = "vocabulary";
  private static final String NGRAMS = "ngrams";
  private static final String WORD_LIST = "word_list";
  private static final String SHARES = "network_shares";
  private static final String THRESHOLD = "threshold";

  private final Vocabulary vocabulary;
  private final NgramModel ngrams;
  private final WordList wordList;
  private final WordNet network;
  /** Null until first wanted; guarded by this object. */
  private Listing listing;
  private final Mixing mixing;
  private final Map<String, String> metadata;

  /**
   * How the parts are put together, chosen on held-out text.
   *
   * @param networkShares the network's share where the n-grams know 0, 1, 2 ... words of the context; each
   *     0 to 1
   * @param threshold see {@link Suggester#threshold}
   */
  public record Mixing(float[] networkShares, double threshold) {
    public Mixing {
      networkShares = networkShares.clone();
      for (float share : networkShares) {
        if (!(share >= 0 && share <= 1)) {
          throw new IllegalArgumentException("Mixing: a network's share is " + share + "; wants 0 to 1");
        }
      }
    }
  }

  /**
   * @param network null for a keyboard of n-grams alone
   * @param notes what else to keep in the metadata, on one line each
   */
  public KeyboardModel(Vocabulary vocabulary, NgramModel ngrams, WordList wordList, WordNet network, Mixing mixing,
      Map<String, String> notes) {
    int known = network == null ? vocabulary.size() : network.words();
    if (ngrams.words() != vocabulary.size() || known != vocabulary.size()
        || mixing.networkShares().length < ngrams.order()) {
      throw new IllegalArgumentException("KeyboardModel: the vocabulary has " + vocabulary.size()
          + " numbers, the n-grams " + ngrams.words() + ", the network " + known
          + ", and there are " + mixing.networkShares().length + " shares for order " + ngrams.order()
          + "; do they belong together?");
    }
    this.vocabulary = vocabulary;
    this.ngrams = ngrams;
    this.wordList = wordList;
    this.network = network;
    this.mixing = mixing;
    Map<String, String> all = new LinkedHashMap<>(notes);
    all.put(KIND, KEYBOARD);
    all.put(SHARES, Arrays.toString(mixing.networkShares()));
    all.put(THRESHOLD, Double.toString(mixing.threshold()));
    metadata = Map.copyOf(all);
  }

  /** Whether a file says of itself that it is a keyboard model. */
  public static boolean is(Checkpoint file) throws FormatException {
    return KEYBOARD.equals(Section.settings(file, Checkpoint.METADATA).get(KIND));
  }

  /** The model in a file. */
  public static KeyboardModel load(Path file) throws IOException {
    return load(Checkpoint.read(file));
  }

  /**
   * The model in a file's bytes.
   *
   * @throws FormatException they are damaged, or hold something else
   */
  public static KeyboardModel load(byte[] file) throws FormatException {
    return load(Checkpoint.fromBytes("keyboard model", file));
  }

  /** @throws FormatException it is damaged, or holds something else */
  public static KeyboardModel load(Checkpoint file) throws FormatException {
    KeyboardModel words = loadWords(file);
    try {
      return words.withNetwork(network(file));
    } catch (IllegalArgumentException e) {
      throw new FormatException(file.source(), "a keyboard model", e.getMessage());
    }
  }

  /**
   * The network of a keyboard's file by itself, as floats; null where there is none.
   *
   * @throws FormatException it is damaged
   */
  public static WordNet network(Checkpoint file) throws FormatException {
    return file.has(Checkpoint.WEIGHTS) ? WordNetFile.read(file) : null;
  }

  /**
   * The model in a file without its {@link #network}: half as much to wait for, and it answers by itself.
   *
   * @throws FormatException it is damaged, or holds something else
   */
  public static KeyboardModel loadWords(Checkpoint file) throws FormatException {
    String place = file.source() + ", section \"" + Checkpoint.METADATA + "\"";
    Map<String, String> metadata = Section.settings(file, Checkpoint.METADATA);
    if (!KEYBOARD.equals(metadata.get(KIND))) {
      throw new FormatException(place, KIND + "=" + KEYBOARD, KIND + "=" + metadata.get(KIND)
          + "; is it another kind of model?");
    }
    try {
      Vocabulary vocabulary =
          new Vocabulary(Arrays.asList(Section.text(file, VOCABULARY).trim().split("\n")));
      Mixing mixing = new Mixing(shares(metadata.get(SHARES)), Double.parseDouble(metadata.get(THRESHOLD)));
      return new KeyboardModel(vocabulary, NgramModel.fromBytes(file.source() + ", n-grams", file.section(NGRAMS)),
          WordList.fromBytes(file.source() + ", word list", file.section(WORD_LIST)),
          null, mixing, metadata);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new FormatException(file.source(), "a keyboard model", e.getMessage());
    }
  }

  private static float[] shares(String text) {
    String[] parts = text.substring(1, text.length() - 1).split(",");
    float[] shares = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      shares[i] = Float.parseFloat(parts[i]);
    }
    return shares;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public NgramModel ngrams() {
    return ngrams;
  }

  public WordList wordList() {
    return wordList;
  }

  /** Made once for all who suggest. */
  synchronized Listing listing() {
    if (listing == null) {
      listing = new Listing(wordList, vocabulary);
    }
    return listing;
  }

  /** The network, or null for a keyboard without. */
  public WordNet network() {
    return network;
  }

  /** The network's share of a prediction where the n-grams know so many words of the context. */
  float networkShare(int known) {
    return mixing.networkShares()[known];
  }

  public Mixing mixing() {
    return mixing;
  }

  /** Notes of its training and what else the file's metadata holds. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The same keyboard with another network of the same vocabulary, such as one that was trained further. */
  public KeyboardModel withNetwork(WordNet other) {
    return new KeyboardModel(vocabulary, ngrams, wordList, other, mixing, metadata);
  }

  /** This model as a file. */
  public Checkpoint toCheckpoint() {
    Checkpoint file = new Checkpoint()
        .with(Checkpoint.METADATA, Section.settings(metadata))
        .with(VOCABULARY, Section.text(String.join("\n", vocabulary.words()) + "\n"))
        .with(NGRAMS, ngrams.toBytes())
        .with(WORD_LIST, wordList.toBytes());
    return network == null ? file : WordNetFile.write(network, file);
  }
}
