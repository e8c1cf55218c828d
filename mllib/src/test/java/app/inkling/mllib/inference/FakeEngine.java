package app.inkling.mllib.inference;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An engine for tests that doubles its input, or misbehaves in the way its body says. */
class FakeEngine implements InferenceEngine {
  /** What a run does with the input and output arrays. */
  interface Body {
    void run(float[] x, float[] y) throws EngineException;
  }

  static final Signature SIGNATURE = new Signature(
      List.of(new TensorSpec("x", TensorSpec.Type.FLOAT32, 1, 3)),
      List.of(new TensorSpec("y", TensorSpec.Type.FLOAT32, 1, 3)));

  /** Released when the engine is closed. */
  final CountDownLatch closed = new CountDownLatch(1);
  private final String name;
  private final Signature signature;
  private final Body body;

  FakeEngine(String name, Body body) {
    this(name, SIGNATURE, body);
  }

  FakeEngine(String name, Signature signature, Body body) {
    this.name = name;
    this.signature = signature;
    this.body = body;
  }

  static void twice(float[] x, float[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] = 2 * x[i];
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public void run(Bindings bindings) throws EngineException {
    body.run(bindings.floatInput("x"), bindings.floatOutput("y"));
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
