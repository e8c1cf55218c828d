package app.inkling.mllib.cli;

import app.inkling.mllib.kernel.Kernels;
import java.lang.module.ModuleFinder;

/** Finds kernels by name. Those on the JVM's Vector API are there when it was started with that module. */
final class KernelSets {
  private static final String VECTOR_CLASS = "app.inkling.mllib.cli.vector.VectorKernels";
  static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** What there is to choose from. */
  enum Name { plain, vector }

  private KernelSets() {}

  /** @throws UsageException they are off in this JVM: says how to turn them on */
  static Kernels find(Name name) throws UsageException {
    return find(name, moduleLoaded());
  }

  /** Whether this JVM was started with the vector kernels' module. */
  static boolean moduleLoaded() {
    return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
  }

  /** Whether another JVM of this kind could be. */
  static boolean moduleThere() {
    return ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent();
  }

  /** As {@link #find(Name)}, in a JVM with or without the module. */
  static Kernels find(Name name, boolean moduleLoaded) throws UsageException {
    if (name == Name.plain) {
      return Kernels.PLAIN;
    }
    if (!moduleLoaded) {
      throw new UsageException("The vector kernels are off: they want Java's module " + VECTOR_MODULE
          + ", which is not loaded; start with java --add-modules " + VECTOR_MODULE + " -jar ...");
    }
    try {
      return (Kernels) Class.forName(VECTOR_CLASS).getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new UsageException("The vector kernels are off: this tool was built without them, or for another "
          + "Java than " + Runtime.version().feature() + " (" + e + "); use plain kernels");
    }
  }
}
