package app.inkling;

import android.app.Application;
import android.os.StrictMode;
import androidx.annotation.NonNull;
import androidx.work.Configuration;
import app.inkling.common.AppExecutors;
import app.inkling.common.AssetFiles;
import app.inkling.data.ModelVersionRow;
import app.inkling.training.TrainingWorker;
import app.inkling.training.Trainings;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The app's process. Builds the container and starts loading the model, so that it is ready when the pad is.
 */
public class InklingApplication extends Application
    implements Configuration.Provider, TrainingWorker.Host {
  private AppContainer container;

  @Override
  public void onCreate() {
    super.onCreate();
    container = createContainer();
    applyTheme();
    container.recognizer().start();
    container.digitTrainings().begin();
  }

  @NonNull
  @Override
  public Configuration getWorkManagerConfiguration() {
    return new Configuration.Builder().build();
  }

  @Override
  public Map<String, Trainings> trainings() {
    return Map.of(ModelVersionRow.DIGITS, container.digitTrainings());
  }

  @Override
  public Executor trainingThread() {
    return container.executors().training();
  }

  /** Comes only where a process outlives the app, as in tests on the JVM. */
  @Override
  public void onTerminate() {
    container.close();
    super.onTerminate();
  }

  /** Everything the app is made of; lives as long as the process. */
  public final AppContainer container() {
    return container;
  }

  /** Called once, on start. */
  protected AppContainer createContainer() {
    return new AppContainer(this, AppExecutors.create(), new AssetFiles(getAssets()));
  }

  /** The theme has to be known before the first window, so its few bytes are read here and now. */
  private void applyTheme() {
    StrictMode.ThreadPolicy before = StrictMode.allowThreadDiskReads();
    try {
      container.settings().theme().apply();
    } finally {
      StrictMode.setThreadPolicy(before);
    }
  }
}
