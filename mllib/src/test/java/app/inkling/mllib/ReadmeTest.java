package app.inkling.mllib;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The README's lines of Java are compiled and run as they stand there. */
public class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void itsExampleCompilesAndReadsAnUprightStrokeAsOne() throws Exception {
    String line = printedBy(1, Map.of());
    assertTrue(line, line.matches("1 with probability (0\\.9\\d*|1\\.0)"));
  }

  @Test
  public void itsExampleOfLearningCompilesAndKeepsWhatItLearned() throws Exception {
    Path learned = folder.newFolder("learned").toPath();
    String line = printedBy(2, Map.of("\"learned\"", quoted(learned)));
    assertTrue(line, line.startsWith("Accepted"));
    try (Stream<Path> files = Files.list(learned)) {
      assertEquals("the shipped model and the learned one", 2,
          files.filter(file -> file.toString().endsWith(".inkling")).count());
    }
  }

  /** What the README's example of this number prints, its paths replaced by others. */
  private String printedBy(int number, Map<String, String> paths) throws Exception {
    String example = Files.readString(ROOT.resolve("README.md")).split("```java\n")[number].split("```")[0];
    assertTrue(example, example.contains("mllib/src/models/digits.inkling"));
    String models = ROOT.toAbsolutePath().resolve("mllib/src/models").toString().replace("\\", "/");
    String code = example.replace("mllib/src/models", models);
    for (Map.Entry<String, String> path : paths.entrySet()) {
      code = code.replace(path.getKey(), path.getValue());
    }
    Map<Boolean, String> imports = Arrays.stream(code.split("\n")).collect(Collectors.partitioningBy(
        line -> line.startsWith("import "), Collectors.joining("\n")));
    Path file = folder.newFile("Example.java").toPath();
    Files.writeString(file, imports.get(true) + "\npublic class Example {\n"
        + "public static void main(String[] arguments) throws Exception {" + imports.get(false) + "}}\n");
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-cp",
        System.getProperty("java.class.path"), "-proc:none", "-d", folder.getRoot().toString(), file.toString()));

    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.getRoot().toURI().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8).trim();
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "/") + '"';
  }
}
