package app.inkling.suggest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import android.app.Application;
import android.text.InputType;
import android.view.inputmethod.EditorInfo;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.common.AssetFiles;
import app.inkling.common.Outcome;
import app.inkling.common.PackedFiles;
import app.inkling.data.EngineResults;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersions;
import app.inkling.data.SentenceRepository;
import app.inkling.data.SentenceRepository.Stored;
import app.inkling.engines.Engines;
import app.inkling.engines.Phone;
import app.inkling.engines.TfliteFactory;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardSuggester;
import app.inkling.mllib.suggest.LearnedWord;
import app.inkling.mllib.suggest.Suggestion;
import app.inkling.testing.Waiting;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowLooper;

/** The real model with real storage: what is learned, when, and that nothing private ever is. */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class PhoneWordsTest {
  private static final int PROSE = InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE;
  private static final Field MESSAGE = FieldRules.of(PROSE, 0);
  private static final Field INCOGNITO = FieldRules.of(PROSE, EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING);
  /** A word that no model knows. */
  private static final String SECRET = "zyxoquin";

  private final Application context = ApplicationProvider.getApplicationContext();
  private AppExecutors executors;
  private InklingDatabase database;
  private TypingSettings settings;
  private PhoneWords words;
  private long now = 1_700_000_000_000L;

  @Before
  public void start() {
    executors = AppExecutors.create();
    settings = new TypingSettings(context);
    database = InklingDatabase.open(context, executors.disk());
    words = new PhoneWords(new AssetFiles(context.getAssets()), settings, executors, () -> now++);
    EngineResults results = new EngineResults(database, "this app", () -> 1);
    words.unlock(new SentenceRepository(database, executors), new NetworkInUse(new ModelVersions(database),
        context.getFilesDir().toPath(), context.getCacheDir().toPath().resolve("engines"),
        new Engines(model -> TfliteFactory.all(model, Phone.of(context)), results, executors), executors));
    Waiting.settle(executors);
  }

  @After
  public void stop() {
    Waiting.close(executors, database);
  }

  /** The process dies and comes back. */
  private void restart() {
    stop();
    start();
  }

  private List<String> offered(String sentence, String typed, Field field) {
    Waiting.settle(executors);
    List<List<Offer>> answers = new ArrayList<>(List.of(List.of()));
    words.ask(new WordSource.Question(sentence, typed, field), answers::add);
    Waiting.settle(executors);
    return answers.get(answers.size() - 1).stream().map(Offer::word).toList();
  }

  private void learn(String sentence) {
    words.learn(sentence, MESSAGE);
    Waiting.settle(executors);
  }

  private List<String> learned() {
    return learned(words);
  }

  private List<String> learned(PhoneWords by) {
    List<List<String>> found = new ArrayList<>();
    by.learned(all -> found.add(all.stream().map(LearnedWord::word).toList()));
    Waiting.settle(executors);
    return found.get(0);
  }

  private Stored stored() {
    List<Outcome<Stored>> loaded = new ArrayList<>();
    new SentenceRepository(database, executors).load(loaded::add);
    Waiting.settle(executors);
    return loaded.get(0).value();
  }

  /** Whether any file of the app has the text in it, those of the database with its journals included. */
  private boolean onDisk(String text) throws IOException {
    Waiting.settle(executors);
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    File root = context.getDataDir();
    try (Stream<Path> files = Files.walk(root.toPath())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (indexOf(Files.readAllBytes(file), wanted) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      int j = 0;
      while (j < wanted.length && Character.toLowerCase(bytes[i + j]) == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return i;
      }
    }
    return -1;
  }

  @Test
  public void completesAndPredictsWithThePackedModel() {
    assertTrue(words.status().getValue().ready());
    assertTrue(offered("", "tomor", MESSAGE).contains("tomorrow"));
    words.setQuietPercent(0);
    assertEquals(3, offered("how are ", "", MESSAGE).size());
    assertTrue(offered("how are ", "", MESSAGE).contains("you"));
  }

  @Test
  public void offersALearnedWordOnceThereIsEvidenceAndStillAfterTheProcessDied() throws IOException {
    learn("meet " + SECRET + " there");
    assertFalse(offered("meet ", "zyxo", MESSAGE).contains(SECRET));
    learn("hello " + SECRET);
    assertTrue(offered("meet ", "zyxo", MESSAGE).contains(SECRET));
    restart();
    assertTrue(offered("meet ", "zyxo", MESSAGE).contains(SECRET));
    assertTrue(onDisk(SECRET));
  }

  @Test
  public void everyFieldThatIsPrivateLeavesNoRowAndNoByte() throws IOException {
    int fields = 0;
    for (int type = 0; type <= InputType.TYPE_MASK_CLASS; type++) {
      for (int variation = 0; variation <= InputType.TYPE_MASK_VARIATION; variation += 0x10) {
        for (int flag : List.of(0, InputType.TYPE_TEXT_FLAG_MULTI_LINE, InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS,
            InputType.TYPE_TEXT_FLAG_AUTO_COMPLETE)) {
          for (int options : List.of(0, EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING)) {
            Field field = FieldRules.of(type | variation | flag, options);
            if (!field.learns()) {
              fields++;
              words.learn("my " + SECRET, field);
              words.keep(SECRET, field);
              words.ask(new WordSource.Question("my " + SECRET + " ", "", field), answer -> { });
            }
          }
        }
      }
    }
    Waiting.settle(executors);
    assertTrue("private fields: " + fields, fields > 1900);
    assertEquals(0, stored().sentences().size());
    assertEquals(0, stored().decisions().size());
    assertEquals(List.of(), learned());
    assertFalse(onDisk(SECRET));
  }

  @Test
  public void offersNothingLearnedInIncognito() {
    learn("hello " + SECRET);
    learn("hello " + SECRET);
    assertTrue(offered("hello ", "zyxo", MESSAGE).contains(SECRET));
    assertFalse(offered("hello ", "zyxo", INCOGNITO).contains(SECRET));
  }

  @Test
  public void learnsNothingWhenTheUserSwitchedLearningOff() {
    settings.setLearns(false);
    learn("hello " + SECRET);
    assertEquals(List.of(), learned());
    assertEquals(0, stored().sentences().size());
  }

  @Test
  public void forgetsAWordForGoodAndBringsItBackOnUndo() {
    learn("hello " + SECRET);
    learn("hello " + SECRET);
    words.forget(SECRET);
    assertFalse(offered("hello ", "zyxo", MESSAGE).contains(SECRET));
    restart();
    assertFalse(offered("hello ", "zyxo", MESSAGE).contains(SECRET));
    assertFalse(learned().contains(SECRET));
    words.undoForget(SECRET);
    assertTrue(offered("hello ", "zyxo", MESSAGE).contains(SECRET));
  }

  @Test
  public void aForgottenWordIsLearnedAnewWhenItIsTypedAgain() {
    words.forget("tomorrow");
    assertFalse(offered("", "tomor", MESSAGE).contains("tomorrow"));
    learn("see you tomorrow");
    assertTrue(offered("", "tomor", MESSAGE).contains("tomorrow"));
    restart();
    assertTrue(offered("", "tomor", MESSAGE).contains("tomorrow"));
  }

  @Test
  public void neverCorrectsAWordAgainWhoseCorrectionWasTakenBack() {
    Offer first = first("beleive");
    assertEquals("believe", first.word());
    assertTrue("not sure of believe", first.sure());
    words.keep("beleive", MESSAGE);
    Waiting.settle(executors);
    assertFalse(first("beleive").sure());
    restart();
    assertFalse(first("beleive").sure());
  }

  private Offer first(String typed) {
    List<List<Offer>> answers = new ArrayList<>();
    words.ask(new WordSource.Question("i will ", typed, MESSAGE), answers::add);
    Waiting.settle(executors);
    return answers.get(answers.size() - 1).get(0);
  }

  @Test
  public void erasesEverythingFromTheFilesToo() throws IOException {
    learn("hello " + SECRET);
    words.eraseAll();
    Waiting.settle(executors);
    assertEquals(List.of(), learned());
    assertFalse(onDisk(SECRET));
  }

  @Test
  public void typesOnWithoutAModelAndSaysWhy() {
    PhoneWords broken = new PhoneWords(new PackedFiles() {
      @Override
      public byte[] read(String name) throws IOException {
        throw new FileNotFoundException(name);
      }

      @Override
      public ByteBuffer map(String name) throws IOException {
        throw new FileNotFoundException(name);
      }
    }, settings, executors, () -> now);
    List<List<Offer>> answers = new ArrayList<>();
    broken.ask(new WordSource.Question("", "a", MESSAGE), answers::add);
    Waiting.settle(executors);
    assertEquals(List.of(List.of()), answers);
    assertFalse(broken.status().getValue().ready());
    assertNotNull(broken.status().getValue().fault());
  }

  /** Nor does whoever starts it. */
  @Test
  public void nobodyWhoAsksWaitsForTheModel() {
    CountDownLatch hold = new CountDownLatch(1);
    executors.typing().execute(() -> await(hold));
    PhoneWords starting = new PhoneWords(new AssetFiles(context.getAssets()), settings, executors, () -> now);
    List<List<Offer>> answers = new ArrayList<>();
    starting.ask(new WordSource.Question("", "tomor", MESSAGE), answers::add);
    ShadowLooper.idleMainLooper();
    assertEquals(List.of(), answers);
    assertFalse(starting.status().getValue().ready());
    hold.countDown();
    Waiting.settle(executors);
    assertTrue(starting.status().getValue().ready());
    assertTrue(words(answers).toString(), words(answers).get(0).contains("tomorrow"));
  }

  @Test
  public void answersWithTheNgramsAloneUntilTheNetworkIsThereAndThenInFull() throws Exception {
    byte[] file = new AssetFiles(context.getAssets()).read(PhoneWords.MODEL);
    KeyboardModel shipped = KeyboardModel.load(file);
    List<String> before = List.of("how", "are");
    List<String> quick = shown(new KeyboardSuggester(shipped, null).suggest(before, ""));
    List<String> full = shown(new KeyboardSuggester(shipped).suggest(before, ""));
    assertNotEquals(quick, full);

    CountDownLatch hold = new CountDownLatch(1);
    PhoneWords starting = new PhoneWords(new SecondReadWaits(hold), settings, executors, () -> now);
    List<List<Offer>> answers = new ArrayList<>();
    starting.ask(new WordSource.Question("how are ", "", MESSAGE), answers::add);
    CountDownLatch asked = new CountDownLatch(1);
    executors.typing().execute(asked::countDown);
    await(asked);
    ShadowLooper.idleMainLooper();
    assertEquals(List.of(quick), words(answers));
    hold.countDown();
    Waiting.settle(executors);
    List<List<String>> last = words(answers);
    assertEquals("a network that is late lets the n-grams answer again", Set.of(quick, full), Set.copyOf(last));
    assertEquals(full, last.get(last.size() - 1));
  }

  /** The model's file, of which the words are read first and then the network. */
  private final class SecondReadWaits implements PackedFiles {
    private final CountDownLatch hold;
    private boolean read;

    SecondReadWaits(CountDownLatch hold) {
      this.hold = hold;
    }

    @Override
    public byte[] read(String name) throws IOException {
      if (read) {
        await(hold);
      }
      read = true;
      return new AssetFiles(context.getAssets()).read(name);
    }

    @Override
    public ByteBuffer map(String name) throws IOException {
      throw new FileNotFoundException(name);
    }
  }

  private static List<List<String>> words(List<List<Offer>> answers) {
    return answers.stream().map(offers -> offers.stream().map(Offer::word).toList()).toList();
  }

  private static List<String> shown(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::word).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  @Test
  public void worksBeforeTheFirstUnlockWithoutStorage() {
    PhoneWords locked = new PhoneWords(new AssetFiles(context.getAssets()), settings, executors, () -> now);
    locked.learn("hello " + SECRET, MESSAGE);
    assertEquals(List.of(), learned(locked));
    List<List<Offer>> answers = new ArrayList<>();
    locked.ask(new WordSource.Question("", "tomor", MESSAGE), answers::add);
    Waiting.settle(executors);
    assertTrue(answers.get(answers.size() - 1).stream().anyMatch(offer -> offer.word().equals("tomorrow")));
    assertEquals(0, stored().sentences().size());
  }
}
