package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a network costs for one example, layer by layer: parameters (what it can learn, and overfit with),
 * units (memory for activations), connections (arithmetic), and how much of the input each layer sees.
 *
 * <pre>{@code
 * System.out.print(Summary.of(network, Shape.of(784)));
 * }</pre>
 */
public final class Summary {
  private final List<Row> rows;

  /**
   * One layer.
   *
   * @param layer its kind and name
   * @param output shape of one example's output
   * @param parameters numbers that are learned
   * @param statistics numbers that follow what training sees
   * @param units numbers of the output, where they are computed by connections or read from a table; a
   *     function of single numbers, such as a ReLU, belongs to the units before it
   * @param activations numbers of the output, which training keeps for the way back
   * @param connections see {@link Layer#connections}
   * @param forward multiply-adds: one each connection
   * @param backward multiply-adds: one each connection for the gradient by the input, and one more for
   *     that by the weight where there is one. A network's first layer is spared the first kind, since nobody
   *     asks for the gradient by the data
   * @param field what one number of the output sees of the network's input
   */
  public record Row(String layer, Shape output, long parameters, long statistics, long units, long activations,
      long connections, long forward, long backward, ReceptiveField field) {}

  private Summary(List<Row> rows) {
    this.rows = Collections.unmodifiableList(rows);
  }

  /**
   * @param perExample shape of one example's input
   * @throws app.inkling.mllib.tensor.ShapeException naming the layer that it doesn't fit
   */
  public static Summary of(Layer network, Shape perExample) {
    network.outputShape(perExample);
    List<Layer> layers = new ArrayList<>();
    collect(network, layers);
    List<Row> rows = new ArrayList<>();
    Shape shape = perExample;
    ReceptiveField field = ReceptiveField.ONE;
    for (Layer layer : layers) {
      field = layer.sees(field, shape);
      rows.add(row(layer, shape, field));
      shape = layer.outputShape(shape);
    }
    return new Summary(rows);
  }

  private static void collect(Layer layer, List<Layer> layers) {
    if (layer instanceof Sequential) {
      ((Sequential) layer).layers().forEach(each -> collect(each, layers));
    } else {
      layers.add(layer);
    }
  }

  private static Row row(Layer layer, Shape input, ReceptiveField field) {
    long learned = 0;
    long statistics = 0;
    for (Parameter parameter : layer.parameters()) {
      if (parameter.learned()) {
        learned += parameter.value().size();
      } else {
        statistics += parameter.value().size();
      }
    }
    Shape output = layer.outputShape(input);
    long connections = layer.connections(input);
    boolean own = connections > 0 || layer instanceof Embedding;
    return new Row(name(layer), output, learned, statistics, own ? output.size() : 0, output.size(), connections,
        connections, learned > 0 ? 2 * connections : connections, field);
  }

  private static String name(Layer layer) {
    Description description = Description.parse(layer.describe());
    return description.has("name") ? description.kind() + " " + description.text("name") : description.kind();
  }

  /** One for each layer, in order; layers inside a {@link Sequential} by themselves, others as a whole. */
  public List<Row> rows() {
    return rows;
  }

  /** Sums over all layers, under the name "total", with the last one's output and field. */
  public Row total() {
    Row last = rows.get(rows.size() - 1);
    long[] sums = new long[7];
    for (Row row : rows) {
      long[] each = numbers(row);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += each[i];
      }
    }
    return new Row("total", last.output(), sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6],
        last.field());
  }

  private static long[] numbers(Row row) {
    return new long[] {row.parameters(), row.statistics(), row.units(), row.activations(), row.connections(),
        row.forward(), row.backward()};
  }

  /** A table with a line for each layer and one for their sums. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
        "%-24s%-16s%12s%11s%11s%12s%13s%13s%13s%11s\n", "layer", "output", "parameters", "statistics", "units",
        "activations", "connections", "forward", "backward", "sees"));
    for (Row row : rows) {
      append(table, row);
    }
    append(table, total());
    return table.toString();
  }

  private static void append(StringBuilder table, Row row) {
    table.append(String.format(Locale.ROOT, "%-24s%-16s", row.layer(), row.output()));
    int[] widths = {12, 11, 11, 12, 13, 13, 13};
    long[] numbers = numbers(row);
    for (int i = 0; i < widths.length; i++) {
      table.append(String.format(Locale.ROOT, "%," + widths[i] + "d", numbers[i]));
    }
    table.append(String.format(Locale.ROOT, "%11s\n", row.field()));
  }
}
