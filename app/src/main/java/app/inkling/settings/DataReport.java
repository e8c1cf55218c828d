package app.inkling.settings;

/**
 * How an export, an import or an erasure went.
 *
 * @param drawings that were written or are new
 * @param models that were written or are new
 * @param problem why it failed, or what is left after an erasure; empty when all is well
 */
public record DataReport(Kind kind, int drawings, int models, String problem) {
  /** What was done. */
  public enum Kind { WORKING, CHECKED, EXPORTED, IMPORTED, ERASED, FAILED }

  static final DataReport WORKING = new DataReport(Kind.WORKING, 0, 0, "");

  public static DataReport working() {
    return WORKING;
  }
}
