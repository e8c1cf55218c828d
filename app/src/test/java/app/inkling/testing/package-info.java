/**
 * What tests on the JVM need that the phone has by itself: TensorFlow Lite's native library for the desktop.
 *
 * <p>Start at {@link app.inkling.testing.InklingTestRunner}. Imports Robolectric; shared tests never import
 * this package.
 */
package app.inkling.testing;
