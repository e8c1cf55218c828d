package app.inkling.keyboard;

import app.inkling.suggest.Field;
import app.inkling.suggest.Offer;
import app.inkling.suggest.WordSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Offers what a test told it to; remembers what it is told. Answers at once, or when let. */
final class FakeWords implements WordSource {
  private final Map<String, List<Offer>> offers = new HashMap<>();
  private final List<Question> questions = new ArrayList<>();
  private final List<String> learned = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> forgotten = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;

  FakeWords offer(String typed, Offer... words) {
    offers.put(typed, List.of(words));
    return this;
  }

  static Offer next(String word) {
    return new Offer(word, Offer.Kind.PREDICTION, false);
  }

  static Offer completion(String word) {
    return new Offer(word, Offer.Kind.COMPLETION, false);
  }

  static Offer correction(String word) {
    return new Offer(word, Offer.Kind.CORRECTION, true);
  }

  /** From now on answers wait for {@link #answer}. */
  void hold() {
    holding = true;
  }

  void answer(int question) {
    held.get(question).run();
  }

  Question lastQuestion() {
    return questions.get(questions.size() - 1);
  }

  List<Question> questions() {
    return questions;
  }

  List<String> learned() {
    return learned;
  }

  List<String> kept() {
    return kept;
  }

  List<String> forgotten() {
    return forgotten;
  }

  @Override
  public void ask(Question question, Consumer<List<Offer>> answer) {
    questions.add(question);
    Runnable say = () -> answer.accept(offers.getOrDefault(question.typed(), List.of()));
    if (holding) {
      held.add(say);
    } else {
      say.run();
    }
  }

  @Override
  public void learn(String sentence, Field field) {
    learned.add(sentence);
  }

  @Override
  public void keep(String typed, Field field) {
    kept.add(typed);
  }

  @Override
  public void forget(String word) {
    forgotten.add(word);
  }
}
