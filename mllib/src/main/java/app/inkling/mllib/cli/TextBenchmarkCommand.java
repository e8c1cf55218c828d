package app.inkling.mllib.cli;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.DynamicEvaluation;
import app.inkling.mllib.model.text.KneserNey;
import app.inkling.mllib.model.text.LanguageModel;
import app.inkling.mllib.model.text.Mixture;
import app.inkling.mllib.model.text.RecurrentLm;
import app.inkling.mllib.model.text.RecurrentLmTraining;
import app.inkling.mllib.model.text.SentenceFile;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures models of text as the literature does. */
@Command(name = "benchmark", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Trains a Kneser-Ney 5-gram and a recurrent network on one text and prints the perplexity "
        + "of both, and of their mixture, on another. Texts have a sentence a line, packed with gzip or "
        + "plain; the end of a sentence is predicted and counted. The last 40th of the training text chooses "
        + "the network's best weights and the mixture's share. The network is "
        + "saved as it goes, a file for each text, size and seed; the same command goes on from there.",
        ""})
final class TextBenchmarkCommand implements Callable<Integer> {
  private static final int ORDER = 5;
  private static final int HELD_OUT = 40;
  private static final int SAVE_EVERY = 250;

  @Option(names = "--train", paramLabel = "F", required = true, description = "Text to learn from.")
  private Path train;

  @Option(names = "--valid", paramLabel = "F", required = true, description = "Text to measure on.")
  private Path valid;

  @Option(names = "--test", paramLabel = "F", description = "Another one; its figures begin with test_.")
  private Path test;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "text-benchmark",
      description = "Where the network is saved; made if it is not there. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--cell", paramLabel = "NAME", defaultValue = "LSTM",
      description = "What the network remembers with: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private RecurrentLm.Cell cell;

  @Option(names = "--units", paramLabel = "N", defaultValue = "320",
      description = "Units of the network, and numbers of a word's vector. Default: ${DEFAULT-VALUE}.")
  private int units;

  @Option(names = "--epochs", paramLabel = "N", defaultValue = "14",
      description = "How often the network reads the text, 0 for n-grams alone. It, candidates, "
          + "rate and dropout may be others when a training goes on. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(names = "--candidates", paramLabel = "N", defaultValue = "1500",
      description = "Words that the network compares each next word with in training, more than 700; 0 for "
          + "all, which is slower. Default: ${DEFAULT-VALUE}.")
  private int candidates;

  @Option(names = "--dropout", paramLabel = "R", defaultValue = "0.5",
      description = "Share of numbers that are dropped in training. Default: ${DEFAULT-VALUE}.")
  private float dropout;

  @Option(names = "--learning-rate", paramLabel = "R", defaultValue = "0.003",
      description = "The highest; it falls to 0. Default: ${DEFAULT-VALUE}.")
  private float learningRate;

  @Option(names = "--dynamic", paramLabel = "R",
      description = "Also measures a network that goes on learning from the text it is measured on, behind "
          + "each word it has predicted, at this rate, such as 1: dynamic evaluation, its "
          + "figures begin with dynamic_.")
  private Float dynamicRate;

  @Option(names = "--dynamic-decay", paramLabel = "R", defaultValue = "0.01",
      description = "How fast it goes back to what it had learned before. Default: ${DEFAULT-VALUE}.")
  private float dynamicDecay;

  @Mixin private TrainingOptions training;
  @Spec private CommandSpec spec;
  private Figures figures;

  @Override
  public Integer call() throws IOException, UsageException {
    Require.atLeast(1, "--units", units);
    Require.atLeast(0, "--epochs", epochs);
    Require.share("--dropout", dropout);
    Require.aboveZero("--learning-rate", learningRate);
    Require.atLeast(0.0, "--dynamic-decay", dynamicDecay);
    if (dynamicRate != null) {
      Require.aboveZero("--dynamic", dynamicRate);
    }
    figures = new Figures(spec.commandLine().getOut());
    Kernels arithmetic = training.arithmetic();
    SentenceFile text = SentenceFile.read(train);
    if (text.size() < HELD_OUT) {
      throw new UsageException("text benchmark: " + train + " has " + text.size() + " sentences; wants at "
          + "least " + HELD_OUT + ", of which the last is held out");
    }
    Vocabulary vocabulary = text.vocabulary();
    if (candidates != 0 && candidates <= RecurrentLmTraining.WORDS && candidates < vocabulary.size() - 1) {
      throw new UsageException("--candidates: wants 0 or more than " + RecurrentLmTraining.WORDS + ", got "
          + candidates);
    }
    int end = vocabulary.number(SentenceFile.END);
    int[] judged = read(valid, vocabulary);
    int[] alsoJudged = test == null ? null : read(test, vocabulary);
    figures.count("words", vocabulary.size() - 1);

    List<int[]> all = text.numbers(vocabulary, 0, text.size());
    List<int[]> learned = all.subList(0, all.size() - all.size() / HELD_OUT);
    int[] heldOut = SentenceFile.text(all.subList(learned.size(), all.size()));
    LanguageModel ngrams = new KneserNey(all, ORDER, vocabulary.size()).along(end);
    double[] counted = ngrams.probabilities(judged);
    figures.number("kn5_perplexity", LanguageModel.perplexity(counted), 2);
    double[] countedTest = test == null ? null : ngrams.probabilities(alsoJudged);
    if (test != null) {
      figures.number("test_kn5_perplexity", LanguageModel.perplexity(countedTest), 2);
    }
    if (epochs == 0) {
      return 0;
    }

    RecurrentLm network =
        new RecurrentLm(cell, vocabulary.size(), end, units, dropout, new Rng(training.seed()), arithmetic);
    double speed = train(network, SentenceFile.text(learned), heldOut, arithmetic);
    double share = Mixture.bestShare(network.probabilities(heldOut),
        new KneserNey(learned, ORDER, vocabulary.size()).along(end).probabilities(heldOut));
    figures.number("network_share", share, 3);
    print("", network.probabilities(judged), counted, share);
    if (dynamicRate != null) {
      DynamicEvaluation dynamic = new DynamicEvaluation(network, dynamicRate, dynamicDecay);
      figures.number("dynamic_held_out_perplexity",
          LanguageModel.perplexity(dynamic.probabilities(heldOut)), 2);
      print("dynamic_", dynamic.probabilities(judged), counted, share);
    }
    if (test != null) {
      print("test_", network.probabilities(alsoJudged), countedTest, share);
    }
    figures.number("words_per_second", speed, 0);
    return 0;
  }

  private static int[] read(Path file, Vocabulary vocabulary) throws IOException {
    SentenceFile text = SentenceFile.read(file);
    return SentenceFile.text(text.numbers(vocabulary, 0, text.size()));
  }

  private void print(String prefix, double[] network, double[] ngrams, double share) {
    String name = prefix + cell.name().toLowerCase(Locale.ROOT) + "_perplexity";
    figures.number(name, LanguageModel.perplexity(network), 2);
    figures.number(prefix + "mixture_perplexity",
        LanguageModel.perplexity(Mixture.mix(network, ngrams, share)), 2);
  }

  /** Each training its own file, so that another text begins anew and spoils nothing. */
  private String savedAs(int[] text) {
    int hash = List.of(Arrays.hashCode(text), cell.name(), units, training.seed()).hashCode();
    return String.format(Locale.ROOT, "language-%08x.inkling", hash);
  }

  /** Words a second; the network has its best weights then. */
  private double train(RecurrentLm network, int[] text, int[] heldOut, Kernels arithmetic)
      throws IOException {
    Files.createDirectories(out);
    Path saved = out.resolve(savedAs(text));
    figures.count("parameters", network.parameterCount());
    try (RecurrentLmTraining run =
            new RecurrentLmTraining(network, text, heldOut, epochs, candidates, learningRate,
                training.seed(), arithmetic);
        Progress progress = new Progress(spec.commandLine().getErr(), "updates", run.updates())) {
      if (Files.exists(saved)) {
        run.restore(Checkpoint.read(saved));
      }
      while (!run.finished()) {
        run.train(SAVE_EVERY, step -> progress.stepTo(step.step()));
        run.save().write(saved);
        progress.say(Math.round(run.wordsPerSecond()) + " words/s");
        if (run.updatesDone() % run.perEpoch() == 0) {
          figures.count("epoch", run.updatesDone() / run.perEpoch());
          figures.number("held_out_perplexity", run.heldOutPerplexity(), 2);
        }
      }
      run.useBest();
      return run.wordsPerSecond();
    }
  }
}
