/**
 * Models of text: what a word is, which words there are, how likely each is to come next.
 *
 * <p>May import {@code kernel} to {@code train}. Start at {@link app.inkling.mllib.model.text.Words}
 * (sentences to words) and {@link app.inkling.mllib.model.text.Vocabulary} (words to numbers).
 *
 * <p>The keyboard's models are {@link app.inkling.mllib.model.text.NgramModel} (counted) and {@link
 * app.inkling.mllib.model.text.WordNet} (learned). The course's are, from what they remember: the last words,
 * a {@link app.inkling.mllib.model.text.MarkovModel}, counted ({@link app.inkling.mllib.model.text.AddK},
 * {@link app.inkling.mllib.model.text.KneserNey}) or learned (
 * {@link app.inkling.mllib.model.text.FeatureMarkov}, {@link app.inkling.mllib.model.text.FeedForwardLm}); or
 * all of them, {@link app.inkling.mllib.model.text.RecurrentLm}. Each is a
 * {@link app.inkling.mllib.model.text.LanguageModel} along a text: that is what is measured, mixed, and
 * written with.
 *
 * <p>From one language to another goes {@link app.inkling.mllib.model.text.Seq2seq}; vectors of words are
 * learned by {@link app.inkling.mllib.model.text.Glove} and {@link app.inkling.mllib.model.text.SkipGram}.
 */
package app.inkling.mllib.model.text;
