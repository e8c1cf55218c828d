package app.inkling.mllib.suggest;

/**
 * A word that was learned.
 *
 * @param word as it is written in the middle of a sentence
 * @param uses how often it was typed in all
 * @param weight what is left of these uses after decay, 0 to {@code uses}
 * @param suggested whether there is evidence enough to suggest it: a word of the word list at once, any other after
 *     it was typed twice
 */
public record LearnedWord(String word, int uses, double weight, boolean suggested) {}
