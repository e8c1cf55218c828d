package app.inkling.keyboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a layout's keys lie in a given room, in pixels. Every point belongs to the nearest key of its row:
 * there are no gaps to miss into.
 */
public final class KeyGrid {
  /** A key and its place. */
  public record Cell(Key key, float left, float top, float right, float bottom) {}

  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final float height;

  public KeyGrid(Layout layout, float width, float height) {
    this.height = height;
    float units = 0;
    for (List<Key> row : layout.rows()) {
      units = Math.max(units, units(row));
    }
    float rowHeight = height / layout.rows().size();
    float top = 0;
    for (List<Key> keys : layout.rows()) {
      float unit = width / units;
      float left = (width - units(keys) * unit) / 2;
      List<Cell> row = new ArrayList<>();
      for (Key key : keys) {
        row.add(new Cell(key, left, top, left + key.width() * unit, top + rowHeight));
        left += key.width() * unit;
      }
      rows.add(row);
      cells.addAll(row);
      top += rowHeight;
    }
  }

  private static float units(List<Key> row) {
    float units = 0;
    for (Key key : row) {
      units += key.width();
    }
    return units;
  }

  /** All keys, row by row. */
  public List<Cell> cells() {
    return cells;
  }

  /** The key for a touch at (x, y), which may lie a little outside. */
  public Cell at(float x, float y) {
    int row = (int) Math.max(0, Math.min(rows.size() - 1, y / height * rows.size()));
    Cell nearest = rows.get(row).get(0);
    for (Cell cell : rows.get(row)) {
      if (distance(cell, x) < distance(nearest, x)) {
        nearest = cell;
      }
    }
    return nearest;
  }

  private static float distance(Cell cell, float x) {
    return Math.max(Math.max(cell.left - x, x - cell.right), 0);
  }
}
