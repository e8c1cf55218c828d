package app.inkling.mllib.model.linear;

import app.inkling.mllib.data.Table;
import java.io.IOException;
import java.io.InputStream;

/** The committed data sets. */
final class Tables {
  private Tables() {}

  /** As it is. */
  static Table raw(String name) throws IOException {
    try (InputStream in = Table.class.getResourceAsStream("/tabular/" + name + ".csv")) {
      return Table.readCsv(in, name + ".csv");
    }
  }

  /** Inputs of mean 0 and deviation 1. */
  static Table standardized(String name) throws IOException {
    Table table = raw(name);
    return table.standardizedBy(table);
  }
}
