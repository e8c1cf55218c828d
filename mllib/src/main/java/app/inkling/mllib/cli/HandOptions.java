package app.inkling.mllib.cli;

import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Whose digits a command works with. */
final class HandOptions {
  @Option(names = "--strokes", paramLabel = "F", required = true,
      description = "Drawings of single digits, a stroke file, packed with gzip or plain.")
  private Path strokes;

  @Option(names = "--writers", paramLabel = "W", split = ",",
      description = "Only the drawings of these writers, separated by commas.")
  private Set<String> writers;

  /** Digits by their writer, both in the order of the file; blank drawings are none. Nobody has none. */
  Map<String, List<LabelledDrawing>> byWriter() throws IOException, UsageException {
    Map<String, List<LabelledDrawing>> hands = new LinkedHashMap<>();
    for (LabelledDrawing drawing : StrokeFile.read(strokes)) {
      if ((writers == null || writers.contains(drawing.writer()))
          && drawing.digit() != LabelledDrawing.NOT_A_DIGIT && !drawing.drawing().isEmpty()) {
        hands.computeIfAbsent(drawing.writer(), writer -> new ArrayList<>()).add(drawing);
      }
    }
    Set<String> unknown = new TreeSet<>(writers == null ? Set.of() : writers);
    unknown.removeAll(hands.keySet());
    if (!unknown.isEmpty() || hands.isEmpty()) {
      throw new UsageException("--strokes: " + strokes + " has no drawing of a digit"
          + (unknown.isEmpty() ? "" : " of " + String.join(", ", unknown)));
    }
    return hands;
  }
}
