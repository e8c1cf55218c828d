package app.inkling.suggest;

import androidx.annotation.Nullable;

/**
 * How the words are doing.
 *
 * @param ready words can be offered
 * @param fault what is wrong: no model, or something that could not be stored; null when nothing is
 */
public record WordsStatus(boolean ready, @Nullable Exception fault) {}
