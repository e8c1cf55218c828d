package app.inkling.mllib.cli;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.Corpus;
import app.inkling.mllib.model.text.NgramModel;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.model.text.WordNetTraining;
import app.inkling.mllib.suggest.KeyboardBuilding;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.ListedWords;
import app.inkling.mllib.suggest.WordList;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the keyboard's model. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Trains the keyboard's model on a folder of texts, a sentence a line (*.txt or *.txt.gz), and leaves "
        + "it in DIR as keyboard.inkling: vocabulary, n-grams, network, word list. The last of every 50 blocks of 100 "
        + "lines is held out: it trains nothing, and chooses the network's share and the threshold. The network is "
        + "saved as training.inkling as it goes; the same command goes on from there.", ""})
final class TextTrainCommand implements Callable<Integer> {
  private static final String SAVED = "training.inkling";
  private static final int MOST_WORDS = 60_000;
  private static final int SAVE_EVERY = 250;

  @Option(names = "--corpus", paramLabel = "DIR", required = true,
      description = "Folder of texts, packed with gzip or plain, one sentence a line.")
  private Path corpusFolder;

  @Option(names = "--weight", paramLabel = "NAME=W",
      description = "How often a sentence of the files whose names begin with NAME counts. May be given several "
          + "times. Default: once.")
  private Map<String, Double> weights = Map.of();

  @Option(names = "--words", paramLabel = "N", defaultValue = "10000",
      description = "Size of the vocabulary. Default: ${DEFAULT-VALUE}.")
  private int words;

  @Option(names = "--vocabulary", paramLabel = "F",
      description = "Take the vocabulary of this keyboard model: to go on from its network with other weights.")
  private Path vocabularyOf;

  @Option(names = "--updates", paramLabel = "N", defaultValue = "12000",
      description = "Updates of the network, each from 32 windows of 32 words; 0 for n-grams alone, or with --start "
          + "for that network as it is. Default: ${DEFAULT-VALUE}.")
  private long updates;

  @Option(names = "--features", paramLabel = "N", defaultValue = "128",
      description = "Numbers of a word's vector. Default: ${DEFAULT-VALUE}.")
  private int features;

  @Option(names = "--units", paramLabel = "N", defaultValue = "384",
      description = "Units of the network. Default: ${DEFAULT-VALUE}.")
  private int units;

  @Option(names = "--order", paramLabel = "N", defaultValue = "4",
      description = "Longest n-grams. Default: ${DEFAULT-VALUE}.")
  private int order;

  @Option(names = "--ngrams", paramLabel = "N", defaultValue = "700000",
      description = "N-grams to keep, about. Default: ${DEFAULT-VALUE}.")
  private int mostNgrams;

  @Option(names = "--word-list", paramLabel = "F",
      description = "A list of words with frequencies in the form of Android's open keyboard, for completions and "
          + "corrections, packed with gzip or plain. May be given several times: of a later list only the words "
          + "that those before it lack.")
  private List<Path> wordLists = List.of();

  @Option(names = "--list-size", paramLabel = "N", defaultValue = "80000",
      description = "Words to list, about. Default: ${DEFAULT-VALUE}.")
  private int listSize;

  @Option(names = "--learning-rate", paramLabel = "R", defaultValue = "" + WordNetTraining.LEARNING_RATE,
      description = "Before it falls. Default: ${DEFAULT-VALUE}.")
  private float learningRate;

  @Option(names = "--start", paramLabel = "F",
      description = "Weights to begin with, as a training saved them (training.inkling), instead of random ones.")
  private Path start;

  @Option(names = "--out", paramLabel = "DIR", required = true,
      description = "Where to write; made if it is not there.")
  private Path out;

  @Mixin private TrainingOptions training;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, UsageException {
    Require.between(1, MOST_WORDS, "--words", words);
    Require.atLeast(0, "--updates", updates);
    Require.atLeast(1, "--features", features);
    Require.atLeast(1, "--units", units);
    Require.atLeast(2, "--order", order);
    Require.atLeast(1, "--ngrams", mostNgrams);
    Require.atLeast(1, "--list-size", listSize);
    Require.aboveZero("--learning-rate", learningRate);
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      Require.atLeast(0.0, "--weight " + weight.getKey(), weight.getValue());
    }
    Kernels arithmetic = training.arithmetic();
    Corpus corpus = Corpus.read(corpusFolder, weights);
    for (String name : weights.keySet()) {
      if (corpus.sources().stream().noneMatch(source -> source.name().startsWith(name))) {
        throw new UsageException("--weight " + name + ": no file in " + corpusFolder + " has a name that begins so");
      }
    }
    Files.createDirectories(out);
    if (!Files.isWritable(out)) {
      throw new AccessDeniedException(out.toString());
    }
    Vocabulary vocabulary = vocabularyOf == null ? Vocabulary.ofMostFrequent(corpus.counts(), words)
        : KeyboardModel.load(vocabularyOf).vocabulary();
    WordNet network = updates == 0 && start == null ? null : train(corpus, vocabulary, arithmetic);
    KeyboardBuilding building = new KeyboardBuilding(corpus, vocabulary, training.seed());
    NgramModel ngrams = building.ngrams(order, mostNgrams);
    WordList list = building.wordList(ListedWords.read(wordLists), listSize);
    KeyboardModel model = building.model(ngrams, list, network, notes());
    model.toCheckpoint().write(out.resolve("keyboard.inkling"));
    print(model);
    return 0;
  }

  /** What training it was. */
  private Map<String, String> notes() {
    return Map.of("trained_with", weights + ", " + updates + " updates, seed " + training.seed(),
        "kernels", training.kernels().name());
  }

  private void print(KeyboardModel model) throws IOException {
    Figures figures = new Figures(spec.commandLine().getOut());
    figures.count("words", model.vocabulary().words().size());
    figures.count("listed_words", model.wordList().size());
    for (int n = 2; n <= model.ngrams().order(); n++) {
      figures.count(n + "grams", model.ngrams().size(n));
    }
    figures.count("ngram_bytes", model.ngrams().toBytes().length);
    figures.count("word_list_bytes", model.wordList().toBytes().length);
    figures.text("network_shares", java.util.Arrays.toString(model.mixing().networkShares()));
    figures.text("threshold", Double.toString(model.mixing().threshold()));
    figures.count("bytes", Files.size(out.resolve("keyboard.inkling")));
  }

  private WordNet train(Corpus corpus, Vocabulary vocabulary, Kernels arithmetic) throws IOException {
    Path saved = out.resolve(SAVED);
    Figures figures = new Figures(spec.commandLine().getOut());
    try (WordNetTraining run = new WordNetTraining(corpus, vocabulary, new WordNet.Size(features, units),
            updates, learningRate, training.seed(), 1, arithmetic);
        Progress progress = new Progress(spec.commandLine().getErr(), "updates", run.updates())) {
      if (Files.exists(saved)) {
        run.restore(Checkpoint.read(saved));
      } else if (start != null) {
        run.startFrom(Checkpoint.read(start));
      }
      figures.count("updates_an_epoch", run.perEpoch());
      while (!run.finished()) {
        double[] loss = new double[1];
        long before = run.updatesDone();
        run.train(SAVE_EVERY, step -> {
          loss[0] += step.loss();
          progress.stepTo(step.step());
        });
        run.save().write(saved);
        figures.count("updates", run.updatesDone());
        figures.number("training_loss", loss[0] / (run.updatesDone() - before), 4);
        figures.number("held_out_perplexity", run.heldOutPerplexity(), 2);
      }
      return run.net();
    }
  }
}
