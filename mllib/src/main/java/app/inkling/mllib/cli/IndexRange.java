package app.inkling.mllib.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A range of indices counted from 0, written {@code A:B}.
 *
 * @param start first index of it
 * @param end first index after it
 */
record IndexRange(int start, int end) {
  /** Fails with a sentence that names the option when the range does not lie within {@code size} examples. */
  void requireWithin(int size, String option) throws UsageException {
    if (end > size) {
      throw new UsageException(option + " " + start + ":" + end + " goes beyond the " + size
          + " images there are; wants at most " + start + ":" + size);
    }
  }

  /** Reads {@code A:B} with 0 <= A < B. */
  static final class Converter implements ITypeConverter<IndexRange> {
    @Override
    public IndexRange convert(String text) {
      String[] ends = text.split(":", -1);
      try {
        if (ends.length == 2) {
          IndexRange range = new IndexRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
          if (range.start >= 0 && range.start < range.end) {
            return range;
          }
        }
      } catch (NumberFormatException e) {
        // Falls through to the message that says what was wanted.
      }
      throw new TypeConversionException("\"" + text + "\" is no range A:B with 0 <= A < B");
    }
  }
}
