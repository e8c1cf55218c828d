package app.inkling.mllib.cli;

/** Checks of options' numbers; what is wrong is said of the one option that it is wrong with. */
final class Require {
  private Require() {}

  static void atLeast(long least, String option, long value) throws UsageException {
    if (value < least) {
      throw new UsageException(option + ": wants at least " + least + ", got " + value);
    }
  }

  static void atLeast(double least, String option, double value) throws UsageException {
    if (!(value >= least) || Double.isInfinite(value)) {
      throw new UsageException(option + ": wants a number of at least " + least + ", got " + value);
    }
  }

  static void between(long least, long most, String option, long value) throws UsageException {
    if (value < least || value > most) {
      throw new UsageException(option + ": wants " + least + " to " + most + ", got " + value);
    }
  }

  /** A learning rate, say. */
  static void aboveZero(String option, double value) throws UsageException {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new UsageException(option + ": wants a number above 0, got " + value);
    }
  }

  /** The rate of a dropout, say. */
  static void share(String option, double value) throws UsageException {
    if (!(value >= 0 && value < 1)) {
      throw new UsageException(option + ": wants 0 to below 1, got " + value);
    }
  }
}
