package app.inkling.mllib.examples;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.Seq2seq;
import app.inkling.mllib.model.text.Seq2seqTraining;
import app.inkling.mllib.model.text.SequencePairs.Pair;
import app.inkling.mllib.model.text.Translator;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.TrainingListener;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Translating into a language that says everything backwards; the map shows where the network looks. */
public final class E20ReversingStrings {
  private static final int LONGEST = 6;
  private static final int WORDS = Vocabulary.FIRST_WORD + 8;
  private static final int UPDATES = 300;

  private E20ReversingStrings() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    double[] exact = new double[2];
    for (int i = 0; i < 2; i++) {
      Seq2seqTraining.Recipe recipe = new Seq2seqTraining.Recipe(new Seq2seq.Size(16, 32), LONGEST, i == 0, 0,
          UPDATES, 0.01f, 1);
      try (Seq2seqTraining training = new Seq2seqTraining(pairs(2000, new Rng(1)), WORDS, WORDS, recipe,
          Kernels.PLAIN)) {
        training.train(UPDATES, TrainingListener.NONE);
        Translator translator = new Translator(training.net(), 2 * LONGEST, Kernels.PLAIN);
        exact[i] = exactPercent(translator, pairs(200, new Rng(2)));
        if (i == 0) {
          print(out, "begcad", translator.translate(numbers("begcad"), 1));
        }
      }
    }
    out.printf(Locale.ROOT, "new strings reversed: %.1f %% with attention, %.1f %% through one vector%n",
        exact[0], exact[1]);
    Lesson.check(exact[0] > 95, "with attention it reverses strings it never saw");
    Lesson.check(exact[0] > exact[1] + 5, "one vector is a bottleneck");
  }

  /** Random strings of 2 letters or more, and the same from the end. */
  private static List<Pair> pairs(int count, Rng random) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int length = 2 + random.nextInt(LONGEST - 1);
      while (text.length() < length) {
        text.append((char) ('a' + random.nextInt(WORDS - Vocabulary.FIRST_WORD)));
      }
      pairs.add(new Pair(numbers(text.toString()), numbers(text.reverse().toString())));
    }
    return pairs;
  }

  private static int[] numbers(String text) {
    return text.chars().map(c -> c - 'a' + Vocabulary.FIRST_WORD).toArray();
  }

  private static double exactPercent(Translator translator, List<Pair> pairs) {
    long exact = pairs.stream()
        .filter(pair -> Arrays.equals(pair.target(), translator.translate(pair.source(), 1).words())).count();
    return 100.0 * exact / pairs.size();
  }

  /** A line for each letter written: how much it looked at each letter read. */
  private static void print(PrintStream out, String source, Translator.Translation translation) {
    out.println("      " + String.join("    ", source.split("")));
    for (int t = 0; t < translation.words().length; t++) {
      out.print((char) ('a' + translation.words()[t] - Vocabulary.FIRST_WORD));
      for (float looked : translation.attention()[t]) {
        out.printf(Locale.ROOT, " %.2f", looked);
      }
      out.println();
    }
  }
}
