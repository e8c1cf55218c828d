/**
 * What a keyboard's strip shows: predictions of the next word, completions and corrections of the word being typed,
 * and what it learns from what is typed.
 *
 * <p>May import every package of mllib but {@code digits} and {@code cli}. Start at {@link
 * app.inkling.mllib.suggest.Suggester}, the interface of a keyboard, and at {@link
 * app.inkling.mllib.suggest.KeyboardSuggester}, which puts {@link app.inkling.mllib.suggest.NextWords} (the general
 * model), {@link app.inkling.mllib.suggest.PersonalModel} (what this user types) and {@link
 * app.inkling.mllib.suggest.WordList} (how words are spelled) together.
 */
package app.inkling.mllib.suggest;
