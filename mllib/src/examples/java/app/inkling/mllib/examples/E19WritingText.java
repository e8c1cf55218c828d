package app.inkling.mllib.examples;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.KneserNey;
import app.inkling.mllib.model.text.LanguageModel;
import app.inkling.mllib.model.text.Mixture;
import app.inkling.mllib.model.text.RecurrentLm;
import app.inkling.mllib.model.text.RecurrentLmTraining;
import app.inkling.mllib.model.text.Sampling;
import app.inkling.mllib.model.text.SentenceFile;
import app.inkling.mllib.model.text.ToySentences;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.TrainingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A recurrent network learns behind the right words (teacher forcing), and then writes behind its own. */
public final class E19WritingText {
  private E19WritingText() {}

  public static void main(String[] arguments) throws IOException {
    run(System.out);
  }

  public static void run(PrintStream out) throws IOException {
    ToySentences toy = new ToySentences();
    List<int[]> sentences = toy.sentences(2000, new Rng(1));
    int[] text = SentenceFile.text(sentences);
    int[] heldOut = SentenceFile.text(toy.sentences(100, new Rng(2)));
    int[] other = SentenceFile.text(toy.sentences(200, new Rng(3)));
    int words = toy.vocabulary().size();
    RecurrentLm network =
        new RecurrentLm(RecurrentLm.Cell.GRU, words, toy.end(), 16, 0.1f, new Rng(1), Kernels.PLAIN);
    try (RecurrentLmTraining training =
        new RecurrentLmTraining(network, text, heldOut, 10, 0, 0.02f, 1, Kernels.PLAIN)) {
      while (!training.finished()) {
        training.train(training.perEpoch(), TrainingListener.NONE);
      }
      training.useBest();
    }
    LanguageModel counts = new KneserNey(sentences, 5, words).along(toy.end());
    double share = Mixture.bestShare(network.probabilities(heldOut), counts.probabilities(heldOut));
    double mixed = new Mixture(network, counts, share).perplexity(other);
    out.printf(Locale.ROOT, "perplexity: network %.2f, counts %.2f, %.2f of one and the rest of the "
        + "other %.2f%n", network.perplexity(other), counts.perplexity(other), share, mixed);

    double bold = write(out, "as it is", network, toy, Sampling.PLAIN);
    write(out, "the 3 likeliest words", network, toy, Sampling.PLAIN.withTopK(3));
    write(out, "the words that have 0.8 together", network, toy, Sampling.PLAIN.withTopP(0.8f));
    double careful = write(out, "temperature 0.5", network, toy, Sampling.PLAIN.withTemperature(0.5f));
    write(out, "always the likeliest", network, toy, Sampling.GREEDY);
    Lesson.check(mixed < 1.02 * network.perplexity(other), "the mixture is no worse than the network");
    Lesson.check(careful < bold, "what a lower temperature writes is likelier");
  }

  /** Perplexity, to the network, of what it wrote. */
  private static double write(PrintStream out, String how, RecurrentLm network, ToySentences toy,
      Sampling sampling) {
    LanguageModel.Reader reader = network.reader();
    Rng random = new Rng(4);
    int[] written = new int[0];
    out.println(how + ":");
    for (int sentence = 0; sentence < 3; sentence++) {
      int[] more = sampling.write(reader, network.words(), toy.end(), 12, random);
      StringBuilder line = new StringBuilder(" ");
      for (int word : more) {
        line.append(' ').append(toy.vocabulary().word(word));
      }
      out.println(line);
      written = SentenceFile.text(List.of(written, more));
    }
    return network.perplexity(written);
  }
}
