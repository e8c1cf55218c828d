/**
 * Checks of the packages that the build made: manifest, signatures, contents, dex. They run after packaging.
 *
 * <p>Start at {@link app.inkling.product.Product}, which says where the packages are, and
 * {@link app.inkling.product.Apk}, which reads one. Imports no Android and nothing of the app: only files are
 * looked at.
 */
package app.inkling.product;
