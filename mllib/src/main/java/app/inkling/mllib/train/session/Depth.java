package app.inkling.mllib.train.session;

/** How much of a model a session changes. */
public enum Depth {
  /** The last layers alone: seconds, and little can be forgotten. */
  QUICK,
  /** Every layer. */
  FULL
}
