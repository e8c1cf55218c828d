package app.inkling.engines;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import android.app.Application;
import android.text.InputType;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.common.AssetFiles;
import app.inkling.data.EngineResults;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersions;
import app.inkling.data.SentenceRepository;
import app.inkling.engines.FaultyFactory.Fault;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.EngineReport.Outcome;
import app.inkling.mllib.model.text.Words;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardStep;
import app.inkling.mllib.suggest.KeyboardSuggester;
import app.inkling.mllib.suggest.Suggestion;
import app.inkling.suggest.Field;
import app.inkling.suggest.FieldRules;
import app.inkling.suggest.NetworkInUse;
import app.inkling.suggest.Offer;
import app.inkling.suggest.PhoneWords;
import app.inkling.suggest.TypingSettings;
import app.inkling.suggest.WordSource.Question;
import app.inkling.testing.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowLooper;

/**
 * The keyboard's network on engines that go wrong while somebody types: each time the words are those of
 * our own engine in the end, and no key waits for them.
 */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class KeyboardFaultsTest {
  private static final Field MESSAGE =
      FieldRules.of(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE, 0);
  private static final Duration TRIAL = Duration.ofMillis(1500);
  private static final String TEXT = "i will be there at seven and we can talk about the house then ";
  /** What a key press may take. */
  private static final double LATE_MILLIS = 20;

  private final Application context = ApplicationProvider.getApplicationContext();
  private final AppExecutors executors = AppExecutors.create();
  private InklingDatabase database;
  private EngineResults results;
  private KeyboardModel shipped;
  private KeyboardSuggester judge;
  private KeyboardSuggester ngrams;
  private FaultyFactory factory;
  private Engines engines;
  private PhoneWords words;
  /** Milliseconds until the first answer to each question. */
  private final List<Double> waits = new ArrayList<>();

  @Before
  public void open() throws Exception {
    database = InklingDatabase.open(context, executors.disk());
    results = new EngineResults(database, "this app", () -> 1);
    shipped = KeyboardModel.load(new AssetFiles(context.getAssets()).read(PhoneWords.MODEL));
    judge = new KeyboardSuggester(shipped);
    judge.setThreshold(0);
    ngrams = new KeyboardSuggester(shipped, null);
    ngrams.setThreshold(0);
  }

  @After
  public void close() {
    factory.release();
    Waiting.close(executors, database);
  }

  private void start(Fault fault) {
    factory = new FaultyFactory(fault, new KeyboardStep(shipped.network()).javaEngine());
    executors.disk().execute(() -> results.setPin(NetworkInUse.ENGINES, factory.name()));
    Waiting.settle(executors);
    engines = new Engines(any -> List.of(factory), results, executors, TRIAL);
    words = new PhoneWords(new AssetFiles(context.getAssets()), new TypingSettings(context), executors,
        () -> 1);
    words.setQuietPercent(0);
    words.unlock(new SentenceRepository(database, executors), new NetworkInUse(new ModelVersions(database),
        context.getFilesDir().toPath(), context.getCacheDir().toPath(), engines, executors));
    Waiting.settle(executors);
  }

  /** Asks, and spins the main thread until the first answer. */
  private List<List<String>> ask(String sentence) {
    List<List<String>> answers = new ArrayList<>();
    long start = System.nanoTime();
    words.ask(new Question(sentence, "", MESSAGE), offers ->
        answers.add(offers.stream().map(Offer::word).collect(Collectors.toList())));
    while (answers.isEmpty()) {
      ShadowLooper.idleMainLooper();
      Thread.onSpinWait();
      assertTrue("no answer after \"" + sentence + "\"", System.nanoTime() - start < 10_000_000_000L);
    }
    waits.add((System.nanoTime() - start) / 1e6);
    return answers;
  }

  private void assertRightInTheEnd(Fault fault, String sentence) {
    List<List<String>> answers = ask(sentence);
    List<String> before = Words.written(sentence);
    List<String> quick = words(ngrams.suggest(before, ""));
    List<String> full = words(judge.suggest(before, ""));
    assertTrue(fault + ", first answer: " + answers,
        answers.get(0).equals(full) || answers.get(0).equals(quick));
    Waiting.settle(executors);
    assertEquals(fault + ", after \"" + sentence + "\"", full, answers.get(answers.size() - 1));
  }

  private static List<String> words(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::word).collect(Collectors.toList());
  }

  private EngineReport report() {
    return engines.tables().getValue().get(0).reports().get(0);
  }

  /** Not all of them: a busy machine makes its tests wait, too. */
  private void assertInTime(Fault fault) {
    double[] sorted = waits.stream().mapToDouble(wait -> wait).sorted().toArray();
    assertTrue(fault + ": " + Arrays.toString(sorted), sorted[sorted.length / 4] < LATE_MILLIS);
  }

  @Test
  public void whateverIsWrongFromTheStartIsPutAsideAndOurOwnEnginePredicts() throws Exception {
    Object[][] faults = {{Fault.THROWS_AT_CREATE, Outcome.CREATE_FAILED},
        {Fault.HANGS_AT_CREATE, Outcome.TIMED_OUT}, {Fault.THROWS_AT_RUN, Outcome.RUN_FAILED},
        {Fault.GIVES_WRONG_NUMBERS, Outcome.WRONG_NUMBERS},
        {Fault.GIVES_NAN, Outcome.NOT_FINITE}, {Fault.HANGS_AT_RUN, Outcome.TIMED_OUT}};
    for (Object[] expected : faults) {
      Fault fault = (Fault) expected[0];
      start(fault);
      assertRightInTheEnd(fault, TEXT);
      assertEquals(fault.name(), expected[1], report().outcome());
      assertEquals("java", engines.tables().getValue().get(0).engine());
      executors.disk().execute(() -> results.forget(shippedChecksum()));
      Waiting.settle(executors);
      factory.release();
    }
  }

  private String shippedChecksum() {
    return new ModelVersions(database).all("words").get(0).sha256;
  }

  @Test
  public void anEngineThatFailsMidSentenceCostsNoWord() {
    Object[][] faults = {{Fault.DIES_AFTER_HUNDRED_RUNS, Outcome.RUN_FAILED},
        {Fault.HANGS_AFTER_HUNDRED_RUNS, Outcome.TIMED_OUT},
        {Fault.GIVES_NAN_AFTER_HUNDRED_RUNS, Outcome.NOT_FINITE}};
    for (Object[] expected : faults) {
      Fault fault = (Fault) expected[0];
      waits.clear();
      start(fault);
      assertEquals(factory.name(), engines.tables().getValue().get(0).engine());
      factory.beginUse();
      List<String> typed = Words.written(TEXT.repeat(8));
      StringBuilder sentence = new StringBuilder();
      for (String word : typed) {
        sentence.append(word).append(' ');
        assertRightInTheEnd(fault, sentence.toString());
      }
      assertEquals("java", engines.tables().getValue().get(0).engine());
      assertEquals(fault.name(), expected[1], report().outcome());
      assertFalse(fault.name(), report().reason().isEmpty());
      assertInTime(fault);
      executors.disk().execute(() -> results.forget(shippedChecksum()));
      factory.release();
      Waiting.settle(executors);
    }
  }

  @Test
  public void aSlowEngineHoldsNoKeyUp() {
    start(Fault.IS_SLOW_IN_USE);
    typeText(); // the JVM's compiler wants its time
    waits.clear();
    assertEquals(factory.name(), engines.tables().getValue().get(0).engine());
    factory.beginUse();
    typeText();
    assertInTime(Fault.IS_SLOW_IN_USE);
  }

  private void typeText() {
    StringBuilder sentence = new StringBuilder();
    for (String word : Words.written(TEXT.repeat(2))) {
      sentence.append(word).append(' ');
      assertRightInTheEnd(Fault.IS_SLOW_IN_USE, sentence.toString());
    }
  }
}
