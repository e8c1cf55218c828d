/**
 * The You screen: what is stored, how drawings are read, how the app looks, and what it is made of.
 *
 * <p>May import: mllib, AndroidX, {@code common}, {@code data}, {@code engines}. Never another feature
 * package.
 *
 * <p>Start with {@link app.inkling.settings.YouViewModel}.
 */
package app.inkling.settings;
