/**
 * The app's frame: one application object, one container that builds everything, one activity with its
 * places.
 *
 * <p>May import every package of the app; none of them imports this one.
 *
 * <p>Start with {@link app.inkling.AppContainer}.
 */
package app.inkling;
