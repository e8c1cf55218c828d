/**
 * Tests of the screens through Espresso, on the JVM and unchanged on a phone.
 *
 * <p>May import: the app, androidx.test, Espresso, JUnit and Hamcrest; nothing that only one of the two
 * worlds has.
 *
 * <p>Start with {@link app.inkling.screens.App}, by which tests start the app and wait for it.
 */
package app.inkling.screens;
