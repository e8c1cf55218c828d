package app.inkling.mllib.tflite;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.inference.Bindings;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.inference.Signature;
import app.inkling.mllib.inference.TensorSpec;
import app.inkling.mllib.tflite.TfliteOperator.Versioned;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** A file written by hand means to both runtimes what it means to us. */
public class TfliteWriterTest {
  private static final Signature SIGNATURE = new Signature(
      List.of(new TensorSpec("in", TensorSpec.Type.FLOAT32, 1, 2)),
      List.of(new TensorSpec("out", TensorSpec.Type.FLOAT32, 1, 3)));

  @Test
  public void bothRuntimesComputeHandWorkedDenseLayer() throws Exception {
    byte[] file = file(dense());
    for (InferenceEngine engine : DesktopRuntimes.open(file)) {
      try (engine) {
        assertEquals(engine.name(), SIGNATURE, engine.signature());
        Bindings bindings = new Bindings(engine.signature());
        bindings.floatInput("in")[0] = 2;
        bindings.floatInput("in")[1] = 3;
        engine.run(bindings);
        // 1*2+2*3+0.5, max(0, -1*2+0*3+0), 4*2-1*3-2
        assertArrayEquals(engine.name(), new float[] {8.5f, 0, 3}, bindings.floatOutput("out"), 1e-6f);
      }
    }
  }

  @Test
  public void givesTheSameBytesAgain() {
    assertArrayEquals(file(dense()), file(dense()));
  }

  @Test
  public void alignsDataTo16BytesAndMarksTheFormat() {
    byte[] file = file(dense());
    assertEquals("TFL3", new String(file, 4, 4, StandardCharsets.US_ASCII));
    int weights = indexOf(file, new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40}); // 1f, 2f
    assertTrue("found at " + weights, weights > 0);
    assertEquals(0, weights % 16);
  }

  @Test
  public void asksForTheOldestRuntimeThatKnowsAllOperators() {
    assertEquals("1.5.0", TfliteOperator.minimumRuntime(List.of()));
    List<Versioned> both = List.of(new Versioned(TfliteOperator.TANH, 1),
        new Versioned(TfliteOperator.CONV_2D, 1));
    assertEquals("1.14.0", TfliteOperator.minimumRuntime(both));
    for (TfliteOperator operator : TfliteOperator.values()) {
      for (int version = 1; version <= operator.versions(); version++) {
        assertTrue(operator + " is older than 2.6",
            new Versioned(operator, version).minimumRuntime().matches("1\\.\\d+\\.\\d|2\\.[0-6]\\.\\d"));
      }
    }
  }

  @Test
  public void operatorsThatNobodyNeedsAreLeftOut() throws Exception {
    TfliteModel model = dense();
    Operators ops = new Operators(model);
    int in = model.inputs.get("in");
    ops.multiply(ops.sigmoid(in), ops.tanh(in)); // to no end
    assertEquals(4, model.operators.size());
    model.dropUnused();
    assertEquals(1, model.operators.size());
    for (InferenceEngine engine : DesktopRuntimes.open(file(model))) {
      engine.run(new Bindings(engine.signature()));
      engine.close();
    }
  }

  @Test
  public void refusesDataThatDoesNotFillItsShape() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> new TfliteModel("m").constant("w", new float[5], 2, 3));
    assertEquals("Tensor \"w\": shape holds 6 values, got 5", e.getMessage());
  }

  @Test
  public void refusesRowsOfAnotherLengthThanTheShapes() {
    for (int length : new int[] {2, 4}) {
      TfliteModel model = dense();
      model.constant("w", row -> new float[length], 2, 3);
      assertThrows(length + "", IllegalStateException.class, () -> TfliteWriter.write(model, ByteBuffer::allocate));
    }
  }

  static byte[] file(TfliteModel model) {
    return new ExportedModel(TfliteWriter.write(model, ByteBuffer::allocate), List.of(), List.of(), Map.of()).file();
  }

  static TfliteModel dense() {
    TfliteModel model = new TfliteModel("hand-worked");
    int in = model.input("in", TfliteModel.Type.FLOAT32, 1, 2);
    int weights = model.constant("weights", new float[] {1, 2, -1, 0, 4, -1}, 3, 2);
    int bias = model.constant("bias", new float[] {0.5f, 0, -2}, 3);
    int out = model.activation("out", 1, 3);
    model.operator(TfliteOperator.FULLY_CONNECTED,
        OperatorOptions.fullyConnected(OperatorOptions.FUSED_RELU), out,
        in, weights, bias);
    model.output("out", out);
    return model;
  }

  private static int indexOf(byte[] file, byte[] wanted) {
    for (int i = 0; i + wanted.length <= file.length; i++) {
      int same = 0;
      while (same < wanted.length && file[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    return -1;
  }
}
