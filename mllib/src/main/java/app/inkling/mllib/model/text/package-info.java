/**
 * Models of text: what a word is, which words there are, how likely each is to come next.
 *
 * <p>May import {@code kernel} to {@code train}. Start at {@link app.inkling.mllib.model.text.Words} (sentences to
 * words) and {@link app.inkling.mllib.model.text.Vocabulary} (words to numbers); the models are {@link
 * app.inkling.mllib.model.text.NgramModel} (counted) and {@link app.inkling.mllib.model.text.WordNet} (learned).
 */
package app.inkling.mllib.model.text;
