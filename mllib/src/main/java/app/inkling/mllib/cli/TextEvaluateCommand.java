package app.inkling.mllib.cli;

import app.inkling.mllib.model.text.Words;
import app.inkling.mllib.data.GzipOrPlain;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardSuggester;
import app.inkling.mllib.suggest.TextScore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the keyboard's model on sentences. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Predicts every word of every sentence from those before it, and types it with the help of the "
        + "suggestions, through the very code of the keyboard. Perplexity is over the words of the vocabulary.", ""})
final class TextEvaluateCommand implements Callable<Integer> {
  @Option(names = "--model", paramLabel = "F",
      description = "The keyboard model to measure; the shipped one if absent.")
  private Path model;

  @Option(names = "--sentences", paramLabel = "F", required = true,
      description = "Plain text, one sentence a line, packed with gzip or plain.")
  private Path sentences;

  @Option(names = "--without-network", description = "Measures what is shown when the network is too slow.")
  private boolean withoutNetwork;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    KeyboardModel keyboard = model == null ? ShippedModels.keyboard() : KeyboardModel.load(model);
    List<List<String>> lines;
    try (BufferedReader in = new BufferedReader(
        new InputStreamReader(GzipOrPlain.open(sentences), StandardCharsets.UTF_8))) {
      lines = in.lines().map(Words::of).filter(words -> !words.isEmpty()).collect(Collectors.toList());
    }
    TextScore score = new TextScore();
    try (KeyboardSuggester suggester = withoutNetwork ? new KeyboardSuggester(keyboard, null)
            : new KeyboardSuggester(keyboard);
        Progress progress = new Progress(spec.commandLine().getErr(), "sentences", lines.size())) {
      for (List<String> line : lines) {
        score.add(suggester, line);
        progress.step();
      }
    }
    print(score);
    return 0;
  }

  private void print(TextScore score) {
    Figures figures = new Figures(spec.commandLine().getOut());
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
