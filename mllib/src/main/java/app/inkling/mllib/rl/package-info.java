/**
 * Learning by trying: no one says what would have been right, only how good it was. Worlds to act in ({@link
 * app.inkling.mllib.rl.Environment}: a grid, a pole on a cart), two ways to learn in them ({@link
 * app.inkling.mllib.rl.Reinforce}, {@link app.inkling.mllib.rl.DeepQ}), and a bandit that learns from taps
 * whether a suggestion is welcome ({@link app.inkling.mllib.rl.SuggestionBandit}).
 *
 * <p>May import {@code kernel} to {@code model}. Start with {@link app.inkling.mllib.rl.SuggestionBandit},
 * which needs no network, then {@link app.inkling.mllib.rl.Reinforce}.
 */
package app.inkling.mllib.rl;
