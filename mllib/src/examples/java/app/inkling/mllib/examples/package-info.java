/**
 * The course's lessons, one a file, in the order in which to read them: each prints a small result and checks
 * it. {@code inkling-cli.jar lesson} lists them and runs them; docs/course.md says which line of the course
 * is in which.
 */
package app.inkling.mllib.examples;
