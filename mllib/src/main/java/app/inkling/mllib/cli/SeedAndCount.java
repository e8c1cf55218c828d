package app.inkling.mllib.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many examples to generate, and from which seed, written {@code SEED:COUNT}.
 *
 * @param count at least 1
 */
record SeedAndCount(long seed, int count) {
  /** Reads {@code SEED:COUNT} with a count of at least 1. */
  static final class Converter implements ITypeConverter<SeedAndCount> {
    @Override
    public SeedAndCount convert(String text) {
      String[] parts = text.split(":", -1);
      try {
        if (parts.length == 2 && Integer.parseInt(parts[1]) > 0) {
          return new SeedAndCount(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        }
      } catch (NumberFormatException e) {
        // Falls through to the message that says what was wanted.
      }
      throw new TypeConversionException("\"" + text
          + "\" is no SEED:COUNT with whole numbers and a count of at least 1");
    }
  }
}
