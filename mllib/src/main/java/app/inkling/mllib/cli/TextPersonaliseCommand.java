package app.inkling.mllib.cli;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.TextLines;
import app.inkling.mllib.model.text.Words;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.KeyboardSuggester;
import app.inkling.mllib.suggest.NetworkWords;
import app.inkling.mllib.suggest.SentenceNetwork;
import app.inkling.mllib.suggest.TextScore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what learning a person's words is worth. */
@Command(name = "personalise", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Replays each author's messages in the order of the file: every message is predicted by the general "
        + "model and by one that has learned the author's messages so far, then learned. Figures are on the messages "
        + "after an author's first " + TextPersonaliseCommand.FIRST + ": a line for each author, then overall.", ""})
final class TextPersonaliseCommand implements Callable<Integer> {
  static final int FIRST = 100;

  @Mixin private KeyboardModelOption model;

  @Option(names = "--messages", paramLabel = "F", required = true,
      description = "Tab-separated with a header that names the columns author and text, packed with gzip or plain.")
  private Path messages;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, UsageException {
    KeyboardModel keyboard = model.load();
    Map<String, List<String>> authors = read(messages);
    TextScore before = new TextScore();
    TextScore after = new TextScore();
    int all = authors.values().stream().mapToInt(List::size).sum();
    try (Progress progress = new Progress(spec.commandLine().getErr(), "messages", all)) {
      for (Map.Entry<String, List<String>> author : authors.entrySet()) {
        TextScore general = new TextScore();
        TextScore personal = new TextScore();
        replay(keyboard, author.getValue(), general, personal, progress);
        if (general.words() > 0) {
          spec.commandLine().getOut().println("author=" + author.getKey() + " "
              + line(general, personal).replace(System.lineSeparator(), " ").trim());
        }
        before.add(general);
        after.add(personal);
      }
    }
    if (before.words() == 0) {
      throw new UsageException("--messages: nobody in " + messages + " has words behind the first " + FIRST
          + " messages, which are only learned from");
    }
    spec.commandLine().getOut().print(line(before, after));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static void replay(KeyboardModel keyboard, List<String> author, TextScore before, TextScore after,
      Progress progress) {
    NetworkWords network = SentenceNetwork.of(keyboard); // shared: both are asked the same in turn
    try (KeyboardSuggester general = new KeyboardSuggester(keyboard, network);
        KeyboardSuggester personal = new KeyboardSuggester(keyboard, network)) {
      for (int i = 0; i < author.size(); i++) {
        List<String> words = Words.of(author.get(i));
        if (i >= FIRST) {
          for (int place = 0; place < words.size(); place++) {
            before.add(general, words, place);
            after.add(personal, words, place);
          }
        }
        personal.learn(author.get(i));
        progress.step();
      }
    }
  }

  private static String line(TextScore before, TextScore after) {
    StringWriter text = new StringWriter();
    Figures figures = new Figures(new PrintWriter(text));
    figures.count("words", before.words());
    figures.percent("oov_percent", before.outsidePercent());
    figures.percent("top3_before_percent", before.top3Percent());
    figures.percent("top3_after_percent", after.top3Percent());
    figures.percent("top1_before_percent", before.top1Percent());
    figures.percent("top1_after_percent", after.top1Percent());
    figures.percent("keystroke_savings_before_percent", before.keystrokeSavingsPercent());
    figures.percent("keystroke_savings_after_percent", after.keystrokeSavingsPercent());
    return text.toString();
  }

  /** Texts by author, both in the order of the file. */
  private static Map<String, List<String>> read(Path file) throws IOException {
    Map<String, List<String>> authors = new LinkedHashMap<>();
    try (TextLines in = new TextLines(file)) {
      String header = in.next();
      List<String> columns = header == null ? List.of() : Arrays.asList(header.split("\t"));
      int author = columns.indexOf("author");
      int text = columns.indexOf("text");
      if (author < 0 || text < 0) {
        throw new FormatException(file + ", line 1", "a header with the columns author and text",
            header == null ? "an empty file" : "\"" + header + "\"");
      }
      for (String line = in.next(); line != null; line = in.next()) {
        String[] fields = line.split("\t", -1);
        if (fields.length <= Math.max(author, text)) {
          throw new FormatException(in.where(), columns.size() + " columns", fields.length + "");
        }
        authors.computeIfAbsent(fields[author], name -> new ArrayList<>()).add(fields[text]);
      }
    }
    return authors;
  }
}
