package app.inkling.mllib.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A small data set: rows of numbers, each with a target, which is a number or the number of a class.
 *
 * @param inputs one row for each example, all of one length
 * @param targets one for each example
 */
public record Table(double[][] inputs, double[] targets) {
  public Table {
    if (inputs.length == 0 || inputs.length != targets.length) {
      throw new IllegalArgumentException("Table: wants a target for each of at least one row, got "
          + inputs.length + " rows and " + targets.length + " targets");
    }
  }

  /**
   * Reads lines of numbers with commas between them, the target last. The first line begins with the numbers
   * of rows and of inputs, as scikit-learn's files have it.
   *
   * @param source the file's name, for messages
   * @throws FormatException naming the line
   */
  public static Table readCsv(InputStream in, String source) throws IOException {
    List<double[]> rows = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String[] sizes = String.valueOf(lines.readLine()).split(",");
      if (sizes.length < 2) {
        throw new FormatException(source, "a first line with the numbers of rows and inputs", sizes[0]);
      }
      int inputs = (int) number(sizes[1], source, 1);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(",");
        int number = rows.size() + 2;
        if (words.length != inputs + 1) {
          throw new FormatException(source + ", line " + number, inputs + " numbers and a target", line);
        }
        double[] row = new double[inputs];
        for (int j = 0; j < inputs; j++) {
          row[j] = number(words[j], source, number);
        }
        rows.add(row);
        targets.add(number(words[inputs], source, number));
      }
      if (rows.isEmpty() || rows.size() != number(sizes[0], source, 1)) {
        throw new FormatException(source, sizes[0] + " rows", rows.size() + "; was the file cut off?");
      }
    }
    return new Table(rows.toArray(new double[0][]), targets.stream().mapToDouble(t -> t).toArray());
  }

  private static double number(String word, String source, int line) throws FormatException {
    try {
      return Double.parseDouble(word.trim());
    } catch (NumberFormatException e) {
      throw new FormatException(source + ", line " + line, "a number", "\"" + word + "\"");
    }
  }

  public int size() {
    return inputs.length;
  }

  /** The targets as classes. */
  public int[] labels() {
    int[] labels = new int[targets.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (int) targets[i];
    }
    return labels;
  }

  /** One more than the highest class. */
  public int classes() {
    int highest = 0;
    for (int label : labels()) {
      highest = Math.max(highest, label);
    }
    return highest + 1;
  }

  /** Some of the rows, such as one side of a {@link Split}. */
  public Table rows(int... numbers) {
    double[][] some = new double[numbers.length][];
    double[] their = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      some[i] = inputs[numbers[i]];
      their[i] = targets[numbers[i]];
    }
    return new Table(some, their);
  }

  /**
   * Each input by {@code other}'s mean and standard deviation, so that they are of one size. For examples
   * held out, {@code other} is what was trained on.
   */
  public Table standardizedBy(Table other) {
    int columns = inputs[0].length;
    double[][] scaled = new double[inputs.length][columns];
    for (int j = 0; j < columns; j++) {
      double mean = 0;
      for (double[] row : other.inputs) {
        mean += row[j] / other.size();
      }
      double variance = 0;
      for (double[] row : other.inputs) {
        variance += (row[j] - mean) * (row[j] - mean) / other.size();
      }
      double deviation = variance > 0 ? Math.sqrt(variance) : 1;
      for (int i = 0; i < inputs.length; i++) {
        scaled[i][j] = (inputs[i][j] - mean) / deviation;
      }
    }
    return new Table(scaled, targets);
  }
}
