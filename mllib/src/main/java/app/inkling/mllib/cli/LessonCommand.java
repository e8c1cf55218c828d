package app.inkling.mllib.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Lists the course's lessons, or runs one. The lessons are the examples beside this library; the tool finds
 * them by name, since it may not depend on what depends on everything.
 */
@Command(name = "lesson", mixinStandardHelpOptions = true,
    description = "Lists the course's lessons, or runs one: a short program that shows and checks one idea.")
final class LessonCommand implements Callable<Integer> {
  private static final String PACKAGE = "app.inkling.mllib.examples.";

  /** One line of the list: its class and what it is about. */
  private record Lesson(String className, String title) {
    /** Such as E01. */
    String number() {
      return className.substring(0, 3);
    }

    boolean isCalled(String name) {
      return name.equalsIgnoreCase(number()) || name.equalsIgnoreCase(className)
          || name.equalsIgnoreCase(className.substring(3));
    }
  }

  @Parameters(arity = "0..1", paramLabel = "NAME",
      description = "the lesson to run, such as E05 or FirstNetwork; without it they are listed")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<Lesson> lessons = lessons();
    if (name == null) {
      for (Lesson lesson : lessons) {
        spec.commandLine().getOut().printf("%s  %-22s %s%n", lesson.number(), lesson.className().substring(3),
            lesson.title());
      }
      return 0;
    }
    for (Lesson lesson : lessons) {
      if (lesson.isCalled(name)) {
        return run(lesson);
      }
    }
    throw new UsageException("There is no lesson \"" + name + "\"; wants " + lessons.get(0).number() + " to "
        + lessons.get(lessons.size() - 1).number() + ", or a name from the list that \"lesson\" prints");
  }

  private int run(Lesson lesson) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      Class.forName(PACKAGE + lesson.className()).getMethod("run", PrintStream.class).invoke(null, out);
      return 0;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalStateException) {
        spec.commandLine().getErr().println(lesson.number() + ": " + e.getCause().getMessage());
        return 1;
      }
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    } finally {
      spec.commandLine().getOut().print(printed.toString(StandardCharsets.UTF_8));
      spec.commandLine().getOut().flush();
    }
  }

  private static List<Lesson> lessons() throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    try (InputStream in = LessonCommand.class.getResourceAsStream("lessons.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int space = line.indexOf(' ');
        lessons.add(new Lesson(line.substring(0, space), line.substring(space + 1)));
      }
    }
    return lessons;
  }
}
