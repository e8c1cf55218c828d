package app.inkling.mllib.tensor;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class TensorTest {
  @Test
  public void keepsTheLastDimensionInRows() {
    Tensor tensor = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    assertEquals(2, tensor.rows().length);
    assertArrayEquals(new float[] {4, 5, 6}, tensor.rows()[1], 0);
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, tensor.toArray(), 0);
  }

  @Test
  public void keepsALineOfAllImagesInOneRowOfPlanes() {
    Tensor planes = Tensor.planes(Shape.of(2, 3, 4, 5));
    assertEquals(6, planes.rows().length);
    assertEquals(20, planes.rowLength());
    assertFalse(planes.sameLayout(Tensor.zeros(Shape.of(2, 3, 4, 5))));
  }

  @Test
  public void aVectorAndASingleNumberHaveOneRow() {
    assertEquals(1, Tensor.zeros(Shape.of(7)).rows().length);
    assertEquals(1, Tensor.zeros(Shape.of(1)).rows()[0].length);
  }

  @Test
  public void refusesAShapeWithoutElementsOrTooLarge() {
    assertTrue(assertThrows(ShapeException.class, () -> Shape.of(3, 0)).getMessage().contains("[3, 0]"));
    assertThrows(ShapeException.class, () -> Shape.of());
    assertThrows(ShapeException.class, () -> Shape.of(-1));
    assertThrows(ShapeException.class, () -> Shape.of(1 << 20, 1 << 20));
  }

  @Test
  public void refusesAnArrayOfAnotherSizeAndSaysBoth() {
    Tensor tensor = Tensor.zeros(Shape.of(2, 3));
    String message = assertThrows(ShapeException.class, () -> tensor.copyFrom(new float[5])).getMessage();
    assertTrue(message, message.contains("[2, 3]") && message.contains("6") && message.contains("5"));
    assertThrows(ShapeException.class, () -> tensor.copyFrom(Tensor.zeros(Shape.of(3, 2))));
    assertThrows(ShapeException.class, () -> Tensor.over(Shape.of(2, 3), new float[2][2]));
    assertThrows(ShapeException.class, () -> Tensor.planes(Shape.of(2, 3)));
  }

  @Test
  public void initializersHaveTheSpreadOfTheirPapers() {
    Tensor weight = Tensor.zeros(Shape.of(200, 300));
    Initializer.he(new Rng(1)).fill(weight, 200, 300);
    assertEquals(2.0 / 200, variance(weight), 2e-4);
    Initializer.xavier(new Rng(1)).fill(weight, 200, 300);
    assertEquals(2.0 / 500, variance(weight), 1e-4);
    Initializer.zero().fill(weight, 200, 300);
    assertEquals(0, variance(weight), 0);
  }

  private static double variance(Tensor tensor) {
    double squares = 0;
    for (float value : tensor.toArray()) {
      squares += (double) value * value;
    }
    return squares / tensor.size();
  }
}
