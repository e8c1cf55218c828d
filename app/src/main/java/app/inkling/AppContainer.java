package app.inkling;

import android.content.Context;
import android.content.pm.PackageManager;
import app.inkling.common.AppExecutors;
import app.inkling.common.PackedFiles;
import app.inkling.data.DrawingRepository;
import app.inkling.data.EngineResults;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersions;
import app.inkling.engines.DigitRecognizer;
import app.inkling.engines.Engines;
import app.inkling.engines.Phone;
import app.inkling.engines.ShippedDigits;
import app.inkling.engines.TfliteFactory;
import app.inkling.settings.Settings;

/** Builds every long-lived object once and hands out what others need. */
public final class AppContainer implements AutoCloseable {
  private final AppExecutors executors;
  private final PackedFiles files;
  private final InklingDatabase database;
  private final DrawingRepository drawings;
  private final Engines engines;
  private final DigitRecognizer recognizer;
  private final Settings settings;

  public AppContainer(Context context, AppExecutors executors, PackedFiles files) {
    this.executors = executors;
    this.files = files;
    this.database = InklingDatabase.open(context, executors.disk());
    this.drawings = new DrawingRepository(database, executors);
    Phone phone = Phone.of(context);
    this.engines = new Engines(model -> TfliteFactory.all(model, phone),
        new EngineResults(database, environment(context, phone), System::currentTimeMillis), executors);
    this.recognizer =
        new DigitRecognizer(new ShippedDigits(files, new ModelVersions(database)), engines, executors);
    this.settings = new Settings(context);
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

  public DigitRecognizer recognizer() {
    return recognizer;
  }

  public Settings settings() {
    return settings;
  }

  /** Finishes queued work and closes the database; for processes that outlive the app, as tests do. */
  @Override
  public void close() {
    executors.trials().execute(() -> executors.compute().execute(() -> executors.disk().execute(() -> {
      database.close();
      executors.close();
    })));
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
