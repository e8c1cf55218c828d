package app.inkling.engines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import android.app.Application;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.common.AppExecutors;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersions;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.digits.DigitGuess;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.DigitReader;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.EngineReport.Outcome;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.testing.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/** Whatever is wrong with engines and files, the user gets the right answer or is told why there is none. */
@RunWith(AndroidJUnit4.class)
@Config(application = Application.class)
public final class DigitRecognizerTest {
  private static final Drawing FIVE = Glyphs.digit(5, 0).drawing();

  private final AppExecutors executors = AppExecutors.create();
  private final InklingDatabase database =
      InklingDatabase.open(ApplicationProvider.getApplicationContext(), executors.disk());
  private final MadeModel made = new MadeModel(1);
  private final List<Reading> readings = new ArrayList<>();

  @After
  public void close() {
    executors.disk().execute(database::close);
    Waiting.settle(executors);
    executors.close();
  }

  @Test
  public void readsWithTensorFlowLiteWhatJavaReads() throws EngineException {
    DigitRecognizer recognizer = started(tflite(made));
    RecognizerStatus.Ready ready = ready(recognizer);
    assertEquals(TfliteEngine.NAME, ready.engine());
    assertEquals(Outcome.CHOSEN, report(ready, TfliteEngine.NAME).outcome());
    assertReadsAsJava(recognizer, TfliteEngine.NAME);
    assertTrue("0.75 is noted", ready.metrics().contains("refusal_threshold=0.75\n"));
  }

  @Test
  public void readsWithJavaWhenTheTfliteFileIsDamaged() throws EngineException {
    made.files().damage(DigitRecognizer.TFLITE);
    DigitRecognizer recognizer = started(tflite(made));
    assertThat(report(ready(recognizer), TfliteEngine.NAME).reason(), containsString("is damaged"));
    assertReadsAsJava(recognizer, "java");
  }

  @Test
  public void readsWithJavaWhenTheTfliteFileIsMissing() throws EngineException {
    made.files().remove(DigitRecognizer.TFLITE);
    DigitRecognizer recognizer = started(tflite(made));
    assertThat(report(ready(recognizer), TfliteEngine.NAME).reason(), containsString("can't be read"));
    assertReadsAsJava(recognizer, "java");
  }

  @Test
  public void readsWithJavaWhenTheTfliteFileIsAnotherModels() throws EngineException {
    MadeModel other = new MadeModel(2);
    DigitRecognizer recognizer = started(tflite(other));
    assertEquals(Outcome.WRONG_NUMBERS, report(ready(recognizer), TfliteEngine.NAME).outcome());
    assertReadsAsJava(recognizer, "java");
  }

  @Test
  public void javaTakesOverWithTheSameDrawingWhenTheEngineFails() throws EngineException {
    FailingEngine failing = new FailingEngine(made.model().javaEngine());
    DigitRecognizer recognizer = started(signature -> List.of(failing));
    assertEquals("failing", ready(recognizer).engine());
    assertReadsAsJava(recognizer, "failing");
    failing.broken = true;
    assertReadsAsJava(recognizer, "java");
    assertTrue(failing.closed);
    EngineReport report = report(ready(recognizer), "failing");
    assertEquals(Outcome.RUN_FAILED, report.outcome());
    assertThat(report.reason(), containsString("out of order"));
    assertEquals(Outcome.CHOSEN, report(ready(recognizer), "java").outcome());
  }

  @Test
  public void saysWhatIsWrongWithADamagedModel() {
    made.files().damage(DigitRecognizer.CHECKPOINT);
    DigitRecognizer recognizer = started(tflite(made));
    RecognizerStatus status = Waiting.value(recognizer.status(), executors);
    assertThat(((RecognizerStatus.Failed) status).reason(), containsString("digit model"));
    recognizer.read(FIVE, readings::add);
    Waiting.settle(executors);
    assertEquals(List.of(), readings);
  }

  @Test
  public void saysWhichModelIsMissing() {
    made.files().remove(DigitRecognizer.CHECKPOINT);
    RecognizerStatus status = Waiting.value(started(tflite(made)).status(), executors);
    assertThat(((RecognizerStatus.Failed) status).reason(), containsString(DigitRecognizer.CHECKPOINT));
  }

  @Test
  public void drawingsHandedInBeforeTheModelIsLoadedAreReadOnceItIs() {
    DigitRecognizer recognizer = recognizer(tflite(made));
    recognizer.start();
    recognizer.read(FIVE, readings::add);
    Waiting.settle(executors);
    assertEquals(1, readings.size());
  }

  @Test
  public void onlyTheLatestDrawingIsReadWhenTheyComeTooFast() {
    DigitRecognizer recognizer = started(tflite(made));
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

  private void assertReadsAsJava(DigitRecognizer recognizer, String engine) throws EngineException {
    readings.clear();
    recognizer.read(FIVE, readings::add);
    Waiting.settle(executors);
    assertEquals(1, readings.size());
    assertEquals(engine, readings.get(0).engine());
    DigitGuess wanted = new DigitReader(made.model().javaEngine(), made.model()).read(FIVE);
    for (int digit = 0; digit < 10; digit++) {
      assertEquals(wanted.probability(digit), readings.get(0).guess().probability(digit), 1e-5);
    }
  }

  private Function<Signature, List<EngineFactory>> tflite(MadeModel of) {
    return signature -> List.of(new TfliteFactory(of.files(), DigitRecognizer.TFLITE, signature));
  }

  private DigitRecognizer recognizer(Function<Signature, List<EngineFactory>> candidates) {
    return new DigitRecognizer(made.files(), candidates, new ModelVersions(database), executors);
  }

  private DigitRecognizer started(Function<Signature, List<EngineFactory>> candidates) {
    DigitRecognizer recognizer = recognizer(candidates);
    recognizer.start();
    Waiting.settle(executors);
    return recognizer;
  }

  private RecognizerStatus.Ready ready(DigitRecognizer recognizer) {
    return (RecognizerStatus.Ready) Waiting.value(recognizer.status(), executors);
  }

  private static EngineReport report(RecognizerStatus.Ready ready, String engine) {
    EngineReport found = ready.reports().stream().filter(report -> report.engine().equals(engine)).findFirst()
        .orElse(null);
    assertNotNull("no report on " + engine + " in " + ready.reports(), found);
    return found;
  }

  private static void waitFor(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Right until it is broken; makes itself. */
  private static final class FailingEngine implements InferenceEngine, EngineFactory {
    private final InferenceEngine right;
    private volatile boolean broken;
    private volatile boolean closed;

    FailingEngine(InferenceEngine right) {
      this.right = right;
    }

    @Override
    public InferenceEngine create() {
      return this;
    }

    @Override
    public String name() {
      return "failing";
    }

    @Override
    public Signature signature() {
      return right.signature();
    }

    @Override
    public void run(Bindings bindings) throws EngineException {
      if (broken) {
        throw new EngineException(name(), EngineException.Phase.RUN, "out of order", null);
      }
      right.run(bindings);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
