package app.inkling.data;

import androidx.annotation.WorkerThread;
import androidx.lifecycle.LiveData;
import app.inkling.common.AppExecutors;
import app.inkling.common.Outcome;
import app.inkling.mllib.model.text.Words;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Everything typed that may be learned from, and what the user decided about words. Calls return at once;
 * storage is done on the disk thread in the order of the calls, and what comes back comes back on the main
 * thread: when it does, the change is in the database's file.
 */
public final class SentenceRepository {
  private static final String SENTENCE = "sentence";

  private final InklingDatabase database;
  private final SentenceDao dao;
  private final AppExecutors executors;

  public SentenceRepository(InklingDatabase database, AppExecutors executors) {
    this.database = database;
    this.dao = database.sentences();
    this.executors = executors;
  }

  /**
   * What is stored.
   *
   * @param sentences eldest first
   */
  public record Stored(List<SentenceRow> sentences, List<PersonalWordRow> decisions) {}

  public void load(Consumer<Outcome<Stored>> loaded) {
    run(() -> new Stored(dao.sentences(), dao.decisions()), loaded);
  }

  /** Every sentence, eldest first. */
  @WorkerThread
  public List<SentenceRow> all() {
    return dao.sentences();
  }

  /**
   * Those that may teach, eldest first: without those that have a word in them that was forgotten
   * afterwards.
   */
  @WorkerThread
  public List<SentenceRow> teaching() {
    return teaching(dao);
  }

  static List<SentenceRow> teaching(SentenceDao dao) {
    Map<String, Long> forgotten = new HashMap<>();
    for (PersonalWordRow row : dao.decisions()) {
      if (row.decision.equals(PersonalWordRow.Decision.FORGOTTEN.name())) {
        forgotten.put(row.word, row.decided);
      }
    }
    return dao.sentences().stream().filter(sentence -> Words.of(sentence.text).stream()
        .noneMatch(word -> forgotten.getOrDefault(word, Long.MIN_VALUE) >= sentence.created))
        .collect(Collectors.toList());
  }

  /** The sentences that have a word in them, the latest first. */
  public void with(String word, Consumer<Outcome<List<String>>> found) {
    run(() -> {
      List<String> texts = dao.sentences().stream().map(sentence -> sentence.text)
          .filter(text -> Words.of(text).contains(word.toLowerCase(Locale.ROOT))).collect(Collectors.toList());
      Collections.reverse(texts);
      return texts;
    }, found);
  }

  /** How many sentences are stored, kept up to date. */
  public LiveData<Outcome<Integer>> count() {
    return new TableLiveData<>(database, executors.disk(), dao::count, SENTENCE);
  }

  /** Stores a sentence; only then may it be learned. */
  public void add(String text, long created, Consumer<Outcome<SentenceRow>> stored) {
    run(() -> {
      SentenceRow row = new SentenceRow();
      row.id = UUID.randomUUID().toString();
      row.text = text;
      row.created = created;
      dao.insert(row);
      return row;
    }, stored);
  }

  /** Stores a decision in place of any former one on this word. */
  public void decide(String word, PersonalWordRow.Decision decision, long now,
      Consumer<Outcome<PersonalWordRow>> stored) {
    run(() -> {
      PersonalWordRow row = new PersonalWordRow();
      row.word = word;
      row.decision = decision.name();
      row.decided = now;
      dao.decide(row);
      return row;
    }, stored);
  }

  /** Takes any decision on this word back. */
  public void undecide(String word, Consumer<Outcome<Stored>> loaded) {
    run(() -> {
      dao.undecide(word);
      return new Stored(dao.sentences(), dao.decisions());
    }, loaded);
  }

  /** Deletes all sentences and decisions; no byte of them stays in the files. */
  public void erase(Consumer<Outcome<Stored>> erased) {
    run(() -> {
      dao.erase();
      database.dropTraces();
      return new Stored(List.of(), List.of());
    }, erased);
  }

  private <T> void run(Callable<T> work, Consumer<Outcome<T>> done) {
    executors.disk().execute(() -> {
      Outcome<T> outcome = Outcome.of(work);
      executors.main().execute(() -> done.accept(outcome));
    });
  }
}
