package app.inkling;

import android.app.Application;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.os.StrictMode;
import android.os.UserManager;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.work.Configuration;
import app.inkling.common.AppExecutors;
import app.inkling.common.AssetFiles;
import app.inkling.common.PackedFiles;
import app.inkling.keyboard.InklingKeyboardService;
import app.inkling.suggest.PhoneWords;
import app.inkling.suggest.TypingSettings;
import app.inkling.training.TrainingWorker;
import app.inkling.training.Trainings;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The app's process. Builds the container and starts loading the model, so that it is ready when the pad is.
 * Before the phone is first unlocked only the keyboard runs, and storage is closed to it: then there is no
 * container yet, and words come from the packed model alone.
 */
public class InklingApplication extends Application
    implements Configuration.Provider, TrainingWorker.Host, InklingKeyboardService.Host {
  private AppExecutors executors;
  private PackedFiles files;
  private TypingSettings typingSettings;

  @Nullable
  private AppContainer container;
  @Nullable
  private PhoneWords words;

  @Override
  public void onCreate() {
    super.onCreate();
    executors = AppExecutors.create();
    files = createFiles();
    typingSettings = new TypingSettings(this);
    if (getSystemService(UserManager.class).isUserUnlocked()) {
      unlock();
    } else {
      registerReceiver(new BroadcastReceiver() {
        @Override
        public void onReceive(Context context, Intent intent) {
          unregisterReceiver(this);
          unlock();
        }
      }, new IntentFilter(Intent.ACTION_USER_UNLOCKED));
    }
  }

  private void unlock() {
    container = createContainer(executors, files);
    applyTheme();
    container.recognizer().start();
    container.digitTrainings().begin();
    container.wordTrainings().beginIfCutShort();
    container.trainingSettings().bringScheduleUpToDate(container.trainings().values());
    container.onNetworkChanged(() -> {
      if (words != null) {
        words.changeNetwork();
      }
    });
    container.onWordsChanged(() -> {
      if (words != null) {
        words.reload();
      }
    });
    if (words != null) {
      words.unlock(container.sentences(), container.networkInUse());
    }
  }

  @NonNull
  @Override
  public Configuration getWorkManagerConfiguration() {
    return new Configuration.Builder().build();
  }

  @Override
  public Map<String, Trainings> trainings() {
    return container.trainings();
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

  /** Everything the app is made of; lives as long as the process. There from the first unlock on. */
  public final AppContainer container() {
    return container;
  }

  /** Loads the keyboard's model when first called. */
  @Override
  public PhoneWords words() {
    if (words == null) {
      words = new PhoneWords(files, typingSettings, executors, System::currentTimeMillis);
      if (container != null) {
        words.unlock(container.sentences(), container.networkInUse());
      }
    }
    return words;
  }

  @Override
  public TypingSettings typingSettings() {
    return typingSettings;
  }

  /** Called once, when the phone is unlocked. */
  protected AppContainer createContainer(AppExecutors appExecutors, PackedFiles packed) {
    return new AppContainer(this, appExecutors, packed);
  }

  /** What is packed into the app; called once, on start. */
  protected PackedFiles createFiles() {
    return new AssetFiles(getAssets());
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
