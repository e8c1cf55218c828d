package app.inkling.mllib.cli;

import app.inkling.mllib.kernel.Kernels;
import picocli.CommandLine.Option;

/** Options of every command that trains. */
final class TrainingOptions {
  @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
      description = "Of everything random. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--kernels", paramLabel = "NAME", defaultValue = "plain",
      description = "Arithmetic to train with: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. Vector is "
          + "faster and rounds differently; it wants java --add-modules jdk.incubator.vector -jar ...")
  private KernelSets.Name kernels;

  long seed() {
    return seed;
  }

  KernelSets.Name kernels() {
    return kernels;
  }

  /** @throws UsageException these kernels are not to be had here */
  Kernels arithmetic() throws UsageException {
    return KernelSets.find(kernels);
  }
}
