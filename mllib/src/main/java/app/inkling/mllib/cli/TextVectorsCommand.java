package app.inkling.mllib.cli;

import app.inkling.mllib.data.Batches;
import app.inkling.mllib.model.analysis.Neighbours;
import app.inkling.mllib.model.text.Cooccurrences;
import app.inkling.mllib.model.text.Corpus;
import app.inkling.mllib.model.text.Glove;
import app.inkling.mllib.model.text.SkipGram;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.optim.Adagrad;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns vectors of words in two ways, and shows neighbours. */
@Command(name = "vectors", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Learns a vector for each word of a folder of texts (*.txt or *.txt.gz, a sentence a line), and "
        + "prints the nearest neighbours of some words and a figure on what was held out. glove: the mean "
        + "squared error of the logarithms of a twentieth of the counts, beside that of the words' "
        + "frequencies alone. skipgram: how often a true neighbour in held-out sentences is preferred to "
        + "a drawn word, beside preferring the more frequent one.", ""})
final class TextVectorsCommand implements Callable<Integer> {
  /** The two ways. */
  enum Method { glove, skipgram }

  private static final int NEIGHBOURS = 6;
  private static final int BATCH = 1024;
  private static final double FREQUENT = 1e-3;
  private static final float FALL = 0.1f;

  @Option(names = "--corpus", paramLabel = "DIR", required = true,
      description = "Folder of texts, packed with gzip or plain, one sentence a line.")
  private Path folder;

  @Option(names = "--method", paramLabel = "NAME", required = true, description = "${COMPLETION-CANDIDATES}.")
  private Method method;

  @Option(names = "--words", paramLabel = "N", defaultValue = "8000",
      description = "Size of the vocabulary, at most 20000. Default: ${DEFAULT-VALUE}.")
  private int words;

  @Option(names = "--features", paramLabel = "N", defaultValue = "50",
      description = "Numbers of a vector. Default: ${DEFAULT-VALUE}.")
  private int features;

  @Option(names = "--window", paramLabel = "N", defaultValue = "5",
      description = "How far apart neighbours are at most. Default: ${DEFAULT-VALUE}.")
  private int window;

  @Option(names = "--epochs", paramLabel = "N", defaultValue = "15",
      description = "Times that everything is learned from. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(names = "--negatives", paramLabel = "N", defaultValue = "5",
      description = "skipgram: drawn words for each neighbour. Default: ${DEFAULT-VALUE}.")
  private int negatives;

  @Option(names = "--learning-rate", paramLabel = "R", defaultValue = "0.2",
      description = "skipgram: at the beginning. Default: ${DEFAULT-VALUE}.")
  private float learningRate;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
      description = "Of everything random. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--show", paramLabel = "WORD", split = ",",
      defaultValue = "monday,coffee,king,happy,seven,restaurant,she,sister,blue,france",
      description = "Words whose neighbours are printed. Default: ${DEFAULT-VALUE}.")
  private List<String> shown;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, UsageException {
    Require.between(1, 20_000, "--words", words);
    Require.atLeast(1, "--features", features);
    Require.atLeast(1, "--window", window);
    Require.atLeast(1, "--epochs", epochs);
    Require.atLeast(1, "--negatives", negatives);
    Require.aboveZero("--learning-rate", learningRate);
    Corpus corpus = Corpus.read(folder, Map.of());
    Vocabulary vocabulary = Vocabulary.ofMostFrequent(corpus.counts(), words);
    List<int[]> text = corpus.sample(vocabulary, Corpus.Source::training, 1, new Rng(seed));
    float[][] vectors = method == Method.glove ? glove(text, vocabulary)
        : skipGram(text, corpus.sample(vocabulary, Corpus.Source::heldOut, 1, new Rng(seed)), vocabulary);
    print(vocabulary, vectors);
    return 0;
  }

  private Progress progress(String of, long steps) {
    return new Progress(spec.commandLine().getErr(), of, steps);
  }

  private float[][] glove(List<int[]> text, Vocabulary vocabulary) {
    Cooccurrences counts = new Cooccurrences(text, vocabulary.size(), window);
    int[] cells = counts.cells(false);
    int[] heldOut = counts.cells(true);
    Glove frequencies = new Glove(counts, 0, new Rng(seed));
    Glove model = new Glove(counts, features, new Rng(seed));
    try (Progress progress = progress("epochs", 2L * epochs)) {
      for (Glove each : List.of(frequencies, model)) {
        for (int epoch = 0; epoch < epochs; epoch++) {
          each.epoch(cells, Glove.LEARNING_RATE, new Rng(seed).split(epoch));
          progress.step();
        }
      }
    }
    Figures figures = new Figures(spec.commandLine().getOut());
    figures.count("cells", cells.length);
    figures.count("held_out_cells", heldOut.length);
    figures.number("training_error", model.error(cells), 4);
    figures.number("held_out_error", model.error(heldOut), 4);
    figures.number("held_out_error_of_frequencies", frequencies.error(heldOut), 4);
    return model.vectors();
  }

  private float[][] skipGram(List<int[]> text, List<int[]> heldOut, Vocabulary vocabulary)
      throws UsageException {
    SkipGram model;
    try {
      model = new SkipGram(text, vocabulary.size(), features, FREQUENT, window, negatives, new Rng(seed));
    } catch (IllegalArgumentException tooShort) {
      throw new UsageException("--corpus " + folder + ": " + tooShort.getMessage());
    }
    int batch = Math.min(BATCH, model.size());
    Batches batches = new Batches(model.size(), batch, seed);
    long updates = (long) epochs * batches.perEpoch();
    Schedule falling = step -> learningRate * (1 - (1 - FALL) * step / updates);
    double[] loss = new double[1];
    try (Progress progress = progress("updates", updates);
        Trainer trainer = new Trainer(model.parameters(), model, new Adagrad(), falling,
            TrainerOptions.DEFAULTS.withBatch(batch, batch).withSeed(seed))) {
      trainer.train(batches, Budget.ofSteps(updates), step -> {
        loss[0] = loss[0] == 0 ? step.loss() : 0.99 * loss[0] + 0.01 * step.loss();
        progress.stepTo(step.step());
      });
    }
    Figures figures = new Figures(spec.commandLine().getOut());
    figures.count("places", model.size());
    figures.number("training_loss", loss[0], 4);
    long[] counts = model.counts();
    figures.percent("held_out_preferred_percent", 100 * model.accuracy(heldOut, model::score, new Rng(seed)));
    figures.percent("held_out_preferred_percent_of_frequencies",
        100 * model.accuracy(heldOut, (word, neighbour) -> counts[neighbour], new Rng(seed)));
    return model.vectors();
  }

  private void print(Vocabulary vocabulary, float[][] vectors) {
    List<String> known = vocabulary.words();
    Neighbours neighbours = new Neighbours(known,
        Arrays.copyOfRange(vectors, Vocabulary.FIRST_WORD, vectors.length));
    Figures figures = new Figures(spec.commandLine().getOut());
    for (String word : shown) {
      figures.text("neighbours_of_" + word, known.contains(word)
          ? String.join(" ", neighbours.nearest(word, NEIGHBOURS)) : "(not in the vocabulary)");
    }
  }
}
