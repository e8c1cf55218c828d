package app.inkling.mllib.inference;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.inference.TensorSpec.Type;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class BindingsTest {
  private static final Signature STEP = new Signature(
      List.of(new TensorSpec("word", Type.INT32, 1), new TensorSpec("state", Type.FLOAT32, 1, 2)),
      List.of(new TensorSpec("next", Type.FLOAT32, 1, 3), new TensorSpec("newState", Type.FLOAT32, 1, 2),
          new TensorSpec("best", Type.INT32, 1)),
      Map.of("state", "newState"));

  private final Bindings bindings = new Bindings(STEP);

  @Test
  public void givesOneArrayPerTensorAndAlwaysTheSame() {
    assertEquals(1, bindings.intInput("word").length);
    assertEquals(2, bindings.floatInput("state").length);
    assertEquals(3, bindings.floatOutput("next").length);
    assertSame(bindings.floatOutput("next"), bindings.floatOutput("next"));
  }

  @Test
  public void saysWhichNamesThereAreAndWhichTypeATensorHas() {
    IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class,
        () -> bindings.floatInput("image"));
    assertTrue(unknown.getMessage(), unknown.getMessage().endsWith("there are only [word, state]"));
    IllegalArgumentException type = assertThrows(IllegalArgumentException.class,
        () -> bindings.floatInput("word"));
    assertTrue(type.getMessage(), type.getMessage().endsWith("as float[]; there it is int[]"));
  }

  @Test
  public void carriesStateFromOutputToInput() {
    bindings.floatOutput("newState")[1] = 7;
    bindings.carryState();
    assertArrayEquals(new float[] {0, 7}, bindings.floatInput("state"), 0);
    bindings.floatOutput("newState")[1] = 8;
    assertEquals("a copy", 7, bindings.floatInput("state")[1], 0);
  }

  @Test
  public void copiesInputsOfItsOwnSignatureOnly() {
    Bindings other = new Bindings(STEP);
    other.intInput("word")[0] = 42;
    bindings.copyInputs(other);
    assertEquals(42, bindings.intInput("word")[0]);
    assertThrows(IllegalArgumentException.class, () ->
        bindings.copyInputs(new Bindings(FakeEngine.SIGNATURE)));
  }

  @Test
  public void comparesFloatAndIntegerOutputs() {
    Bindings other = new Bindings(STEP);
    assertEquals(0, bindings.largestOutputDifference(other), 0);
    other.floatOutput("next")[2] = -0.5f;
    assertEquals(0.5f, bindings.largestOutputDifference(other), 0);
    other.intOutput("best")[0] = 3;
    assertEquals(3, bindings.largestOutputDifference(other), 0);
    other.floatOutput("next")[0] = Float.POSITIVE_INFINITY;
    assertTrue(Float.isNaN(bindings.largestOutputDifference(other)));
    assertTrue("infinity minus infinity is no agreement", Float.isNaN(other.largestOutputDifference(other)));
  }

  @Test
  public void signatureRefusesStateThatDoesNotFitAndNamesUsedTwice() {
    TensorSpec a = new TensorSpec("a", Type.FLOAT32, 2, 3);
    TensorSpec turned = new TensorSpec("b", Type.FLOAT32, 3, 2);
    assertThrows(IllegalArgumentException.class, () -> new Signature(List.of(a), List.of(turned),
        Map.of("a", "b")));
    assertThrows(IllegalArgumentException.class, () -> new Signature(List.of(a), List.of(turned),
        Map.of("a", "c")));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> new Signature(List.of(a, a), List.of(turned)));
    assertEquals("Signature: two inputs are called \"a\"", e.getMessage());
  }

  @Test
  public void tensorSpecIsAValueThatNobodyCanChange() {
    int[] shape = {1, 4};
    TensorSpec spec = new TensorSpec("x", Type.FLOAT32, shape);
    shape[1] = 9;
    spec.shape()[0] = 9;
    assertEquals(new TensorSpec("x", Type.FLOAT32, 1, 4), spec);
    assertEquals(4, spec.size());
    assertEquals("x: FLOAT32[1, 4]", spec.toString());
    assertThrows(IllegalArgumentException.class, () -> new TensorSpec("x", Type.INT32, 1, 0));
  }
}
