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
    String readme = Files.readString(ROOT.resolve("README.md"));
    String example = readme.split("```java\n")[1].split("```")[0];
    assertTrue(example, example.contains("mllib/src/models/digits.inkling"));
    String source = "import app.inkling.mllib.data.stroke.*; import app.inkling.mllib.digits.*;"
        + " import app.inkling.mllib.inference.*; import java.nio.file.*;\n"
        + "public class Example { public static void main(String[] arguments) throws Exception {\n"
        + example.replace("mllib/src/models", ROOT.toAbsolutePath().resolve("mllib/src/models").toString().replace("\\", "/"))
        + "}}\n";
    Path file = folder.newFile("Example.java").toPath();
    Files.writeString(file, source);
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
    String line = printed.toString(StandardCharsets.UTF_8).trim();
    assertTrue(line, line.matches("1 with probability (0\\.9\\d*|1\\.0)"));
  }
}
