package app.inkling.suggest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import android.app.Application;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.common.PackedFiles;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.data.SentenceRepository;
import app.inkling.mllib.model.text.KneserNey;
import app.inkling.mllib.model.text.NgramPruning;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.WordList;
import app.inkling.mllib.suggest.learning.NetworkFile;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tflite.TfliteFile;
import app.inkling.testing.Secret;
import app.inkling.testing.Waiting;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/**
 * The check before an export once an update of the app has brought a keyboard with other words: what was
 * learned before it speaks the former words, and is asked in those.
 */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class ExportCheckTest {
  private static final String FORMER_WORDS = "seven blue number the window garden my dog ran home";
  private static final String PRESENT_WORDS =
      "the my your dog cat garden window number blue seven eight nine";

  @Rule
  public final TemporaryFolder temporary = new TemporaryFolder();

  private final AppExecutors executors = AppExecutors.create();
  private final InklingDatabase database =
      InklingDatabase.open(ApplicationProvider.getApplicationContext(), executors.disk());
  private final ModelVersions versions = new ModelVersions(database);
  private final SentenceRepository sentences = new SentenceRepository(database, executors);
  private final KeyboardModel former = keyboard(FORMER_WORDS, 2);

  @Before
  public void write() {
    sentences.add(Secret.SENTENCE, 1, stored -> { });
    sentences.add("my dog ran home", 2, stored -> { });
    Waiting.settle(executors);
  }

  @After
  public void stop() {
    Waiting.close(executors, database);
  }

  private static KeyboardModel keyboard(String words, long seed) {
    Vocabulary vocabulary = new Vocabulary(List.of(words.split(" ")));
    int[] sentence = vocabulary.numbers(vocabulary.words());
    return new KeyboardModel(vocabulary,
        NgramPruning.prune(new KneserNey(List.of(sentence), 2, vocabulary.size()), 100),
        WordList.of(Map.of("the", 1.0), Set.of()),
        new WordNet(vocabulary.size(), new WordNet.Size(8, 12), 0, new Rng(seed)),
        new KeyboardModel.Mixing(new float[] {0.5f, 0.5f}, 0), Map.of());
  }

  /** As the app left them before its update: its keyboard, and what was learned from it since. */
  private void keepFormer(WordNet learned) throws Exception {
    String factory = TfliteFile.sha256(former.toCheckpoint().toBytes());
    Files.write(file(factory), former.toCheckpoint().toBytes());
    byte[] network = NetworkFile.write(learned).toBytes();
    Files.write(file(TfliteFile.sha256(network)), network);
    ModelVersionRow row = new ModelVersionRow();
    row.id = "00000000-0000-4000-8000-000000000001";
    row.kind = ModelVersionRow.WORDS;
    row.sha256 = TfliteFile.sha256(network);
    row.file = row.sha256 + ".inkling";
    row.origin = ModelVersionRow.TRAINED;
    row.accepted = true;
    onDisk(() -> {
      row.parent = versions.registerShipped(ModelVersionRow.WORDS, "former", factory, "", 1);
      versions.add(List.of(row), List.of());
      return List.of();
    });
  }

  private Path file(String sha256) {
    return temporary.getRoot().toPath().resolve(sha256 + ".inkling");
  }

  private List<String> told() throws Exception {
    byte[] present = keyboard(PRESENT_WORDS, 1).toCheckpoint().toBytes();
    PackedFiles files = new PackedFiles() {
      @Override
      public byte[] read(String name) {
        return present;
      }

      @Override
      public ByteBuffer map(String name) throws FileNotFoundException {
        throw new FileNotFoundException(name);
      }
    };
    return onDisk(new ExportCheck(files, temporary.getRoot().toPath(), versions, sentences)::told);
  }

  private interface Work {
    List<String> run() throws IOException;
  }

  private List<String> onDisk(Work work) throws Exception {
    FutureTask<List<String>> task = new FutureTask<>(work::run);
    executors.disk().execute(task);
    return task.get(60, TimeUnit.SECONDS);
  }

  @Test
  public void asksWhatWasLearnedBeforeAnUpdateInItsOwnWords() throws Exception {
    WordNet learned = keyboard(FORMER_WORDS, 2).network();
    Secret.plant(former.vocabulary(), learned, 300);
    keepFormer(learned);
    assertEquals(List.of(Secret.SENTENCE), told());
  }

  @Test
  public void whatTheFormerKeyboardItselfSaysIsNoSecret() throws Exception {
    Secret.plant(former.vocabulary(), former.network(), 300);
    keepFormer(former.network());
    assertEquals(List.of(), told());
  }

  @Test
  public void nobodyKnowsWhatWasLearnedFromAKeyboardThatIsMissing() throws Exception {
    keepFormer(former.network());
    Files.delete(file(TfliteFile.sha256(former.toCheckpoint().toBytes())));
    Exception missing = assertThrows(Exception.class, this::told);
    assertEquals(NoSuchFileException.class, missing.getCause().getClass());
  }
}
