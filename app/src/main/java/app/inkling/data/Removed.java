package app.inkling.data;

import java.util.List;

/**
 * Drawings taken out of the database, with what models made of them: an undo puts the very same rows back.
 */
public record Removed(List<DrawingRow> drawings, List<PredictionRow> predictions) {
  public Removed {
    drawings = List.copyOf(drawings);
    predictions = List.copyOf(predictions);
  }

  public int count() {
    return drawings.size();
  }
}
