package app.inkling;

import android.content.Context;
import android.content.pm.PackageManager;
import androidx.lifecycle.LiveData;
import app.inkling.common.AppExecutors;
import app.inkling.common.PackedFiles;
import app.inkling.data.DrawingRepository;
import app.inkling.data.EngineResults;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.data.SentenceRepository;
import app.inkling.data.Sessions;
import app.inkling.data.StoredData;
import app.inkling.data.StoredSentences;
import app.inkling.engines.DigitRecognizer;
import app.inkling.engines.DigitsInUse;
import app.inkling.engines.EngineModel;
import app.inkling.engines.Engines;
import app.inkling.engines.Phone;
import app.inkling.engines.ShippedDigits;
import app.inkling.engines.TfliteFactory;
import app.inkling.settings.DataActions;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.settings.Settings;
import app.inkling.suggest.ExportCheck;
import app.inkling.suggest.NetworkInUse;
import app.inkling.suggest.PhoneWords;
import app.inkling.training.Comparer;
import app.inkling.training.DigitComparer;
import app.inkling.training.DigitKind;
import app.inkling.training.TrainingSchedule;
import app.inkling.training.TrainingSettings;
import app.inkling.training.Trainings;
import app.inkling.training.VersionTree;
import app.inkling.training.WordComparer;
import app.inkling.training.WordKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/** Builds every long-lived object once and hands out what others need. */
public final class AppContainer implements AutoCloseable {
  /** Where learned models lie, below the app's private directory. */
  static final String MODELS = "models";
  /** And where learned networks of the keyboard lie. */
  static final String WORDS = "words";
  /** The sets of other people's digits. */
  static final String GENERAL_DIGITS = "models/general-digits.inkling";

  private final AppExecutors executors;
  private final PackedFiles files;
  private final InklingDatabase database;
  private final DrawingRepository drawings;
  private final Engines engines;
  private final SentenceRepository sentences;
  private final NetworkInUse networkInUse;
  private final DigitRecognizer recognizer;
  private final Settings settings;
  private final Sessions sessions;
  private final ModelVersions modelVersions;
  private final DigitsInUse digitsInUse;
  private final TrainingSettings trainingSettings;
  private final DigitKind digitKind;
  private final Trainings digitTrainings;
  private final Trainings wordTrainings;
  private final Map<String, Comparer> comparers;
  private final ExportCheck exportCheck;
  private final YourData yourData;
  private volatile Runnable networkChanged = () -> { };

  public AppContainer(Context context, AppExecutors executors, PackedFiles files) {
    this(context, executors, files, TfliteFactory::all);
  }

  /** @param candidates the engines to try for a model on a phone, beside Java */
  public AppContainer(Context context, AppExecutors executors, PackedFiles files,
      BiFunction<EngineModel, Phone, List<EngineFactory>> candidates) {
    this.executors = executors;
    this.files = files;
    this.database = InklingDatabase.open(context, executors.disk());
    this.drawings = new DrawingRepository(database, executors);
    this.sentences = new SentenceRepository(database, executors);
    Phone phone = Phone.of(context);
    EngineResults results =
        new EngineResults(database, environment(context, phone), System::currentTimeMillis);
    this.engines = new Engines(model -> candidates.apply(model, phone), results, executors);
    engines.afterNativeCrash(() -> Phone.lastNativeCrash(context));
    this.modelVersions = new ModelVersions(database);
    Path models = context.getFilesDir().toPath().resolve(MODELS);
    this.digitsInUse = new DigitsInUse(new ShippedDigits(files, modelVersions), modelVersions, models);
    this.recognizer = new DigitRecognizer(digitsInUse, drawings::named, engines, executors);
    drawings.whenNamedChanges(recognizer::remember);
    Path networks = context.getFilesDir().toPath().resolve(WORDS);
    this.networkInUse = new NetworkInUse(modelVersions, networks,
        context.getCacheDir().toPath().resolve("engines"), engines, executors);
    this.settings = new Settings(context);
    this.sessions = new Sessions(database, executors);
    this.trainingSettings = new TrainingSettings(context, executors.disk());
    this.digitKind = new DigitKind(files, ShippedDigits.CHECKPOINT, GENERAL_DIGITS, drawings);
    VersionTree tree = new VersionTree(digitKind, models, modelVersions, sessions, this::readWithDigitsInUse,
        System::currentTimeMillis);
    this.digitTrainings = new Trainings(digitKind, tree, sessions, new TrainingSchedule(context), executors,
        System::currentTimeMillis);
    WordKind wordKind = new WordKind(files, PhoneWords.MODEL, sentences);
    VersionTree wordTree = new VersionTree(wordKind, networks, modelVersions, sessions,
        this::networkChanged, System::currentTimeMillis);
    this.wordTrainings = new Trainings(wordKind, wordTree, sessions, new TrainingSchedule(context), executors,
        System::currentTimeMillis);
    this.comparers = Map.of(ModelVersionRow.DIGITS, new DigitComparer(digitsInUse, digitKind),
        ModelVersionRow.WORDS, new WordComparer(wordTree, wordKind));
    this.exportCheck = new ExportCheck(files, networks, modelVersions, sentences);
    this.yourData = new YourData(context, this, new StoredData(context, database),
        new StoredSentences(database), Map.of(MODELS, models, WORDS, networks));
  }

  /** Another version is in use: drawings are read with it as soon as its engine is ready. */
  void readWithDigitsInUse() throws IOException {
    recognizer.use(digitsInUse.load(), outcome -> {
      if (outcome.failed()) {
        digitTrainings.failed(outcome.failure());
      }
    });
  }

  public AppExecutors executors() {
    return executors;
  }

  /** What is packed into the app: models, notices. */
  public PackedFiles files() {
    return files;
  }

  public DrawingRepository drawings() {
    return drawings;
  }

  /** Chooses engines and knows how they do. */
  public Engines engines() {
    return engines;
  }

  /** What was typed with the keyboard. */
  public SentenceRepository sentences() {
    return sentences;
  }

  /** What was found damaged of the keyboard's learned networks; null while nothing was. */
  public LiveData<String> wordDamage() {
    return networkInUse.damage();
  }

  /** The keyboard's network, on the best engine. */
  NetworkInUse networkInUse() {
    return networkInUse;
  }

  public DigitRecognizer recognizer() {
    return recognizer;
  }

  public Settings settings() {
    return settings;
  }

  public Sessions sessions() {
    return sessions;
  }

  public ModelVersions modelVersions() {
    return modelVersions;
  }

  public DigitsInUse digitsInUse() {
    return digitsInUse;
  }

  public TrainingSettings trainingSettings() {
    return trainingSettings;
  }

  public DigitKind digitKind() {
    return digitKind;
  }

  /** Everything kept, to take along, take in and erase. */
  public DataActions yourData() {
    return yourData;
  }

  /** @param listener called on the main thread when what was typed came in or went as a whole */
  void onWordsChanged(Runnable listener) {
    yourData.onWordsChanged(listener);
  }

  /** The digit model's sessions. */
  public Trainings digitTrainings() {
    return digitTrainings;
  }

  /** The sessions of the keyboard's network. */
  public Trainings wordTrainings() {
    return wordTrainings;
  }

  /** All sessions, by kind of model. */
  Map<String, Trainings> trainings() {
    return Map.of(ModelVersionRow.DIGITS, digitTrainings, ModelVersionRow.WORDS, wordTrainings);
  }

  /** Compare versions, by kind of model. */
  Map<String, Comparer> comparers() {
    return comparers;
  }

  /** Asked before learned networks leave the phone. */
  ExportCheck exportCheck() {
    return exportCheck;
  }

  /** @param listener called on the main thread when another version of the keyboard's network is in use */
  void onNetworkChanged(Runnable listener) {
    networkChanged = listener;
  }

  /** The same, told of what was changed elsewhere. */
  void networkChanged() {
    executors.main().execute(networkChanged);
  }

  /**
   * Finishes queued work, then closes engines and the database; for processes that outlive the app, as tests
   * do.
   */
  @Override
  public void close() {
    Runnable last = () -> {
      engines.close();
      database.close();
      executors.close();
    };
    for (Executor executor : List.of(executors.disk(), executors.compute(), executors.typing(),
        executors.network(), executors.trials(), executors.training())) {
      Runnable next = last;
      last = () -> executor.execute(next);
    }
    last.run();
  }

  /** What engines' results depend on beside the model: the app, by its last update, and Android's build. */
  private static String environment(Context context, Phone phone) {
    try {
      return context.getPackageManager().getPackageInfo(context.getPackageName(), 0).lastUpdateTime + " on "
          + phone.system();
    } catch (PackageManager.NameNotFoundException e) {
      throw new IllegalStateException("the package manager does not know the app that is running", e);
    }
  }
}
