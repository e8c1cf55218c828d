package app.inkling.mllib.bench;

import java.util.List;
import java.util.Locale;

/** Medians, and numbers as people read them. */
final class Numbers {
  private Numbers() {}

  /** Of at least one number; of an even count the mean of the middle two. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Three figures at least: 4.17, 31.2, 154, 12,300. */
  static String of(double value) {
    double size = Math.abs(value);
    String format = size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }

  static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
