package app.inkling.mllib.suggest;

import app.inkling.mllib.train.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A keyboard's start up to its first suggestions, as the app has it. Prints the processor time that the whole process
 * took from here to there: the compiler and the collector work for the start, too, and on one quiet core it is what
 * the user waits for. Run in a JVM of its own by {@link KeyboardStartTest}.
 */
public final class KeyboardStart {
  private KeyboardStart() {}

  /** The keyboard's file. */
  public static void main(String[] arguments) throws Exception {
    long begun = processorMillis();
    long start = System.nanoTime();
    byte[] file = Files.readAllBytes(Path.of(arguments[0]));
    KeyboardModel model = KeyboardModel.loadWords(Checkpoint.fromPackage("keyboard", file));
    List<Suggestion> first = new KeyboardSuggester(model, null).suggest(List.of(), "");
    long waited = (System.nanoTime() - start) / 1_000_000;
    long taken = processorMillis() - begun;
    System.out.println(taken + " " + waited + " " + first.get(0).word());
  }

  private static long processorMillis() {
    return ProcessHandle.current().info().totalCpuDuration().get().toMillis();
  }
}
