/**
 * Arithmetic on rows: static loops without objects, allocation or choice inside.
 *
 * <p>The law of speed, on the JVM as on Android: one index for every array of an inner loop, at most six
 * arrays, only {@code + - * /} and {@code Math.abs}, no sums over the index, each hot loop in a method of its
 * own. What breaks it still computes the right thing, several times slower; {@code KernelSpeedTest} would
 * notice.
 *
 * <p>All results are the same to the bit on every machine: float operations in a fixed order, no library
 * functions whose last bit is free.
 *
 * <p>Imports nothing of the project. Start with {@link app.inkling.mllib.kernel.Products}, which does nearly
 * all the work of a network.
 */
package app.inkling.mllib.kernel;
