package app.inkling.mllib.suggest;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.Words;
import java.util.ArrayList;
import java.util.List;

/** The suggester of the product: the general model under a personal one, ranked over the word list. */
public final class KeyboardSuggester implements Suggester {
  private static final String POSSESSIVE = "'s";

  private final KeyboardModel model;
  private final NextWords nextWords;
  private final Ranking ranking;
  private final PersonalModel.Settings settings;
  private PersonalModel personal;
  private double threshold;
  /** The words before that the ranking is of; null when it must be made anew. */
  private List<String> looked;

  /** With our own engine, and nothing learned yet. */
  public KeyboardSuggester(KeyboardModel model) {
    this(model, SentenceNetwork.of(model));
  }

  /**
   * @param network what the network says, null for the n-grams alone; several suggesters of one thread may
   *     share it
   */
  public KeyboardSuggester(KeyboardModel model, NetworkWords network) {
    this(model, network, PersonalModel.Settings.DEFAULTS);
  }

  /** @param settings how fast the user is believed, and how fast words fade */
  public KeyboardSuggester(KeyboardModel model, NetworkWords network, PersonalModel.Settings settings) {
    this.model = model;
    this.settings = settings;
    personal = new PersonalModel(settings);
    nextWords = new NextWords(model, network);
    ranking = new Ranking(model);
    threshold = model.mixing().threshold();
  }

  @Override
  public List<Suggestion> suggest(List<String> before, String typed) {
    look(before);
    return strip(typed);
  }

  /** Whether the last {@link #suggest} was complete: no network's answer was missing that may come yet. */
  public boolean whole() {
    return looked != null;
  }

  /** Goes over to another network of the same vocabulary; null for the n-grams alone. */
  public void use(NetworkWords network) {
    looked = null;
    nextWords.use(network);
  }

  private List<Suggestion> strip(String typed) {
    if (!typed.isEmpty()) {
      return ranking.completions(typed);
    }
    List<Suggestion> predictions = ranking.predictions();
    boolean quiet = predictions.isEmpty() || predictions.get(0).probability() < threshold;
    return quiet ? List.of() : predictions;
  }

  /** Computes all words' probabilities, unless they are those of the last time and nothing was missing. */
  private void look(List<String> before) {
    List<String> lower = lower(before);
    if (!lower.equals(looked)) {
      ranking.use(nextWords.after(model.vocabulary().numbers(lower)), personal, lower);
      looked = nextWords.whole() ? lower : null;
    }
  }

  /**
   * Probability of a word after others, whatever is shown: for measuring. 0 for a word that is not in the
   * vocabulary and without evidence.
   */
  public double probability(List<String> before, String word) {
    look(before);
    return ranking.probability(WordList.lower(word));
  }

  /** The likeliest next words, whether likely enough to be shown or not: for measuring. */
  public List<Suggestion> predictions(List<String> before) {
    look(before);
    return ranking.predictions();
  }

  /** Whether the models know the word without having been taught. */
  public boolean isInVocabulary(String word) {
    return model.vocabulary().number(WordList.lower(word)) != Vocabulary.UNKNOWN;
  }

  private static List<String> lower(List<String> words) {
    List<String> lower = new ArrayList<>(words.size());
    for (String word : words) {
      lower.add(WordList.lower(word));
    }
    return lower;
  }

  @Override
  public boolean knows(String word) {
    String lower = WordList.lower(word);
    return isWord(lower) || lower.endsWith(POSSESSIVE)
        && isWord(lower.substring(0, lower.length() - POSSESSIVE.length()));
  }

  private boolean isWord(String lower) {
    return model.wordList().find(lower) >= 0 || personal.uses(lower) >= PersonalModel.EVIDENCE;
  }

  @Override
  public void learn(String sentence) {
    List<String> written = Words.written(sentence);
    looked = null;
    personal.learn(lower(written), written);
  }

  @Override
  public boolean forget(String word) {
    looked = null;
    return personal.forget(WordList.lower(word));
  }

  @Override
  public void forgetAll() {
    looked = null;
    personal = new PersonalModel(settings);
  }

  @Override
  public List<LearnedWord> learned() {
    return personal.learned(word -> model.wordList().find(word) >= 0);
  }

  @Override
  public byte[] savePersonal() {
    return PersonalFile.write(personal);
  }

  @Override
  public void restorePersonal(byte[] saved) throws FormatException {
    PersonalModel restored = new PersonalModel(settings);
    PersonalFile.read(saved, restored);
    looked = null;
    personal = restored;
  }

  @Override
  public long sentencesLearned() {
    return personal.sentences();
  }

  @Override
  public double threshold() {
    return threshold;
  }

  @Override
  public void setThreshold(double threshold) {
    this.threshold = threshold;
  }

  @Override
  public void clearContext() {
    looked = null;
    nextWords.clear();
  }

  /** Holds nothing that must be freed. */
  @Override
  public void close() { }
}
