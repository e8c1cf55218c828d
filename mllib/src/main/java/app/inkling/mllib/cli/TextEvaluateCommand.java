package app.inkling.mllib.cli;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.TextLines;
import app.inkling.mllib.model.text.Corpus;
import app.inkling.mllib.model.text.Words;
import app.inkling.mllib.suggest.AutoCorrect;
import app.inkling.mllib.suggest.CorrectionScore;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardSuggester;
import app.inkling.mllib.suggest.TextScore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the keyboard's model on sentences. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Predicts every word of every sentence from those before it, and types it with the help of the "
        + "suggestions, through the very code of the keyboard. Perplexity is over the words of the vocabulary.", ""})
final class TextEvaluateCommand implements Callable<Integer> {
  /** Of the slips. */
  private static final long SEED = 1;

  @Mixin private KeyboardModelOption model;

  @ArgGroup(multiplicity = "1")
  private Text text;

  /** One of both. */
  private static final class Text {
    @Option(names = "--sentences", paramLabel = "F",
        description = "Plain text, one sentence a line, packed with gzip or plain.")
    private Path sentences;

    @Option(names = "--held-out", paramLabel = "DIR",
        description = "The part of a folder of texts that text train --corpus DIR holds out.")
    private Path corpus;

    /** Words of each sentence, none of them empty. */
    List<List<String>> lines() throws IOException {
      List<List<String>> lines = new ArrayList<>();
      if (corpus != null) {
        Corpus.read(corpus, Map.of()).sources().forEach(source -> lines.addAll(source.heldOut()));
      } else {
        try (TextLines in = new TextLines(sentences)) {
          for (String line = in.next(); line != null; line = in.next()) {
            lines.add(Words.of(line));
          }
        }
        lines.removeIf(List::isEmpty);
      }
      if (lines.isEmpty()) {
        throw corpus == null ? new FormatException(sentences.toString(), "sentences, one a line", "no word at all")
            : new FormatException(corpus.toString(), "files with more than 4900 lines, of which some are held out",
                "none");
      }
      return lines;
    }
  }

  @Option(names = "--without-network", description = "Measures what is shown when the network is too slow.")
  private boolean withoutNetwork;

  @Option(names = "--corrections", description = "Measures as well what is corrected without asking: right words that "
      + "are replaced, and words with a slip of the finger that become what was meant, or something else.")
  private boolean corrections;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    KeyboardModel keyboard = model.load();
    List<List<String>> lines = text.lines();
    TextScore score = new TextScore();
    CorrectionScore corrected = new CorrectionScore(AutoCorrect.DEFAULT, SEED);
    try (KeyboardSuggester suggester = withoutNetwork ? new KeyboardSuggester(keyboard, null)
            : new KeyboardSuggester(keyboard);
        Progress progress = new Progress(spec.commandLine().getErr(), "sentences", lines.size())) {
      for (List<String> line : lines) {
        score.add(suggester, line);
        if (corrections) {
          corrected.add(suggester, line);
        }
        progress.step();
      }
    }
    Figures figures = new Figures(spec.commandLine().getOut());
    print(score, figures);
    if (corrections) {
      figures.number("false_corrections_percent", corrected.falsePercent(), 3);
      figures.percent("right_corrections_percent", corrected.rightPercent());
      figures.percent("wrong_corrections_percent", corrected.wrongPercent());
    }
    return 0;
  }

  private static void print(TextScore score, Figures figures) {
    figures.count("words", score.words());
    figures.percent("oov_percent", score.outsidePercent());
    figures.percent("top1_percent", score.top1Percent());
    figures.percent("top3_percent", score.top3Percent());
    figures.number("perplexity", score.perplexity(), 2);
    figures.percent("keystroke_savings_percent", score.keystrokeSavingsPercent());
    figures.percent("shown_percent", score.shownPercent());
    figures.percent("shown_top1_percent", score.shownTop1Percent());
    figures.number("p50_ms", score.milliseconds(0.5), 3);
    figures.number("p95_ms", score.milliseconds(0.95), 3);
  }
}
