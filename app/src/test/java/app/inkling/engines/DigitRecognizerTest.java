package app.inkling.engines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import android.app.Application;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.common.Outcome;
import app.inkling.data.EngineResults;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.testing.Waiting;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/** Whatever is wrong with engines and files, the user gets the right answer or is told why there is none. */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class DigitRecognizerTest {
  private static final Drawing FIVE = Glyphs.digit(5, 0).drawing();
  private static final Phone PHONE = new Phone(35, "test", 4096, new File("nowhere"));

  private final AppExecutors executors = AppExecutors.create();
  private final InklingDatabase database =
      InklingDatabase.open(ApplicationProvider.getApplicationContext(), executors.disk());
  private final MadeModel made = new MadeModel(1);
  private final Engines engines = new Engines(model -> TfliteFactory.all(model, PHONE),
      new EngineResults(database, "test", () -> 0), executors);
  private final List<Reading> readings = new ArrayList<>();
  private final List<Outcome<DigitVersion>> swaps = new ArrayList<>();

  @After
  public void close() {
    Waiting.close(executors, database);
  }

  @Test
  public void readsWithTensorFlowLiteWhatJavaReads() throws EngineException {
    DigitRecognizer recognizer = started();
    assertReads(recognizer, made.model());
    engines.pin(ModelVersionRow.DIGITS, TfliteFactory.CPU);
    Waiting.settle(executors);
    assertReads(recognizer, made.model());
    assertEquals(TfliteFactory.CPU, readings.get(0).engine());
    engines.pin(ModelVersionRow.DIGITS, "java");
    Waiting.settle(executors);
    assertReads(recognizer, made.model());
    assertEquals("java", readings.get(0).engine());
    assertTrue("0.75 is noted", ready(recognizer).metrics().contains("refusal_threshold=0.75\n"));
  }

  @Test
  public void readsWithJavaWhenTheTfliteFileIsDamaged() throws EngineException {
    made.files().damage(ShippedDigits.TFLITE);
    DigitRecognizer recognizer = started();
    assertThat(report(TfliteFactory.CPU).reason(), containsString("is damaged"));
    assertReads(recognizer, made.model());
    assertEquals("java", readings.get(0).engine());
  }

  @Test
  public void readsWithJavaWhenTheTfliteFileIsMissing() throws EngineException {
    made.files().remove(ShippedDigits.TFLITE);
    DigitRecognizer recognizer = started();
    assertThat(report(TfliteFactory.CPU).reason(), containsString(ShippedDigits.TFLITE));
    assertReads(recognizer, made.model());
    assertEquals("java", readings.get(0).engine());
  }

  @Test
  public void readsWithJavaWhenTheTfliteFileIsAnotherModels() throws EngineException {
    made.files().copy(new MadeModel(2).files(), ShippedDigits.TFLITE, ShippedDigits.TFLITE + ".sha256");
    DigitRecognizer recognizer = started();
    assertEquals(EngineReport.Outcome.WRONG_NUMBERS, report(TfliteFactory.CPU).outcome());
    assertReads(recognizer, made.model());
    assertEquals("java", readings.get(0).engine());
  }

  @Test
  public void goesOverToANewVersionAndReadsWithTheOldOneMeanwhile() throws EngineException {
    DigitRecognizer recognizer = started();
    DigitModel trained = new MadeModel(7).model();
    CountDownLatch gate = new CountDownLatch(1);
    executors.trials().execute(() -> waitFor(gate));
    recognizer.use(DigitVersion.trained("new", "ab".repeat(32), trained), swaps::add);
    recognizer.read(FIVE, readings::add);
    Waiting.settleReading(executors);
    assertEquals("answered while engines wait to be tried", 1, readings.size());
    assertReading(readings.get(0), made.model());
    gate.countDown();
    Waiting.settle(executors);
    assertNull(swaps.get(0).failure());
    assertEquals("new", ready(recognizer).modelVersion());
    assertReads(recognizer, trained);
    assertEquals("new", readings.get(0).modelVersion());
    assertTrue("exported and tried: " + report(TfliteFactory.CPU),
        report(TfliteFactory.CPU).largestDifference() < 1e-5);
  }

  @Test
  public void keepsTheOldVersionWhenTheNewOneGivesNoNumbers() throws EngineException {
    DigitRecognizer recognizer = started();
    String before = ready(recognizer).modelVersion();
    DigitModel broken = new MadeModel(7).model();
    for (Parameter parameter : broken.network().parameters()) {
      parameter.value().fill(Float.NaN);
    }
    recognizer.use(DigitVersion.trained("new", "ab".repeat(32), broken), swaps::add);
    Waiting.settle(executors);
    assertThat(swaps.get(0).failure().getMessage(), containsString("not finite"));
    assertEquals(before, ready(recognizer).modelVersion());
    assertReads(recognizer, made.model());
    assertEquals("its engines are still shown", 4, engines.tables().getValue().get(0).reports().size());
  }

  @Test
  public void keepsTheOldVersionWhenStorageFailsWhileTheNewOneIsTried() throws EngineException {
    DigitRecognizer recognizer = started();
    String before = ready(recognizer).modelVersion();
    executors.disk().execute(database::close);
    Waiting.settle(executors);
    recognizer.use(DigitVersion.trained("new", "ab".repeat(32), new MadeModel(7).model()), swaps::add);
    Waiting.settle(executors);
    assertTrue(swaps.get(0).failed());
    assertEquals(before, ready(recognizer).modelVersion());
    assertReads(recognizer, made.model());
  }

  @Test
  public void readsWithJavaAndSaysWhyWhenStorageFailsWhileEnginesAreMeasured() throws EngineException {
    DigitRecognizer recognizer = started();
    engines.pin(ModelVersionRow.DIGITS, TfliteFactory.CPU);
    Waiting.settle(executors);
    executors.disk().execute(database::close);
    engines.measureAgain(ModelVersionRow.DIGITS);
    Waiting.settle(executors);
    EngineTable table = engines.tables().getValue().get(0);
    assertNotNull(table.fault());
    assertEquals("java", table.engine());
    assertReads(recognizer, made.model());
    assertEquals("java", readings.get(0).engine());
  }

  @Test
  public void closesTheEngineOfTheVersionBeforeAndInTheEndTheLast() {
    Set<InferenceEngine> open = ConcurrentHashMap.newKeySet();
    EngineResults results = new EngineResults(database, "test", () -> 0);
    executors.disk().execute(() -> results.setPin(ModelVersionRow.DIGITS, "counted"));
    Waiting.settle(executors);
    Engines engines = new Engines(model -> List.of(counted(model.java(), open)), results, executors);
    DigitRecognizer recognizer = new DigitRecognizer(
        new ShippedDigits(made.files(), new ModelVersions(database)), List::of, engines, executors);
    recognizer.start();
    settleMeasuring();
    recognizer.read(FIVE, readings::add);
    Waiting.settle(executors);
    assertEquals("counted", readings.get(0).engine());
    assertEquals(1, open.size());
    recognizer.use(DigitVersion.trained("new", "ab".repeat(32), new MadeModel(7).model()), swaps::add);
    settleMeasuring();
    recognizer.read(FIVE, readings::add);
    Waiting.settle(executors);
    assertEquals("new", readings.get(1).modelVersion());
    assertEquals("counted", readings.get(1).engine());
    assertEquals("the one in use alone", 1, open.size());
    engines.close();
    assertEquals("none", 0, open.size());
  }

  /** What is chosen is stored, then told: more hands than one settling waits for. */
  private void settleMeasuring() {
    for (int i = 0; i < 3; i++) {
      Waiting.settle(executors);
    }
  }

  /** Right engines, noted as long as they are open. */
  private static EngineFactory counted(Supplier<InferenceEngine> right, Set<InferenceEngine> open) {
    return new EngineFactory() {
      @Override
      public String name() {
        return "counted";
      }

      @Override
      public InferenceEngine create() {
        InferenceEngine java = right.get();
        InferenceEngine engine = new InferenceEngine() {
          @Override
          public String name() {
            return "counted";
          }

          @Override
          public Signature signature() {
            return java.signature();
          }

          @Override
          public void run(Bindings bindings) throws EngineException {
            java.run(bindings);
          }

          @Override
          public void close() {
            open.remove(this);
          }
        };
        open.add(engine);
        return engine;
      }
    };
  }

  @Test
  public void saysWhatIsWrongWithADamagedModel() {
    made.files().damage(ShippedDigits.CHECKPOINT);
    DigitRecognizer recognizer = started();
    RecognizerStatus status = Waiting.value(recognizer.status(), executors);
    assertThat(((RecognizerStatus.Failed) status).reason(), containsString("digit model"));
    recognizer.read(FIVE, readings::add);
    Waiting.settle(executors);
    assertEquals(List.of(), readings);
  }

  @Test
  public void saysWhichModelIsMissing() {
    made.files().remove(ShippedDigits.CHECKPOINT);
    RecognizerStatus status = Waiting.value(started().status(), executors);
    assertThat(((RecognizerStatus.Failed) status).reason(), containsString(ShippedDigits.CHECKPOINT));
  }

  @Test
  public void drawingsHandedInBeforeTheModelIsLoadedAreReadOnceItIs() {
    DigitRecognizer recognizer = recognizer();
    recognizer.start();
    recognizer.read(FIVE, readings::add);
    Waiting.settle(executors);
    assertEquals(1, readings.size());
  }

  @Test
  public void onlyTheLatestDrawingIsReadWhenTheyComeTooFast() {
    DigitRecognizer recognizer = started();
    CountDownLatch gate = new CountDownLatch(1);
    executors.compute().execute(() -> waitFor(gate));
    List<String> read = new ArrayList<>();
    recognizer.read(FIVE, reading -> read.add("first"));
    recognizer.read(FIVE, reading -> read.add("second"));
    recognizer.read(FIVE, reading -> read.add("third"));
    gate.countDown();
    Waiting.settle(executors);
    assertEquals(List.of("third"), read);
  }

  private void assertReads(DigitRecognizer recognizer, DigitModel as) throws EngineException {
    readings.clear();
    recognizer.read(FIVE, readings::add);
    Waiting.settle(executors);
    assertEquals(1, readings.size());
    assertReading(readings.get(0), as);
  }

  private static void assertReading(Reading reading, DigitModel as) throws EngineException {
    DigitGuess wanted = new DigitReader(as.javaEngine(), as).read(FIVE);
    for (int digit = 0; digit < 10; digit++) {
      assertEquals(wanted.probability(digit), reading.guess().probability(digit), 1e-5);
    }
  }

  private DigitRecognizer recognizer() {
    return new DigitRecognizer(new ShippedDigits(made.files(), new ModelVersions(database)), List::of, engines,
        executors);
  }

  private DigitRecognizer started() {
    DigitRecognizer recognizer = recognizer();
    recognizer.start();
    Waiting.settle(executors);
    return recognizer;
  }

  private RecognizerStatus.Ready ready(DigitRecognizer recognizer) {
    return (RecognizerStatus.Ready) Waiting.value(recognizer.status(), executors);
  }

  private EngineReport report(String engine) {
    return engines.tables().getValue().get(0).reports().stream()
        .filter(report -> report.engine().equals(engine)).findFirst().get();
  }

  private static void waitFor(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
