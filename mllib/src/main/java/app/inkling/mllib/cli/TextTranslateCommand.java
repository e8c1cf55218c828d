package app.inkling.mllib.cli;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.text.Bleu;
import app.inkling.mllib.model.text.PairCorpus;
import app.inkling.mllib.model.text.Seq2seq;
import app.inkling.mllib.model.text.Seq2seqTraining;
import app.inkling.mllib.model.text.Translator;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network that translates, and measures it on sentences it never saw. */
@Command(name = "translate", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Trains an encoder and a decoder on pairs of short sentences, and prints the BLEU of sentences "
        + "that were held out with all their translations: a fiftieth for the test, another for "
        + "validation. Leaves the translations in DIR as translations.tsv (source, translation, a "
        + "reference) and, with attention, where the network looked as attention.tsv (source word, then "
        + "its share in each word of the translation). The training is saved as training.inkling as it "
        + "goes; the same command goes on from there.", ""})
final class TextTranslateCommand implements Callable<Integer> {
  private static final int SAVE_EVERY = 250;
  private static final int VALIDATED = 500;

  @Option(names = "--pairs", paramLabel = "F", required = true,
      description = "Lines of a source, a tab and a target, packed with gzip or plain.")
  private Path file;

  @Option(names = "--without-attention",
      description = "All that the decoder hears of a source is one vector.")
  private boolean withoutAttention;

  @Option(names = "--source-length", paramLabel = "N", defaultValue = "7",
      description = "Words of a source at most. Default: ${DEFAULT-VALUE}.")
  private int sourceLength;

  @Option(names = "--target-length", paramLabel = "N", defaultValue = "9",
      description = "Words of a target at most. Default: ${DEFAULT-VALUE}.")
  private int targetLength;

  @Option(names = "--words", paramLabel = "N", defaultValue = "4000",
      description = "Words of each language; the others are unknown. Default: ${DEFAULT-VALUE}.")
  private int words;

  @Option(names = "--features", paramLabel = "N", defaultValue = "128",
      description = "Numbers of a word's vector. Default: ${DEFAULT-VALUE}.")
  private int features;

  @Option(names = "--units", paramLabel = "N", defaultValue = "192",
      description = "Units of the networks. Default: ${DEFAULT-VALUE}.")
  private int units;

  @Option(names = "--dropout", paramLabel = "R", defaultValue = "0.2",
      description = "Of embeddings and of what the output sees. Default: ${DEFAULT-VALUE}.")
  private float dropout;

  @Option(names = "--updates", paramLabel = "N", defaultValue = "9000",
      description = "Updates, each from " + Seq2seqTraining.BATCH + " pairs. Default: ${DEFAULT-VALUE}.")
  private long updates;

  @Option(names = "--learning-rate", paramLabel = "R", defaultValue = "0.002",
      description = "At its highest. Default: ${DEFAULT-VALUE}.")
  private float learningRate;

  @Option(names = "--beam", paramLabel = "N", defaultValue = "5",
      description = "Beginnings that beam search keeps. Default: ${DEFAULT-VALUE}.")
  private int beam;

  @Option(names = "--out", paramLabel = "DIR", required = true,
      description = "Where to write; made if it is not there.")
  private Path out;

  @Mixin private TrainingOptions training;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, UsageException {
    Require.atLeast(1, "--source-length", sourceLength);
    Require.atLeast(1, "--target-length", targetLength);
    Require.atLeast(1, "--words", words);
    Require.atLeast(1, "--features", features);
    Require.atLeast(1, "--units", units);
    Require.atLeast(1, "--beam", beam);
    Require.atLeast(1, "--updates", updates);
    Require.share("--dropout", dropout);
    Require.aboveZero("--learning-rate", learningRate);
    Kernels arithmetic = training.arithmetic();
    PairCorpus corpus = PairCorpus.read(file, sourceLength, targetLength);
    if (corpus.test().isEmpty() || corpus.validation().isEmpty()
        || corpus.training().size() < Seq2seqTraining.BATCH) {
      throw new UsageException("text translate: wants at least " + Seq2seqTraining.BATCH
          + " sentences to learn from and some in each held-out part, got " + corpus.training().size() + ", "
          + corpus.validation().size()
          + " and " + corpus.test().size() + " in " + file + "; hand in more pairs or allow longer ones");
    }
    Files.createDirectories(out);
    Vocabulary source = corpus.sourceWords(words);
    Vocabulary target = corpus.targetWords(words);
    Seq2seqTraining.Recipe recipe = new Seq2seqTraining.Recipe(new Seq2seq.Size(features, units),
        sourceLength, !withoutAttention, dropout, updates, learningRate, training.seed());
    try (Seq2seqTraining run = new Seq2seqTraining(PairCorpus.pairs(corpus.training(), source, target),
        source.size(), target.size(), recipe, arithmetic)) {
      train(run, corpus, source, target);
      measure(run.net(), corpus.test(), source, target, arithmetic);
    }
    return 0;
  }

  private void train(Seq2seqTraining run, PairCorpus corpus, Vocabulary source, Vocabulary target)
      throws IOException {
    Path saved = out.resolve("training.inkling");
    List<PairCorpus.Sentence> held = corpus.validation();
    var validation = PairCorpus.pairs(held.subList(0, Math.min(VALIDATED, held.size())), source, target);
    Figures figures = new Figures(spec.commandLine().getOut());
    figures.count("training_sentences", corpus.training().size());
    figures.count("parameters", run.net().parameterCount());
    try (Progress progress = new Progress(spec.commandLine().getErr(), "updates", updates)) {
      if (Files.exists(saved)) {
        run.restore(Checkpoint.read(saved));
      }
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
        figures.number("validation_perplexity", run.perplexity(validation), 3);
      }
    }
  }

  /** Translates the test sentences from the likeliest word to the next, and by beam search. */
  private void measure(Seq2seq net, List<PairCorpus.Sentence> sentences, Vocabulary source, Vocabulary target,
      Kernels arithmetic) throws IOException {
    Translator translator = new Translator(net, 2 * targetLength, arithmetic);
    Bleu greedy = new Bleu();
    Bleu beamed = new Bleu();
    int exact = 0;
    Figures figures = new Figures(spec.commandLine().getOut());
    try (Progress progress = new Progress(spec.commandLine().getErr(), "sentences", sentences.size());
        PrintWriter lines = writer("translations.tsv");
        PrintWriter maps = withoutAttention ? null : writer("attention.tsv")) {
      for (PairCorpus.Sentence sentence : sentences) {
        int[] numbers = source.numbers(sentence.source());
        greedy.add(written(translator.translate(numbers, 1), target), sentence.translations());
        Translator.Translation best = translator.translate(numbers, beam);
        List<String> translation = written(best, target);
        beamed.add(translation, sentence.translations());
        exact += sentence.translations().contains(translation) ? 1 : 0;
        lines.println(String.join(" ", sentence.source()) + "\t" + String.join(" ", translation) + "\t"
            + String.join(" ", sentence.translations().get(0)));
        if (maps != null) {
          printMap(maps, sentence.source(), translation, best.attention());
        }
        progress.step();
      }
    }
    figures.count("test_sentences", sentences.size());
    figures.number("bleu_greedy", greedy.score(), 2);
    figures.number("bleu_beam", beamed.score(), 2);
    figures.percent("exact_percent", 100.0 * exact / sentences.size());
  }

  private PrintWriter writer(String name) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(out.resolve(name), StandardCharsets.UTF_8));
  }

  private static List<String> written(Translator.Translation translation, Vocabulary target) {
    List<String> words = new ArrayList<>();
    for (int word : translation.words()) {
      words.add(target.word(word));
    }
    return words;
  }

  private static void printMap(PrintWriter maps, List<String> source, List<String> translation,
      float[][] map) {
    maps.println("\t" + String.join("\t", translation));
    for (int s = 0; s < source.size(); s++) {
      StringBuilder line = new StringBuilder(source.get(s));
      for (float[] looked : map) {
        line.append(String.format(Locale.ROOT, "\t%.3f", looked[s]));
      }
      maps.println(line);
    }
    maps.println();
  }
}
