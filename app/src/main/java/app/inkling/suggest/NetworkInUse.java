package app.inkling.suggest;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import app.inkling.common.AppExecutors;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.engines.EngineModel;
import app.inkling.engines.Engines;
import app.inkling.engines.LearnedVersions;
import app.inkling.engines.ServedModel;
import app.inkling.engines.TfliteSource;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.suggest.KeyboardStep;
import app.inkling.mllib.suggest.learning.NetworkFile;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The keyboard's network in use: a version learned on this phone or the one that came with the app, on the
 * fastest engine that is right. There from the first unlock on; until then our own engine runs the latter.
 */
public final class NetworkInUse {
  /** Engines' results and wishes are kept under this name. */
  public static final String ENGINES = "keyboard";

  private final ModelVersions versions;
  private final Path cache;
  private final Engines engines;
  private final AppExecutors executors;
  private final LearnedVersions<Version> learned;

  /** What runs at present; trials thread. */
  @Nullable
  private ServedModel served;
  /** Of the version that came with the app. */
  private volatile String factory = "";

  /** A version of the network, loaded. */
  private record Version(String sha256, KeyboardStep step) {}

  /**
   * @param directory where learned networks lie, named by their checksums
   * @param cache where files for engines may be kept
   */
  public NetworkInUse(ModelVersions versions, Path directory, Path cache, Engines engines,
      AppExecutors executors) {
    this.versions = versions;
    this.cache = cache;
    this.engines = engines;
    this.executors = executors;
    learned = new LearnedVersions<>(ModelVersionRow.WORDS, versions, directory, this::read);
  }

  /** See {@link LearnedVersions#damage}. */
  public LiveData<String> damage() {
    return learned.damage();
  }

  /** A network speaks the vocabulary of the model that it was trained from, and of no other. */
  private Version read(ModelVersionRow row, Checkpoint checkpoint) throws FormatException {
    if (!versions.fits(row, factory)) {
      throw new FormatException("version " + row.id, "one of the model that came with the app",
          "one of another");
    }
    return new Version(row.sha256, new KeyboardStep(NetworkFile.read(checkpoint)));
  }

  /**
   * Finds the version in use and runs it. The first one runs at once, a later one when its engines have
   * been tried; until then the one before goes on.
   *
   * @param shipped the model that came with the app, in use when nothing learned is
   * @param use called on the typing thread: takes over what now runs the network
   * @param failed called on the main thread: why the one before stays
   */
  void run(ShippedNetwork shipped, Consumer<ServedModel> use, Consumer<Exception> failed) {
    executors.trials().execute(() -> {
      try {
        EngineModel model = model(shipped);
        ServedModel before = served;
        if (before != null && before.model().sha256().equals(model.sha256())) {
          return;
        }
        served = before == null ? engines.begin(model) : engines.prepare(model);
        engines.show(served);
        ServedModel now = served;
        executors.typing().execute(() -> {
          use.accept(now);
          if (before != null) {
            executors.network().execute(before::close);
          }
        });
      } catch (EngineException | IOException | RuntimeException e) {
        executors.main().execute(() -> failed.accept(e));
      }
    });
  }

  /** The app came with another model since: what the former one learned stays, and waits for no use. */
  private void putAsideWhatAnUpdateLeft() {
    ModelVersionRow active = versions.active(ModelVersionRow.WORDS);
    if (active != null && !versions.fits(active, factory)) {
      versions.use(ModelVersionRow.WORDS, factory, System.currentTimeMillis());
    }
  }

  private EngineModel model(ShippedNetwork shipped) throws IOException {
    StringBuilder metrics = new StringBuilder();
    new TreeMap<>(shipped.notes()).forEach((name, value) ->
        metrics.append(name).append('=').append(value).append('\n'));
    factory = versions.registerShipped(ModelVersionRow.WORDS, PhoneWords.MODEL, shipped.sha256(),
        metrics.toString(), System.currentTimeMillis());
    putAsideWhatAnUpdateLeft();
    Version version = learned.inUse();
    if (version == null) {
      version = new Version(shipped.sha256(), shipped.step());
      learned.useShipped(factory);
    } else {
      shipped.leave();
    }
    KeyboardStep step = version.step();
    String sha256 = version.sha256();
    return new EngineModel(ENGINES, sha256, step.signature(), step::javaEngine,
        TfliteSource.kept(cache, sha256 + ".tflite", step::export),
        step::canaries, EngineModel.PROBABILITIES);
  }
}
