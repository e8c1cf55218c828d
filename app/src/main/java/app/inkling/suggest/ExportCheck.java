package app.inkling.suggest;

import androidx.annotation.WorkerThread;
import app.inkling.common.PackedFiles;
import app.inkling.data.SentenceRepository;
import app.inkling.data.SentenceRow;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whether networks learned on this phone would tell what was written on it: to be asked before they leave
 * it.
 */
public final class ExportCheck {
  private final PackedFiles files;
  private final Path directory;
  private final SentenceRepository sentences;

  /** @param directory where learned networks lie */
  public ExportCheck(PackedFiles files, Path directory, SentenceRepository sentences) {
    this.files = files;
    this.directory = directory;
    this.sentences = sentences;
  }

  /**
   * The sentences of which some learned network, in use or not, would complete a part that the one that
   * came with the app would not.
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
    String shipped = TfliteFile.sha256(packed) + ".inkling";
    KeyboardModel keyboard = KeyboardModel.load(packed);
    Set<String> told = new LinkedHashSet<>();
    try (DirectoryStream<Path> networks = Files.newDirectoryStream(directory, "*.inkling")) {
      for (Path file : networks) {
        if (!file.getFileName().toString().equals(shipped)) {
          WordNet network = NetworkFile.read(Checkpoint.read(file));
          for (OwnSentence sentence : told(keyboard, network, own)) {
            told.add(sentence.text());
          }
        }
      }
    }
    return List.copyOf(told);
  }

  /** A network of another vocabulary, from before the app's model changed, is asked in vain. */
  private static List<OwnSentence> told(KeyboardModel keyboard, WordNet network, List<OwnSentence> own) {
    return network.words() != keyboard.vocabulary().size() ? List.of()
        : Memorisation.completed(keyboard.vocabulary(), network, keyboard.network(), own);
  }
}
