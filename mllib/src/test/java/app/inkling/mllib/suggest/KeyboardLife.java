package app.inkling.mllib.suggest;

import app.inkling.mllib.data.AtomicFile;
import app.inkling.mllib.inference.EngineChoice;
import app.inkling.mllib.inference.EngineChooser;
import app.inkling.mllib.inference.EngineException;
import app.inkling.mllib.inference.EngineFactory;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.suggest.learning.NetworkFile;
import app.inkling.mllib.tflite.TfliteFile;
import app.inkling.mllib.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a keyboard has in its heap in the app, at the worst: a version of the network that was learned takes over from
 * one that was learned before, which goes on answering until then. Run in a JVM of its own by {@link KeyboardHeapTest}.
 */
public final class KeyboardLife {
  private KeyboardLife() {}

  /** Folder and names of learned networks' files, which are used one after the other. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    KeyboardModel model = KeyboardModel.loadWords(packed(file));
    KeyboardSuggester general = new KeyboardSuggester(model, null);
    KeyboardSuggester personal = new KeyboardSuggester(model, null);
    for (int i = 0; i < 2000; i++) {
      personal.learn("we meet at the station at " + i + " and number" + i % 500 + " comes along");
    }
    InferenceEngine running = new KeyboardStep(KeyboardModel.network(packed(file))).javaEngine();
    List<String> answers = new ArrayList<>();
    for (int i = 0; ; i++) {
      SentenceNetwork network = new SentenceNetwork(new EngineStep(running),
          new EngineStep(running).stateSize());
      general.use(network);
      personal.use(network);
      answers.add(general.suggest(List.of("how", "are"), "").get(0).word());
      answers.add(personal.suggest(List.of("we", "meet"), "stat").get(0).word());
      if (i + 1 == arguments.length) {
        break;
      }
      running = next(Path.of(arguments[i + 1]));
    }
    System.out.println(String.join(" ", answers));
  }

  private static Checkpoint packed(Path file) throws IOException {
    return Checkpoint.fromPackage("keyboard", Files.readAllBytes(file));
  }

  /** Read, exported, mapped, proven; native engines lie outside the heap, another of ours stands in for one. */
  private static InferenceEngine next(Path file) throws Exception {
    KeyboardStep step = new KeyboardStep(NetworkFile.read(Checkpoint.fromBuffer("learned", AtomicFile.map(file))));
    InferenceEngine running = step.javaEngine();
    Path tflite = file.resolveSibling(file.getFileName() + ".tflite");
    step.export(tflite);
    TfliteFile.map(tflite);
    InferenceEngine judge = step.javaEngine();
    EngineChoice choice = new EngineChooser(1e-4f, Duration.ofSeconds(20)).choose(judge,
        List.of(new Again(step)), step.canaries(judge));
    choice.engine().close();
    return running;
  }

  private record Again(KeyboardStep step) implements EngineFactory {
    @Override
    public String name() {
      return "again";
    }

    @Override
    public InferenceEngine create() {
      return step.javaEngine();
    }
  }
}
