package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import picocli.CommandLine;

/** The documents link to what is there, and the tool's commands in them are commands that it has. */
public class DocumentsTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> DOCUMENTS = List.of("README.md", "mllib/docs/architecture.md",
      "mllib/docs/benchmarks.md", "mllib/docs/course.md", "mllib/docs/formats.md", "mllib/docs/results.md",
      "mllib/src/models/README.md", "app/docs/architecture.md");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
  private static final Pattern COMMAND = Pattern.compile("-jar (\\S*)inkling-cli\\.jar ([^`\n|>]*)");

  @Test
  public void everyLinkLeadsToAFile() throws IOException {
    List<String> lost = new ArrayList<>();
    int links = 0;
    for (String document : DOCUMENTS) {
      Matcher link = LINK.matcher(Files.readString(ROOT.resolve(document)));
      for (; link.find(); links++) {
        if (!Files.exists(ROOT.resolve(document).resolveSibling(link.group(1)))) {
          lost.add(document + ": " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), lost);
    assertTrue("only " + links + " links", links > 15);
  }

  @Test
  public void everyCommandIsOneThatTheToolHas() throws IOException {
    List<String> wrong = new ArrayList<>();
    int commands = 0;
    for (String document : DOCUMENTS) {
      String text = Files.readString(ROOT.resolve(document)).replaceAll("\\\\\n\\s*", " ");
      Matcher command = COMMAND.matcher(text);
      for (; command.find(); commands++) {
        if (!command.group(1).equals("mllib/target/")) {
          wrong.add(document + ": " + command.group() + ": is not where the build puts it");
        }
        try {
          String[] arguments = command.group(2).trim().split(" +");
          Main.commands(arguments).parseArgs(arguments);
        } catch (CommandLine.ParameterException e) {
          wrong.add(document + ": " + command.group() + ": " + e.getMessage());
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue("only " + commands + " commands", commands > 20);
  }
}
