package app.inkling.mllib.data;

import java.io.IOException;

/**
 * A file or text is not in the form it should be in. The message is one sentence for a person: where (file
 * and byte offset, or line and column), what was wanted, what is there.
 */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param where file with offset, or with line and column
   * @param wanted what should be there
   * @param got what is there
   */
  public FormatException(String where, String wanted, String got) {
    super(where + ": wanted " + wanted + ", got " + got);
  }

  /** The same for a byte offset into a file's (unpacked) content. */
  public static FormatException atOffset(String file, long offset, String wanted, String got) {
    return new FormatException(file + ", byte " + offset, wanted, got);
  }
}
