package app.inkling.suggest;

import androidx.annotation.WorkerThread;
import app.inkling.common.PackedFiles;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.data.SentenceRepository;
import app.inkling.data.SentenceRow;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.learning.Memorisation;
import app.inkling.mllib.suggest.learning.NetworkFile;
import app.inkling.mllib.suggest.learning.OwnSentence;
import app.inkling.mllib.tflite.TfliteFile;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whether networks learned on this phone would tell what was written on it: to be asked before they leave
 * it.
 */
public final class ExportCheck {
  private static final String SUFFIX = ".inkling";

  private final PackedFiles files;
  private final Path directory;
  private final ModelVersions versions;
  private final SentenceRepository sentences;

  /** @param directory where learned networks lie, named by their checksums */
  public ExportCheck(PackedFiles files, Path directory, ModelVersions versions, SentenceRepository sentences) {
    this.files = files;
    this.directory = directory;
    this.versions = versions;
    this.sentences = sentences;
  }

  /**
   * The sentences of which some learned network, in use or not, would complete a part that the one it was
   * trained from, which came with the app, would not.
   *
   * @throws IOException a network can't be read, so that nobody knows
   */
  @WorkerThread
  public List<String> told() throws IOException {
    List<SentenceRow> written = sentences.all();
    if (written.isEmpty() || !Files.isDirectory(directory)) {
      return List.of();
    }
    List<OwnSentence> own = new ArrayList<>();
    for (SentenceRow row : written) {
      own.add(new OwnSentence(UUID.fromString(row.id), row.text));
    }
    byte[] packed = files.read(PhoneWords.MODEL);
    String shipped = TfliteFile.sha256(packed);
    Map<String, KeyboardModel> bases = new HashMap<>(Map.of(shipped, KeyboardModel.load(packed)));
    Set<String> told = new LinkedHashSet<>();
    try (DirectoryStream<Path> networks = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : networks) {
        String name = file.getFileName().toString();
        String base = base(name.substring(0, name.length() - SUFFIX.length()), shipped);
        if (!bases.containsKey(base)) {
          bases.put(base, KeyboardModel.load(Files.readAllBytes(directory.resolve(base + SUFFIX))));
        }
        if (!name.equals(base + SUFFIX)) {
          WordNet network = NetworkFile.read(Checkpoint.read(file));
          for (OwnSentence sentence : told(bases.get(base), network, own)) {
            told.add(sentence.text());
          }
        }
      }
    }
    return List.copyOf(told);
  }

  /** The keyboard whose vocabulary a network speaks: that of an earlier app, if an update came since. */
  private String base(String sha256, String shipped) {
    return versions.all(ModelVersionRow.WORDS).stream().filter(row -> row.sha256.equals(sha256))
        .map(row -> versions.root(row).sha256).findFirst().orElse(shipped);
  }

  private static List<OwnSentence> told(KeyboardModel keyboard, WordNet network, List<OwnSentence> own)
      throws FormatException {
    if (network.words() != keyboard.vocabulary().size()) {
      throw new FormatException("a learned network", "one of " + keyboard.vocabulary().size() + " words",
          "one of " + network.words());
    }
    return Memorisation.completed(keyboard.vocabulary(), network, keyboard.network(), own);
  }
}
