/**
 * Small things that several features need: executors, results of background work, files, messages and
 * numbers.
 *
 * <p>May import: AndroidX. Nothing of the app.
 *
 * <p>Start with {@link app.inkling.common.AppExecutors}.
 */
package app.inkling.common;
