/**
 * Looks at networks and functions and says what the course says of them: symmetries, convexity, how far a
 * gradient reaches through time, what layers without a bend can say, what a training did and what it cost.
 *
 * <p>May import {@code kernel} to {@code train}. What a network costs is {@link
 * app.inkling.mllib.nn.Summary}, its graph laid open {@link app.inkling.mllib.autodiff.Trace}, a gradient's
 * check {@link app.inkling.mllib.autodiff.GradientCheck}. Start with {@link
 * app.inkling.mllib.model.analysis.Symmetry}.
 */
package app.inkling.mllib.model.analysis;
