package app.inkling.suggest;

import androidx.annotation.Nullable;
import app.inkling.data.PersonalWordRow;
import app.inkling.data.SentenceRepository.Stored;
import app.inkling.data.SentenceRow;
import app.inkling.mllib.model.text.Words;
import app.inkling.mllib.suggest.AutoCorrect;
import app.inkling.mllib.suggest.EngineStep;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardSuggester;
import app.inkling.mllib.suggest.LearnedWord;
import app.inkling.mllib.suggest.SentenceNetwork;
import app.inkling.mllib.suggest.Suggestion;
import app.inkling.mllib.suggest.TimelyNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The general model, alone and with what this user typed on top. What was learned is never stored as such: it
 * follows from the stored sentences and decisions, in the order of their times. One thread, the typing one.
 */
final class TypingModel {
  /**
   * A network's answer that takes longer comes after one of the n-grams alone: a key press may take 20 ms.
   */
  private static final long DEADLINE_NANOS = 6_000_000;

  private final KeyboardModel model;
  private final KeyboardSuggester general;
  private final KeyboardSuggester personal;
  private final Executor networkThread;
  private final Listener listener;
  @Nullable
  private TimelyNetwork network;
  private final Set<String> forgotten = new HashSet<>();
  private final Set<String> kept = new HashSet<>();

  /** Hears of the network, on its thread. */
  interface Listener {
    /** The last answer can now be given in full. */
    void arrived();

    /** No engine runs the network any more; the n-grams go on. */
    void failed(RuntimeException why);
  }

  /** @param networkThread does the network's steps; nothing waits for them longer than the deadline */
  TypingModel(KeyboardModel model, Executor networkThread, Listener listener) {
    this.model = model;
    this.networkThread = networkThread;
    this.listener = listener;
    general = new KeyboardSuggester(model, null);
    personal = new KeyboardSuggester(model, null);
  }

  /** From now on this runs the network: used on the network's thread alone. */
  void use(EngineStep step) {
    if (network != null) {
      network.clear();
    }
    network = new TimelyNetwork(new SentenceNetwork(step, step.stateSize()), networkThread, DEADLINE_NANOS,
        listener::arrived, listener::failed);
    general.use(network);
    personal.use(network);
  }

  /** From what probability on predictions are shown, as chosen when the model was made; in percent. */
  float usualQuietPercent() {
    return (float) (100 * model.mixing().threshold());
  }

  void setQuietPercent(float percent) {
    general.setThreshold(percent / 100);
    personal.setThreshold(percent / 100);
  }

  /** Forgets everything learned and learns what is stored. */
  void learnAll(Stored stored) {
    personal.forgetAll();
    forgotten.clear();
    kept.clear();
    Map<String, PersonalWordRow> open = new HashMap<>();
    stored.decisions().forEach(decision -> open.put(decision.word, decision));
    for (SentenceRow sentence : stored.sentences()) {
      open.values().removeIf(decision -> decision.decided <= sentence.created && decide(decision));
      learn(sentence.text);
    }
    open.values().forEach(this::decide);
  }

  void learn(String sentence) {
    personal.learn(sentence);
    for (String word : Words.of(sentence)) {
      forgotten.remove(word);
    }
  }

  /** Makes a decision count from now on; true. */
  boolean decide(PersonalWordRow decision) {
    if (decision.decision.equals(PersonalWordRow.Decision.FORGOTTEN.name())) {
      personal.forget(decision.word);
      forgotten.add(decision.word);
      kept.remove(decision.word);
    } else {
      kept.add(decision.word);
    }
    return true;
  }

  List<LearnedWord> learned() {
    return personal.learned();
  }

  /** In time, with the network's part if that is there; else {@link #isWhole} says no: ask again later. */
  List<Offer> answer(WordSource.Question question) {
    return offers(suggester(question).suggest(before(question), question.typed()), question);
  }

  /** Whether the last answer to such a question was a full one. */
  boolean isWhole(WordSource.Question question) {
    return suggester(question).whole();
  }

  private KeyboardSuggester suggester(WordSource.Question question) {
    return question.field().personal() ? personal : general;
  }

  private static List<String> before(WordSource.Question question) {
    return Words.written(question.sentence());
  }

  private List<Offer> offers(List<Suggestion> found, WordSource.Question question) {
    List<Offer> offers = new ArrayList<>();
    boolean sure = isSure(found, question);
    for (Suggestion suggestion : found) {
      if (!question.field().personal() || !forgotten.contains(suggestion.word().toLowerCase(Locale.ROOT))) {
        offers.add(new Offer(suggestion.word(), kind(suggestion), sure && suggestion == found.get(0)));
      }
    }
    return offers;
  }

  private boolean isSure(List<Suggestion> found, WordSource.Question question) {
    String typed = question.typed();
    return AutoCorrect.DEFAULT.isSure(found, typed) && !suggester(question).knows(typed)
        && !kept.contains(typed.toLowerCase(Locale.ROOT));
  }

  private static Offer.Kind kind(Suggestion suggestion) {
    return switch (suggestion.kind()) {
      case PREDICTION -> Offer.Kind.PREDICTION;
      case COMPLETION -> Offer.Kind.COMPLETION;
      case CORRECTION -> Offer.Kind.CORRECTION;
    };
  }
}
