package app.inkling.suggest;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.common.AppExecutors;
import app.inkling.common.LatestWins;
import app.inkling.common.Outcome;
import app.inkling.common.PackedFiles;
import app.inkling.data.PersonalWordRow;
import app.inkling.data.SentenceRepository;
import app.inkling.data.SentenceRepository.Stored;
import app.inkling.mllib.suggest.EngineStep;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardStep;
import app.inkling.mllib.suggest.LearnedWord;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Words from the packed model and from what was typed on this phone. Models work on the typing thread, and
 * nothing else does; the network works on its own, and an answer that it is late for is given without it
 * and again with it. So neither training nor an engine holds typing up. A sentence is stored before it is
 * learned; before the phone is first unlocked there is no storage, and nothing is learned.
 */
public final class PhoneWords implements WordSource {
  /** The packed model. */
  public static final String MODEL = "models/keyboard.inkling";

  /** Of longer texts the end is kept: it is the latest. */
  private static final int LONGEST_SENTENCE = 400;

  private final PackedFiles files;
  private final TypingSettings settings;
  private final AppExecutors executors;
  private final LongSupplier clock;
  private final MutableLiveData<WordsStatus> status = new MutableLiveData<>(new WordsStatus(false, null));
  private final LatestWins<Asked> questions;
  private final MutableLiveData<Integer> changes = new MutableLiveData<>(0);

  /** Null before the phone's first unlock. Main thread. */
  @Nullable
  private SentenceRepository sentences;
  /** Null before the phone's first unlock: our own engine runs the packed network. Main thread. */
  @Nullable
  private NetworkInUse networks;
  /** Null until loaded. Typing thread. */
  @Nullable
  private TypingModel model;
  /** Null until loaded, and for a model without a network. Network thread. */
  @Nullable
  private ShippedNetwork shipped;
  /** What was asked last; typing thread. */
  @Nullable
  private Asked last;

  /** Answers again, in full, what the network was late for, unless more was asked since. */
  private final class Late implements TypingModel.Listener {
    @Override
    public void arrived() {
      executors.typing().execute(PhoneWords.this::complete);
    }

    @Override
    public void failed(RuntimeException why) {
      executors.main().execute(() -> say(why));
    }
  }

  private record Asked(Question question, Consumer<List<Offer>> answer) {}

  /** @param clock milliseconds since 1970 */
  public PhoneWords(PackedFiles files, TypingSettings settings, AppExecutors executors, LongSupplier clock) {
    this.files = files;
    this.settings = settings;
    this.executors = executors;
    this.clock = clock;
    this.questions = new LatestWins<>(executors.typing(), this::answer);
    executors.typing().execute(this::load);
  }

  /** The phone is unlocked: what was typed before comes back, and learning begins. */
  public void unlock(SentenceRepository stored, NetworkInUse inUse) {
    sentences = stored;
    networks = inUse;
    reload();
    changeNetwork();
  }

  /**
   * Another version of the network is in use: goes over to it as soon as it is ready to run. Not before the
   * packed one runs, which is loaded on the typing thread and then the network's.
   */
  public void changeNetwork() {
    NetworkInUse inUse = networks;
    if (inUse != null) {
      executors.typing().execute(() -> executors.network().execute(() -> {
        if (shipped != null) {
          inUse.run(shipped, served -> use(new EngineStep(served.engine())), this::say);
        }
      }));
    }
  }

  /** What went wrong goes to the screen. */
  private void say(Exception fault) {
    status.setValue(new WordsStatus(status.getValue().ready(), fault));
  }

  /** What is stored was changed from elsewhere: all of it was erased, or more came in. */
  public void reload() {
    if (sentences != null) {
      sentences.load(this::learnAll);
    }
  }

  public LiveData<WordsStatus> status() {
    return status;
  }

  /** Changes whenever something was learned or forgotten. */
  public LiveData<Integer> changes() {
    return changes;
  }

  /** The n-grams, which answer what is asked meanwhile as soon as they are there; the network comes later. */
  private void load() {
    Outcome<KeyboardModel> loaded = Outcome.of(() ->
        KeyboardModel.loadWords(Checkpoint.fromPackage(MODEL, files.read(MODEL))));
    if (!loaded.failed()) {
      model = new TypingModel(loaded.value(), executors.network(), new Late());
      model.setQuietPercent(settings.quietPercent(model.usualQuietPercent()));
      executors.network().execute(() -> loadNetwork(loaded.value().metadata()));
    }
    status.postValue(new WordsStatus(!loaded.failed(), loaded.failure()));
  }

  private void loadNetwork(Map<String, String> notes) {
    try {
      ShippedNetwork network = new ShippedNetwork(files, MODEL, notes);
      KeyboardStep step = network.step();
      if (step != null) {
        shipped = network;
        EngineStep engine = new EngineStep(step.javaEngine());
        executors.typing().execute(() -> use(engine));
      }
    } catch (IOException | RuntimeException e) {
      executors.main().execute(() -> say(e));
    }
  }

  /** Typing thread. */
  private void use(EngineStep step) {
    model.use(step);
    complete();
  }

  /** Gives the last answer again if there is more to say by now. */
  private void complete() {
    if (last != null && !model.isWhole(last.question())) {
      answer(last);
    }
  }

  @Override
  public void ask(Question question, Consumer<List<Offer>> answer) {
    if (question.field().suggests()) {
      questions.submit(new Asked(question, answer));
    }
  }

  private void answer(Asked asked) {
    last = asked;
    if (model == null) {
      tell(asked, List.of());
    } else {
      tell(asked, model.answer(asked.question()));
    }
  }

  private void tell(Asked asked, List<Offer> offers) {
    executors.main().execute(() -> asked.answer().accept(offers));
  }

  @Override
  public void learn(String sentence, Field field) {
    if (!field.learns() || !settings.learns() || sentences == null) {
      return;
    }
    String kept = sentence.substring(Math.max(0, sentence.length() - LONGEST_SENTENCE));
    sentences.add(kept, clock.getAsLong(), stored -> after(stored, row -> model.learn(row.text)));
  }

  @Override
  public void keep(String typed, Field field) {
    if (field.learns() && settings.learns()) {
      decide(typed, PersonalWordRow.Decision.KEPT);
    }
  }

  @Override
  public void forget(String word) {
    decide(word, PersonalWordRow.Decision.FORGOTTEN);
  }

  private void decide(String word, PersonalWordRow.Decision decision) {
    if (sentences != null) {
      sentences.decide(word.toLowerCase(Locale.ROOT), decision, clock.getAsLong(),
          stored -> after(stored, row -> model.decide(row)));
    }
  }

  /** Takes a "forget" back: the word counts as before. */
  public void undoForget(String word) {
    if (sentences != null) {
      sentences.undecide(word.toLowerCase(Locale.ROOT), this::learnAll);
    }
  }

  /** Erases all that was typed and learned. */
  public void eraseAll() {
    if (sentences != null) {
      sentences.erase(this::learnAll);
    }
  }

  /** All words learned, the most used first; {@code found} is called on the main thread. */
  public void learned(Consumer<List<LearnedWord>> found) {
    executors.typing().execute(() -> {
      List<LearnedWord> words = model == null ? List.of() : model.learned();
      executors.main().execute(() -> found.accept(words));
    });
  }

  /** Where a word was written: the stored sentences with it, the latest first; main thread. */
  public void sentencesWith(String word, Consumer<List<String>> found) {
    if (sentences != null) {
      sentences.with(word, stored -> {
        if (stored.failed()) {
          say(stored.failure());
        } else {
          found.accept(stored.value());
        }
      });
    }
  }

  /** From what percentage on next words are shown; the one chosen with the model if the user chose none. */
  public void quietPercent(Consumer<Float> found) {
    executors.typing().execute(() -> {
      float percent = settings.quietPercent(model == null ? 0 : model.usualQuietPercent());
      executors.main().execute(() -> found.accept(percent));
    });
  }

  /** Shows next words from this percentage on. */
  public void setQuietPercent(float percent) {
    settings.setQuietPercent(percent);
    executors.typing().execute(() -> {
      if (model != null) {
        model.setQuietPercent(percent);
      }
    });
  }

  /** All typing settings as when the app was new. */
  public void resetSettings() {
    settings.reset();
    executors.typing().execute(() -> {
      if (model != null) {
        model.setQuietPercent(model.usualQuietPercent());
      }
    });
  }

  private void learnAll(Outcome<Stored> stored) {
    after(stored, all -> model.learnAll(all));
  }

  /** What is stored is learned; what could not be stored is said. */
  private <T> void after(Outcome<T> stored, Consumer<T> learn) {
    if (stored.failed()) {
      say(stored.failure());
      return;
    }
    executors.typing().execute(() -> {
      if (model != null) {
        learn.accept(stored.value());
      }
      executors.main().execute(() -> changes.setValue(changes.getValue() + 1));
    });
  }
}
