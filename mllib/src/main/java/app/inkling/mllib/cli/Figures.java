package app.inkling.mllib.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints figures, one {@code name=value} a line, the same in every locale. */
final class Figures {
  private final PrintWriter out;

  Figures(PrintWriter out) {
    this.out = out;
  }

  void count(String name, long value) {
    text(name, Long.toString(value));
  }

  /** A percentage with two decimals, or nothing at all when there was nothing to take it of. */
  void percent(String name, double value) {
    number(name, value, 2);
  }

  /** A number with {@code decimals} decimals, or nothing when there was nothing to take it of. */
  void number(String name, double value, int decimals) {
    if (!Double.isNaN(value)) {
      text(name, String.format(Locale.ROOT, "%." + decimals + "f", value));
    }
  }

  void text(String name, String value) {
    out.println(name + "=" + value);
    out.flush();
  }
}
