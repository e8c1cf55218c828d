/**
 * Kernels on the JVM's incubating Vector API, compiled apart from all else and packed into the tool alone: a
 * phone never sees them, and the library needs none of it. May import {@code kernel}. Start with
 * {@link app.inkling.mllib.cli.vector.VectorKernels}.
 */
package app.inkling.mllib.cli.vector;
