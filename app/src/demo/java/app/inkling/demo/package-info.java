/**
 * The demo: the app's real windows on the JVM, drawn on by touch events, looked at, and written up as a page.
 *
 * <p>May import: everything that tests may.
 *
 * <p>Start with {@link app.inkling.demo.DemoRun}.
 */
package app.inkling.demo;
