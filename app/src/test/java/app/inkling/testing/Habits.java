package app.inkling.testing;

import android.text.InputType;
import androidx.test.core.app.ApplicationProvider;
import app.inkling.data.Learning;
import app.inkling.data.ModelVersionRow;
import app.inkling.screens.App;
import app.inkling.suggest.Field;
import app.inkling.suggest.FieldRules;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.rules.ExternalResource;

/**
 * Someone who writes the same few sentences over and over, and what tests of the keyboard's sessions ask of
 * the app. What was learned from them is forgotten at a test's end.
 */
public final class Habits extends ExternalResource {
  public static final Field MESSAGE =
      FieldRules.of(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE, 0);
  public static final List<String> SENTENCES = List.of("green tractor weather always wins",
      "the tractor parade begins on sunday", "please bring green apples to the parade",
      "always bring the blue tractor home");

  private final App app;

  /** @param app a rule that holds before this one and after it */
  public Habits(App app) {
    this.app = app;
  }

  @Override
  protected void after() {
    try {
      onTraining(() -> {
        app.container().wordTrainings().forgetAll();
        return null;
      });
    } catch (Exception e) {
      throw new IllegalStateException("what was learned could not be forgotten", e);
    }
  }

  /** So many sentences, one habit after the other. */
  public void write(int sentences) {
    for (int i = 0; i < sentences; i++) {
      app.words().learn(sentence(i), MESSAGE);
    }
    app.settle();
  }

  /** The sentence that {@link #write} writes as this one, from 0 on. */
  public static String sentence(int i) {
    return SENTENCES.get(i % SENTENCES.size());
  }

  /** Does something on the training thread and waits until what came of it is shown. */
  public <T> T onTraining(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    app.container().executors().training().execute(task);
    T result = task.get(300, TimeUnit.SECONDS);
    app.settle();
    return result;
  }

  /** How far learning of words has come. */
  public Learning learning() {
    return Waiting.value(app.container().sessions().learning(ModelVersionRow.WORDS),
        app.container().executors()).value();
  }

  /** Where learned networks lie. */
  public static Path networks() {
    return ApplicationProvider.getApplicationContext().getFilesDir().toPath().resolve("words");
  }
}
