package app.inkling.engines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import android.content.Context;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import androidx.test.platform.app.InstrumentationRegistry;
import app.inkling.InklingApplication;
import app.inkling.common.AppExecutors;
import app.inkling.data.EngineResults;
import app.inkling.data.InklingDatabase;
import app.inkling.engines.FaultyFactory.Fault;
import app.inkling.mllib.digits.DigitCanaries;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.EngineReport;
import app.inkling.mllib.inference.EngineReport.Outcome;
import app.inkling.mllib.inference.InferenceEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;

/** Each fault of an engine ends in the right answer, in time, and in a reason that is kept. */
@RunWith(AndroidJUnit4.class)
public final class EnginesTest {
  private static final String FILE = "engines-test.db";
  private static final Duration TRIAL = Duration.ofMillis(1500);

  private final Context context = ApplicationProvider.getApplicationContext();
  private final AppExecutors executors = AppExecutors.create();
  private final List<FaultyFactory> made = new ArrayList<>();
  private InklingDatabase database;
  private EngineResults results;
  private DigitModel digits;
  private int created;

  @Before
  public void open() throws IOException {
    context.deleteDatabase(FILE);
    database = InklingDatabase.open(context, FILE, executors.disk());
    results = new EngineResults(database, "this app", () -> 1);
    digits = DigitModel.load(((InklingApplication) context).container().files()
        .read(ShippedDigits.CHECKPOINT));
  }

  @After
  public void close() {
    made.forEach(FaultyFactory::release);
    settle();
    executors.disk().execute(database::close);
    settle();
    executors.close();
    context.deleteDatabase(FILE);
  }

  @Test
  public void everyFaultThatShowsInTheTrialIsPutAsideWithItsReason() throws Exception {
    for (Object[] expected : new Object[][] {
        {Fault.THROWS_AT_CREATE, Outcome.CREATE_FAILED, "no such driver"},
        {Fault.MISSES_ITS_LIBRARY, Outcome.CREATE_FAILED, "UnsatisfiedLinkError"},
        {Fault.HANGS_AT_CREATE, Outcome.TIMED_OUT, "hung while being created"},
        {Fault.THROWS_AT_RUN, Outcome.RUN_FAILED, "out of order"},
        {Fault.GIVES_WRONG_NUMBERS, Outcome.WRONG_NUMBERS, "differs from the Java engine by up to 0.01"},
        {Fault.GIVES_NAN, Outcome.NOT_FINITE, "not finite"},
        {Fault.HANGS_AT_RUN, Outcome.TIMED_OUT, "hung while running"}}) {
      Fault fault = (Fault) expected[0];
      ServedModel model = engines(any -> faulty(fault)).begin(model(fault.name()));
      assertRightInTime(fault + ", during the trial", model);
      settle();
      assertRightInTime(fault + ", after the trial", model);
      assertEquals("java", model.engine().name());
      EngineReport stored = stored(results, fault.name()).get(0);
      assertEquals(fault.name(), expected[1], stored.outcome());
      assertThat(stored.reason(), containsString((String) expected[2]));
      assertEquals(stored(results, fault.name()), model.table().reports());
      model.close();
    }
  }

  @Test
  public void everyFaultThatShowsInUseEndsInJavasAnswerAndAReasonThatIsKept() throws Exception {
    for (Object[] expected : new Object[][] {
        {Fault.DIES_AFTER_HUNDRED_RUNS, Outcome.RUN_FAILED, "the context is lost"},
        {Fault.HANGS_AFTER_HUNDRED_RUNS, Outcome.TIMED_OUT, "hung while running"},
        {Fault.GIVES_NAN_AFTER_HUNDRED_RUNS, Outcome.NOT_FINITE, "not finite"}}) {
      Fault fault = (Fault) expected[0];
      onDisk(() -> results.setPin(fault.name(), new FaultyFactory(fault, null).name()));
      ServedModel model = engines(any -> faulty(fault)).begin(model(fault.name()));
      settle();
      made.get(made.size() - 1).beginUse();
      for (int run = 0; run < 105; run++) {
        assertRightInTime(fault + ", run " + run, model);
      }
      assertEquals("java", model.engine().name());
      settle();
      EngineReport stored = stored(results, fault.name()).get(0);
      assertEquals(fault.name(), expected[1], stored.outcome());
      assertThat(stored.reason(), containsString((String) expected[2]));
      assertTrue("its times are kept", stored.medianNanos() > 0);
      model.close();
    }
  }

  @Test
  public void numbersThatBecomeWrongInUseAreFoundAndHowWrongTheyWereIsKept() throws Exception {
    Fault fault = Fault.IS_WRONG_AFTER_HUNDRED_RUNS;
    onDisk(() -> results.setPin(fault.name(), new FaultyFactory(fault, null).name()));
    ServedModel model = engines(any -> faulty(fault)).begin(model(fault.name()));
    settle();
    made.get(made.size() - 1).beginUse();
    Bindings asked = DigitCanaries.of(digits.signature()).get(3);
    for (int run = 0; run < 300; run++) {
      model.engine().run(asked);
    }
    assertRightInTime("after one in 256 was compared", model);
    assertEquals("java", model.engine().name());
    settle();
    EngineReport stored = stored(results, fault.name()).get(0);
    assertEquals(Outcome.WRONG_NUMBERS, stored.outcome());
    assertEquals(0.01, stored.largestDifference(), 1e-4);
    assertTrue("its times are kept", stored.medianNanos() > 0);
    model.close();
  }

  @Test
  public void whatIsKnownIsNotMeasuredAgainUntilModelAppOrAndroidChange() throws Exception {
    created = 0;
    begin("same", results);
    assertEquals("tried once", 1, created);
    EngineReport first = stored(results, "same").get(0);
    begin("same", results);
    assertEquals("confirmed if it was chosen", first.outcome() == Outcome.CHOSEN ? 2 : 1, created);
    assertEquals("the times are those of the first trial", first, stored(results, "same").get(0));
    int before = created;
    begin("another model", results);
    assertEquals(before + 1, created);
    EngineResults updated = new EngineResults(database, "the next app", () -> 2);
    assertEquals(List.of(), stored(updated, "same"));
    begin("same", updated);
    assertEquals("tried anew", before + 2, created);
    assertEquals("what the former app found out is gone", List.of(), stored(results, "another model"));
  }

  @Test
  public void theUsersWishIsFollowedAndKeptAndMeasuringAgainIsPossible() throws Exception {
    Engines engines = engines(any -> faulty(Fault.NONE));
    ServedModel model = engines.begin(model("wish"));
    settle();
    engines.pin("wish", "java");
    settle();
    assertEquals("java", model.table().engine());
    assertEquals("java", model.table().pinned());
    assertThat(model.table().reports().get(1).reason(), containsString("you chose it"));
    engines.pin("wish", "none");
    settle();
    assertEquals("none", model.table().engine());
    assertRightInTime("wished", model);
    assertEquals("none", model.engine().name());
    EngineReport none = stored(results, "wish").get(0);
    onDisk(() -> results.put("wish", new EngineReport(none.engine(), none.outcome(), none.reason(),
        none.largestDifference(), 1, 1), 0));
    engines.measureAgain("wish");
    settle();
    assertEquals("none", model.table().engine());
    assertTrue("measured anew", stored(results, "wish").get(0).medianNanos() > 1);
    engines.pin("wish", null);
    settle();
    assertEquals(null, model.table().pinned());
    model.close();
  }

  @Test
  public void anEngineWhoseTrialEndedTheAppIsPutAside() throws Exception {
    onDisk(() -> results.put("crash", new EngineReport("none", Outcome.CRASHED,
        "the app ended while this engine was being tried", Float.NaN, 0, 0), 0));
    created = 0;
    ServedModel model = begin("crash", results);
    assertEquals("not touched again", 0, created);
    assertEquals("java", model.table().engine());
    assertEquals(Outcome.CRASHED, stored(results, "crash").get(0).outcome());
    assertEquals(2, stored(results, "crash").size());
  }

  @Test
  public void anEngineThatWasInUseWhenTheAppEndedInNativeCodeIsPutAside() throws Exception {
    String none = new FaultyFactory(Fault.NONE, null).name();
    onDisk(() -> results.setPin("native", none));
    begin("native", results);
    onDisk(() -> results.nativeCrash(0));
    assertEquals("no crash, no harm", Outcome.CHOSEN, stored(results, "native").get(0).outcome());
    onDisk(() -> results.nativeCrash(2));
    EngineReport crashed = stored(results, "native").get(0);
    assertEquals(Outcome.CRASHED, crashed.outcome());
    assertThat(crashed.reason(), containsString("ended in native code"));
    created = 0;
    assertEquals("java", begin("native", results).table().engine());
    assertEquals("not touched again", 0, created);
    onDisk(() -> results.nativeCrash(2));
    assertEquals("Java is never put aside", Outcome.CHOSEN, stored(results, "native").get(1).outcome());
  }

  @Test
  public void theWorstIsWrittenDownBeforeAnEngineIsTouched() throws Exception {
    List<EngineReport> seen = new ArrayList<>();
    engines(any -> List.of(new EngineFactory() {
      @Override
      public String name() {
        return "touchy";
      }

      @Override
      public InferenceEngine create() throws EngineException {
        seen.addAll(results.of("touchy"));
        throw new EngineException(name(), EngineException.Phase.CREATE, "no", null);
      }
    })).begin(model("touchy"));
    settle();
    assertEquals(Outcome.CRASHED, seen.get(0).outcome());
    assertEquals(Outcome.CREATE_FAILED, stored(results, "touchy").get(0).outcome());
  }

  @Test
  public void theShippedModelRunsOnEveryEngineThatThisPhoneHas() throws Exception {
    InklingApplication app = (InklingApplication) context;
    ServedModel model = engines(any -> TfliteFactory.all(any, Phone.of(context)), TRIAL.multipliedBy(4))
        .begin(DigitVersion.of("shipped", "shipped", digits,
            TfliteSource.packed(app.container().files(), ShippedDigits.TFLITE)).engines());
    settle();
    List<EngineReport> reports = model.table().reports();
    assertEquals(4, reports.size());
    EngineReport cpu = reports.get(0);
    assertEquals(TfliteFactory.CPU, cpu.engine());
    assertTrue(cpu.toString(), !cpu.outcome().rejected()
        || Phone.of(context).pageBytes() > 4096 && Refusal.of(cpu.reason()) == Refusal.LARGE_PAGES);
    for (EngineReport report : reports) {
      assertTrue(report.toString(), report.outcome().rejected()
          || report.largestDifference() <= EngineModel.PROBABILITIES && report.medianNanos() > 0);
      assertFalse(report.toString(), report.reason().isEmpty());
    }
    assertRightInTime("shipped", model);
    model.close();
  }

  private ServedModel begin(String kind, EngineResults with) {
    ServedModel model = new Engines(any -> List.of(counting(new FaultyFactory(Fault.NONE,
        digits.javaEngine()))), with, executors, TRIAL).begin(model(kind));
    settle();
    model.close();
    return model;
  }

  private EngineFactory counting(EngineFactory factory) {
    return new EngineFactory() {
      @Override
      public String name() {
        return factory.name();
      }

      @Override
      public InferenceEngine create() throws EngineException {
        created++;
        return factory.create();
      }
    };
  }

  private List<EngineFactory> faulty(Fault fault) {
    FaultyFactory factory = made.stream().filter(known -> known.is(fault)).findFirst()
        .orElseGet(() -> new FaultyFactory(fault, digits.javaEngine()));
    if (!made.contains(factory)) {
      made.add(factory);
    }
    return List.of(factory);
  }

  private Engines engines(Function<EngineModel, List<EngineFactory>> candidates) {
    return engines(candidates, TRIAL);
  }

  private Engines engines(Function<EngineModel, List<EngineFactory>> candidates,
      Duration trial) {
    return new Engines(candidates, results, executors, trial);
  }

  /** The shipped model under a name of the test's. */
  private EngineModel model(String kind) {
    EngineModel shipped = DigitVersion.trained(kind, kind, digits).engines();
    return new EngineModel(kind, kind, shipped.signature(), shipped.java(), shipped.tflite(),
        shipped.canaries(), shipped.tolerance());
  }

  /** One run: the Java engine's numbers, within the second that an engine has and a little. */
  private void assertRightInTime(String when, ServedModel model) throws EngineException {
    Bindings asked = DigitCanaries.of(digits.signature()).get(3);
    Bindings wanted = new Bindings(digits.signature());
    wanted.copyInputs(asked);
    digits.javaEngine().run(wanted);
    long begin = System.nanoTime();
    model.engine().run(asked);
    long millis = (System.nanoTime() - begin) / 1_000_000;
    assertTrue(when + " took " + millis + " ms", millis < 3000);
    assertEquals(when, 0, asked.largestOutputDifference(wanted), 1e-5);
  }

  private List<EngineReport> stored(EngineResults from, String model) {
    List<EngineReport> reports = new ArrayList<>();
    onDisk(() -> reports.addAll(from.of(model)));
    return reports;
  }

  private void onDisk(Runnable work) {
    executors.disk().execute(work);
    await(executors.disk());
  }

  private void settle() {
    for (int round = 0; round < 3; round++) {
      await(executors.trials());
      await(executors.compute());
      await(executors.disk());
      InstrumentationRegistry.getInstrumentation().waitForIdleSync();
    }
  }

  private static void await(Executor executor) {
    CountDownLatch done = new CountDownLatch(1);
    executor.execute(done::countDown);
    try {
      assertTrue("work in the background did not end within a minute", done.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
