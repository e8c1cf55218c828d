package app.inkling.keyboard;

/** What the next letter is to be. */
public enum Shift {
  /** Small. */
  OFF,
  /** A capital, then small ones. */
  ONCE,
  /** Capitals, until pressed again. */
  LOCKED
}
