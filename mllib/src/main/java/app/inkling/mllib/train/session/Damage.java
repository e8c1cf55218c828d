package app.inkling.mllib.train.session;

/**
 * A file that is not what was written, found by its checksum. It is left where it is, and what is whole is
 * used instead.
 *
 * @param file its name in the store
 * @param problem in one sentence
 */
public record Damage(String file, String problem) {}
