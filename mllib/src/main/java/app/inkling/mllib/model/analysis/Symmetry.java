package app.inkling.mllib.model.analysis;

import app.inkling.mllib.nn.Dense;
import java.util.ArrayList;
import java.util.List;

/**
 * Hidden units have no names: swapped, they compute the same; born equal, they stay equal, since equal units
 * get equal gradients. So first weights are random.
 */
public final class Symmetry {
  private Symmetry() {}

  /**
   * How many different units a dense layer has: units are equal that have the same incoming weights and bias.
   */
  public static int differentUnits(Dense layer) {
    List<Integer> different = new ArrayList<>();
    for (int unit = 0; unit < layer.outputs(); unit++) {
      boolean fresh = true;
      for (int other : different) {
        fresh &= !equal(layer, unit, other);
      }
      if (fresh) {
        different.add(unit);
      }
    }
    return different.size();
  }

  private static boolean equal(Dense layer, int unit, int other) {
    for (float[] row : layer.weight().value().rows()) {
      if (row[unit] != row[other]) {
        return false;
      }
    }
    return layer.bias() == null || layer.bias().value().rows()[0][unit] == layer.bias().value().rows()[0][other];
  }

  /**
   * Puts the units between two layers into another order; what both together compute stays the same, up to
   * the rounding of sums in another order.
   *
   * @param order of each new place, the unit that comes there; each unit once
   */
  public static void permute(Dense into, Dense outOf, int... order) {
    boolean[] seen = new boolean[into.outputs()];
    for (int unit : order) {
      seen[unit] = true;
    }
    for (boolean each : seen) {
      if (!each || order.length != seen.length || outOf.inputs() != seen.length) {
        throw new IllegalArgumentException("Symmetry.permute: wants each of " + seen.length
            + " units once, for a layer of as many inputs, got " + order.length + " for " + outOf.inputs());
      }
    }
    for (float[] row : into.weight().value().rows()) {
      permute(row, order);
    }
    if (into.bias() != null) {
      permute(into.bias().value().rows()[0], order);
    }
    float[][] rows = outOf.weight().value().rows();
    float[][] before = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      before[i] = rows[i].clone();
    }
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(before[order[i]], 0, rows[i], 0, rows[i].length);
    }
  }

  private static void permute(float[] row, int... order) {
    float[] before = row.clone();
    for (int j = 0; j < order.length; j++) {
      row[j] = before[order[j]];
    }
  }
}
