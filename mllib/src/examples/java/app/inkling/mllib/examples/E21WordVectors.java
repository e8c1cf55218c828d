package app.inkling.mllib.examples;

import app.inkling.mllib.data.Batches;
import app.inkling.mllib.model.analysis.Neighbours;
import app.inkling.mllib.model.text.Cooccurrences;
import app.inkling.mllib.model.text.Glove;
import app.inkling.mllib.model.text.SkipGram;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.optim.Adagrad;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.mllib.train.TrainingListener;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A word is known by the company it keeps: GloVe counts it, negative sampling tells it from drawn words. */
public final class E21WordVectors {
  private static final List<List<String>> EATERS = List.of(List.of("dog", "cat", "wolf"),
      List.of("waiter", "teacher", "doctor"));
  private static final List<List<String>> FOOD = List.of(List.of("bone", "mouse", "rabbit"),
      List.of("soup", "cake", "salad"));
  private static final int EPOCHS = 100;

  private E21WordVectors() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    List<String> words = new ArrayList<>(List.of("eats", "wants", "likes"));
    EATERS.forEach(words::addAll);
    FOOD.forEach(words::addAll);
    Vocabulary vocabulary = new Vocabulary(words);
    List<int[]> text = text(vocabulary, 5000, new Rng(1));
    print(out, "GloVe", words, glove(text, vocabulary.size()));
    print(out, "negative sampling", words, skipGram(text, vocabulary.size()));
  }

  /** Such as "dog eats bone"; one time in ten anybody eats anything. */
  private static List<int[]> text(Vocabulary vocabulary, int sentences, Rng random) {
    List<int[]> text = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      int kind = random.nextInt(2);
      int food = random.nextInt(10) == 0 ? 1 - kind : kind;
      text.add(vocabulary.numbers(List.of(EATERS.get(kind).get(random.nextInt(3)),
          vocabulary.word(Vocabulary.FIRST_WORD + random.nextInt(3)),
          FOOD.get(food).get(random.nextInt(3)))));
    }
    return text;
  }

  private static float[][] glove(List<int[]> text, int words) {
    Cooccurrences counts = new Cooccurrences(text, words, 2);
    int[] cells = counts.cells(false);
    Glove model = new Glove(counts, 6, new Rng(1));
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      model.epoch(cells, 0.1, new Rng(1).split(epoch));
    }
    return model.vectors();
  }

  private static float[][] skipGram(List<int[]> text, int words) {
    SkipGram model = new SkipGram(text, words, 6, 1, 2, 5, new Rng(1));
    try (Trainer trainer = new Trainer(model.parameters(), model, new Adagrad(), Schedule.constant(0.3f),
        TrainerOptions.DEFAULTS.withBatch(128, 128))) {
      trainer.train(new Batches(model.size(), 128, 1), Budget.ofSteps(400), TrainingListener.NONE);
    }
    return model.vectors();
  }

  private static void print(PrintStream out, String name, List<String> words, float[][] vectors) {
    Neighbours neighbours = new Neighbours(words, Arrays.copyOfRange(vectors, Vocabulary.FIRST_WORD,
        vectors.length));
    for (int kind = 0; kind < 2; kind++) {
      List<String> company = new ArrayList<>(EATERS.get(kind));
      company.addAll(FOOD.get(kind));
      for (String word : List.of(company.get(0), company.get(3))) {
        List<String> nearest = neighbours.nearest(word, 2);
        out.println(name + ": nearest to " + word + " are " + nearest);
        Lesson.check(company.containsAll(nearest), name + " finds the company that " + word + " keeps");
      }
    }
  }
}
