package app.inkling.mllib.cli;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.model.text.Words;
import app.inkling.mllib.suggest.KeyboardModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TextCommandsTest {
  private static final String[] SENTENCES = {"I will see you tomorrow.", "What are you doing?", "See you later!",
    "I don't know.", "Let me know.", "We're going to the party tonight."};

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path corpus;

  @Before
  public void writeACorpus() throws Exception {
    corpus = folder.newFolder("corpus").toPath();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5200; i++) {
      lines.add(SENTENCES[i % SENTENCES.length]);
    }
    Files.write(corpus.resolve("everyday.txt"), lines);
    Files.write(corpus.resolve("other.txt"), List.of("Something else entirely.", "written/wsj"));
    Files.writeString(folder.getRoot().toPath().resolve("more"),
        " word=Tomorrow,f=200,flags=\n word=colour,f=90,flags=\n");
    Files.writeString(folder.getRoot().toPath().resolve("list"), "dictionary=main:en\n word=tomorrow,f=120,flags=\n"
        + " word=Tom,f=110,flags=\n word=i,f=0,not_a_word=true\n word=I,f=190,flags=\n");
  }

  private Tool train(Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("text", "train", "--corpus", corpus.toString(), "--out",
        out.toString(), "--word-list", folder.getRoot().toPath().resolve("list").toString(), "--word-list",
        folder.getRoot().toPath().resolve("more").toString(), "--ngrams", "500",
        "--features", "8", "--units", "8"));
    arguments.addAll(List.of(more));
    return Tool.run(arguments.toArray(new String[0]));
  }

  @Test
  public void trainsAWholeModelMeasuresItAndGoesOnToTheSameBytes() throws Exception {
    Path out = folder.getRoot().toPath().resolve("made/by/it");
    Tool tool = train(out, "--updates", "6", "--weight", "everyday=0.2");
    assertEquals(tool.err, 0, tool.exitCode);
    assertTrue(tool.figure("held_out_perplexity") > 1);
    assertEquals(6, tool.figure("updates"), 0);
    KeyboardModel model = KeyboardModel.load(out.resolve("keyboard.inkling"));
    assertEquals("Tom", model.wordList().shown(model.wordList().find("tom")));
    assertTrue(model.wordList().find("i") >= 0);
    assertTrue("of the second list", model.wordList().find("colour") >= 0);
    assertEquals("as the first list has it", "tomorrow",
        model.wordList().shown(model.wordList().find("tomorrow")));

    byte[] whole = Files.readAllBytes(out.resolve("keyboard.inkling"));
    Tool again = train(out, "--updates", "6", "--weight", "everyday=0.2");
    assertEquals(again.err, 0, again.exitCode);
    assertArrayEquals(whole, Files.readAllBytes(out.resolve("keyboard.inkling")));

    Path sentences = folder.getRoot().toPath().resolve("sentences");
    Files.write(sentences, List.of("I will see you zzzz", "", "Let me know!"));
    Tool evaluated = Tool.run("text", "evaluate", "--model", out.resolve("keyboard.inkling").toString(),
        "--sentences", sentences.toString());
    assertEquals(evaluated.err, 0, evaluated.exitCode);
    assertEquals(List.of("words", "oov_percent", "top1_percent", "top3_percent", "perplexity",
        "keystroke_savings_percent", "shown_percent", "shown_top1_percent", "p50_ms", "p95_ms"),
        new ArrayList<>(evaluated.figures().keySet()));
    Tool corrected = Tool.run("text", "evaluate", "--model", out.resolve("keyboard.inkling").toString(),
        "--sentences", sentences.toString(), "--corrections");
    for (String kind : List.of("false", "right", "wrong")) {
      double percent = corrected.figure(kind + "_corrections_percent");
      assertTrue(kind + ": " + percent, percent >= 0 && percent <= 100);
    }
    Tool heldOut = Tool.run("text", "evaluate", "--model", out.resolve("keyboard.inkling").toString(),
        "--held-out", corpus.toString());
    long words = 0;
    for (int line = 4900; line < 5000; line++) {
      words += Words.of(SENTENCES[line % SENTENCES.length]).size();
    }
    assertEquals("the last of 50 blocks of 100 lines", words, heldOut.figure("words"), 0);
    assertEquals("one of both", 2, Tool.run("text", "evaluate", "--held-out", corpus.toString(),
        "--sentences", sentences.toString()).exitCode);
    assertEquals(8, evaluated.figure("words"), 0);
    assertEquals(12.5, evaluated.figure("oov_percent"), 0);
    assertTrue(evaluated.figure("top3_percent") >= 50);
  }

  @Test
  public void replaysAuthorsAndPrintsEachAndOverallLast() throws Exception {
    Path out = folder.getRoot().toPath();
    Tool trained = train(out, "--updates", "0");
    assertEquals(trained.err, 0, trained.exitCode);
    List<String> lines = new ArrayList<>(List.of("text\tauthor"));
    for (int i = 0; i < 110; i++) {
      lines.add("meet me at zorblax station\ta");
      lines.add((i < 104 ? "brief" : "something else") + "\tb");
    }
    Path messages = out.resolve("messages");
    Files.write(messages, lines);
    Tool tool = Tool.run("text", "personalise", "--model", out.resolve("keyboard.inkling").toString(), "--messages",
        messages.toString());
    assertEquals(tool.err, 0, tool.exitCode);
    assertTrue(tool.out, tool.out.startsWith("author=a words=50 ") && tool.out.contains("\nauthor=b words=16 "));
    assertEquals(66, tool.figure("words"), 0);
    assertTrue(tool.figure("top3_after_percent") > 80);
    assertTrue(tool.figure("top3_before_percent") < 40);
    assertTrue(tool.figure("keystroke_savings_after_percent") > tool.figure("keystroke_savings_before_percent"));
    for (String figure : List.of("top1_before_percent", "top1_after_percent")) {
      assertTrue(figure, tool.figures().containsKey(figure));
    }

    Files.write(messages, List.of("who\twhat", "a\tb"));
    Tool wrong = Tool.run("text", "personalise", "--messages", messages.toString(), "--model",
        out.resolve("keyboard.inkling").toString());
    assertEquals(1, wrong.exitCode);
    assertTrue(wrong.err, wrong.err.contains("columns author and text"));
  }

  @Test
  public void saysWhatIsWrong() {
    Path out = folder.getRoot().toPath().resolve("never");
    Tool none = Tool.run("text", "train", "--corpus", folder.getRoot() + "/nowhere", "--out", out.toString());
    assertEquals(1, none.exitCode);
    assertTrue(none.err, none.err.contains("nowhere"));
    assertFalse(none.err, none.err.contains("\tat "));
    Tool impossible = train(out, "--words", "0");
    assertEquals(2, impossible.exitCode);
    assertTrue(impossible.err, impossible.err.contains("--words"));
  }

  @Test
  public void translatesGoesOnAndShowsWhereItLooked() throws Exception {
    List<String> pairs = new ArrayList<>();
    String[] numbers = {"one\tune", "two\tdeux", "three\ttrois", "four\tquatre", "five\tcinq", "six\tsix", "ten\tdix"};
    String[] things = {"dogs\tchiens", "cats\tchats", "cows\tvaches", "birds\toiseaux", "trees\tarbres"};
    String[] colours = {"red\trouges", "green\tverts", "blue\tbleus", "black\tnoirs", "white\tblancs"};
    for (String number : numbers) {
      for (String thing : things) {
        for (String colour : colours) {
          String[][] words = {number.split("\t"), colour.split("\t"), thing.split("\t")};
          pairs.add(words[0][0] + " " + words[1][0] + " " + words[2][0] + "\t" + words[0][1] + " " + words[2][1]
              + " " + words[1][1]);
        }
      }
    }
    Path file = Files.write(folder.newFile().toPath(), pairs);
    Path out = folder.getRoot().toPath().resolve("translated");
    String[] command = {"text", "translate", "--pairs", file.toString(), "--features", "16", "--units", "16",
        "--dropout", "0", "--learning-rate", "0.02", "--updates", "120", "--source-length", "3", "--target-length",
        "4", "--out", out.toString()};
    Tool tool = Tool.run(command);
    assertEquals(tool.err, 0, tool.exitCode);
    assertTrue(tool.out, tool.figure("validation_perplexity") < 2);
    List<String> translations = Files.readAllLines(out.resolve("translations.tsv"));
    assertEquals(tool.figure("test_sentences"), translations.size(), 0);
    long right = translations.stream().map(line -> line.split("\t")).filter(line -> line[1].equals(line[2])).count();
    assertEquals(100.0 * right / translations.size(), tool.figure("exact_percent"), 0.01);
    List<String> map = Files.readAllLines(out.resolve("attention.tsv"));
    String[] heads = map.get(0).split("\t");
    assertEquals(translations.get(0).split("\t")[1], String.join(" ", heads).trim());
    assertEquals(1, map.subList(1, 4).stream().mapToDouble(line -> Double.parseDouble(line.split("\t")[1])).sum(), 0.01);

    Tool again = Tool.run(command);
    assertFalse("no update is left", again.out.contains("training_loss"));
    assertEquals(tool.figure("bleu_greedy"), again.figure("bleu_greedy"), 0);
    Tool other = Tool.run("text", "translate", "--pairs", file.toString(), "--without-attention", "--out",
        out.toString());
    assertEquals(1, other.exitCode);
    assertTrue(other.err, other.err.contains("train into another directory"));
    assertEquals(2, Tool.run("text", "translate", "--pairs", file.toString(), "--beam", "0", "--out",
        out.toString()).exitCode);
  }

  @Test
  public void learnsVectorsOfWordsInBothWays() {
    for (String method : List.of("glove", "skipgram")) {
      Tool tool = Tool.run("text", "vectors", "--corpus", corpus.toString(), "--method", method, "--features", "4",
          "--epochs", "2", "--show", "you,nobody");
      assertEquals(tool.err, 0, tool.exitCode);
      assertTrue(tool.out, tool.out.contains("neighbours_of_nobody=(not in the vocabulary)"));
      assertTrue(tool.out, tool.out.matches("(?s).*neighbours_of_you=(\\S+ ){5}\\S+\n.*"));
      assertTrue(tool.out, tool.figure(method.equals("glove") ? "held_out_error_of_frequencies"
          : "held_out_preferred_percent") > 0);
    }
    assertEquals(2, Tool.run("text", "vectors", "--corpus", corpus.toString(), "--method", "glove", "--epochs", "0")
        .exitCode);
  }
}
