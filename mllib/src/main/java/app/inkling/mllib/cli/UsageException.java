package app.inkling.mllib.cli;

/** The command was called in a way that cannot work; the message says what to change. Exit code 2. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
