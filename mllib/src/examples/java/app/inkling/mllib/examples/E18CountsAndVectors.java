package app.inkling.mllib.examples;

import app.inkling.mllib.model.text.AddK;
import app.inkling.mllib.model.text.FeatureMarkov;
import app.inkling.mllib.model.text.FeedForwardLm;
import app.inkling.mllib.model.text.KneserNey;
import app.inkling.mllib.model.text.MarkovModel;
import app.inkling.mllib.model.text.SentenceFile;
import app.inkling.mllib.model.text.ToySentences;
import app.inkling.mllib.tensor.Rng;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The next word from the same four words before: counted, voted for by features, and from vectors. */
public final class E18CountsAndVectors {
  private static final int ORDER = 5;

  private E18CountsAndVectors() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    ToySentences toy = new ToySentences();
    List<int[]> learned = toy.sentences(250, new Rng(1));
    int[] other = SentenceFile.text(toy.sentences(300, new Rng(2)));
    int words = toy.vocabulary().size();
    FeatureMarkov features = new FeatureMarkov(ORDER, words);
    features.train(learned, 6, 0.03f, 1);
    FeedForwardLm vectors =
        new FeedForwardLm(ORDER, words, new FeedForwardLm.Size(12, 24, true, true), new Rng(1));
    vectors.train(learned, 10, 0.01f, 1);

    out.println("perplexity of sentences that none of them has read:");
    show(out, "pairs of words, 0.1 added to each count", new AddK(learned, 2, words, 0.1), toy, other);
    show(out, "five words, 0.1 added to each count", new AddK(learned, ORDER, words, 0.1), toy, other);
    show(out, "features of four words, log-linear", features, toy, other);
    double counted = show(out, "five words, Kneser-Ney", new KneserNey(learned, ORDER, words), toy, other);
    double learnedOnes = show(out, "vectors of four words, a hidden layer", vectors, toy, other);
    out.printf(Locale.ROOT, "%-42s %5.2f%n", "whoever knows all the rules", ToySentences.leastPerplexity());
    Lesson.check(learnedOnes < 0.9 * counted, "vectors carry over to what was never counted");
  }

  private static double show(PrintStream out, String name, MarkovModel model, ToySentences toy, int[] text) {
    double perplexity = model.along(toy.end()).perplexity(text);
    out.printf(Locale.ROOT, "%-42s %5.2f%n", name, perplexity);
    return perplexity;
  }
}
