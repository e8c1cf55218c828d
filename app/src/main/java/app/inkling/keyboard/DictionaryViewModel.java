package app.inkling.keyboard;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Observer;
import androidx.lifecycle.ViewModel;
import app.inkling.mllib.suggest.LearnedWord;
import app.inkling.suggest.PhoneWords;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Every word that the keyboard has learned, and the search among them. Main thread only. */
public final class DictionaryViewModel extends ViewModel {
  private final PhoneWords words;
  private final Executor background;
  private final MutableLiveData<List<LearnedWord>> shown = new MutableLiveData<>();
  private final MutableLiveData<String> forgotten = new MutableLiveData<>();
  private final MutableLiveData<Written> written = new MutableLiveData<>();
  private final Observer<Integer> reload = change -> load();
  private List<LearnedWord> all = List.of();
  private String search = "";

  /** @param background compares the former list with the next */
  public DictionaryViewModel(PhoneWords words, Executor background) {
    this.words = words;
    this.background = background;
    words.changes().observeForever(reload);
  }

  @Override
  protected void onCleared() {
    words.changes().removeObserver(reload);
  }

  Executor background() {
    return background;
  }

  /** Those that match the search, the most used first; null until they are known. */
  LiveData<List<LearnedWord>> shown() {
    return shown;
  }

  /** The word just forgotten, while that can be undone; else null. */
  LiveData<String> forgotten() {
    return forgotten;
  }

  /** The word just looked into, with the sentences that it stands in; else null. */
  LiveData<Written> written() {
    return written;
  }

  /** @param sentences the latest first */
  record Written(String word, List<String> sentences) {}

  void look(LearnedWord word) {
    words.sentencesWith(word.word(), found -> written.setValue(new Written(word.word(), found)));
  }

  void looked() {
    written.setValue(null);
  }

  boolean searching() {
    return !search.isEmpty();
  }

  void search(String text) {
    search = text.trim().toLowerCase(Locale.getDefault());
    show();
  }

  void forget(LearnedWord word) {
    words.forget(word.word());
    forgotten.setValue(word.word());
  }

  void undoForget() {
    if (forgotten.getValue() != null) {
      words.undoForget(forgotten.getValue());
      forgotten.setValue(null);
    }
  }

  void forgottenSeen() {
    forgotten.setValue(null);
  }

  private void load() {
    words.learned(found -> {
      all = found;
      show();
    });
  }

  private void show() {
    shown.setValue(all.stream()
        .filter(word -> word.word().toLowerCase(Locale.getDefault()).contains(search))
        .collect(Collectors.toList()));
  }
}
