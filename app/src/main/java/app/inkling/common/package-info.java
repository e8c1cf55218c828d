/**
 * Small things that several features need: executors, results of background work, files, messages, ink and
 * numbers.
 *
 * <p>May import: mllib, AndroidX. Nothing else of the app.
 *
 * <p>Start with {@link app.inkling.common.AppExecutors}.
 */
package app.inkling.common;
