package app.inkling.mllib.bench;

import app.inkling.mllib.cli.vector.VectorKernels;

/** This library on the JVM's Vector API; wants {@code --add-modules jdk.incubator.vector}. */
public final class VectorContender extends PlainContender {
  public VectorContender() {
    super(new VectorKernels());
  }
}
