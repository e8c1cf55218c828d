package app.inkling;

import android.content.Context;
import app.inkling.common.AppExecutors;
import app.inkling.common.PackedFiles;
import app.inkling.data.DrawingRepository;
import app.inkling.data.InklingDatabase;
import app.inkling.data.ModelVersions;
import app.inkling.engines.DigitRecognizer;
import app.inkling.engines.TfliteFactory;
import app.inkling.settings.Settings;
import java.util.List;

/** Builds every long-lived object once and hands out what others need. */
public final class AppContainer implements AutoCloseable {
  private final AppExecutors executors;
  private final PackedFiles files;
  private final InklingDatabase database;
  private final DrawingRepository drawings;
  private final DigitRecognizer recognizer;
  private final Settings settings;

  public AppContainer(Context context, AppExecutors executors, PackedFiles files) {
    this.executors = executors;
    this.files = files;
    this.database = InklingDatabase.open(context, executors.disk());
    this.drawings = new DrawingRepository(database, executors);
    this.recognizer = new DigitRecognizer(files,
        signature -> List.of(new TfliteFactory(files, DigitRecognizer.TFLITE, signature)),
        new ModelVersions(database), executors);
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

  public DigitRecognizer recognizer() {
    return recognizer;
  }

  public Settings settings() {
    return settings;
  }

  /** Finishes queued work and closes the database; for processes that outlive the app, as tests do. */
  @Override
  public void close() {
    executors.compute().execute(() -> executors.disk().execute(() -> {
      database.close();
      executors.close();
    }));
  }
}
