/**
 * Linear models, written in the clear: loops over numbers in double precision, without the tape, its layers
 * or its optimisers. A reader's first page, and the tape's witness: the tests hold its gradients to these.
 *
 * <p>May import {@code kernel} to {@code train}; imports nothing but {@code data}. Start with {@link
 * app.inkling.mllib.model.linear.LinearRegression}, then {@link
 * app.inkling.mllib.model.linear.LogisticRegression}.
 */
package app.inkling.mllib.model.linear;
