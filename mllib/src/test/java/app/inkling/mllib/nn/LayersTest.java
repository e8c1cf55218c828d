package app.inkling.mllib.nn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import org.junit.Test;

public class LayersTest {
  private static final String NETWORK =
      "sequential(name=net, image(height=28, width=28, channels=1), "
      + "conv2d(name=c, inputs=1, outputs=8, kernelHeight=5, kernelWidth=5, stride=1, padding=same, "
      + "bias=true), relu(), maxPool2d(size=2, stride=2), flatten(), "
      + "dense(name=d, inputs=1568, outputs=10, bias=true))";

  @Test
  public void parsesWhatItDescribes() {
    Layer network = Layers.parse(NETWORK);
    assertEquals(NETWORK, network.describe());
    assertEquals("[c/weight[8, 25], c/bias[8], d/weight[1568, 10], d/bias[10]]",
        network.parameters().toString());
    assertEquals(Shape.of(10), network.outputShape(Shape.of(784)));
  }

  @Test
  public void readsSpacesAsTheyCome() {
    assertEquals("dropout(rate=0.5)", Layers.parse(" dropout ( rate = 0.5 )  ").describe());
  }

  @Test
  public void saysWhereADescriptionIsWrong() {
    refuses("dense(name=d, inputs=3", "wants ')' at character 22");
    refuses("relu() relu()", "wants the end at character 7");
    refuses("relu", "wants '(' at character 4");
    refuses("", "wants a name at character 0");
    refuses("memory(units=3)", "got \"memory\"; was it written by a newer version?");
    refuses("dense(name=d, inputs=three, outputs=2, bias=true)", "\"inputs\" wants a whole number");
    refuses("dense(name=d, inputs=3, outputs=2, bias=yes)", "\"bias\" wants true or false");
    refuses("dropout()", "has no \"rate\"");
    refuses("dropout(rate=1.5)", "rate is 1.5");
    refuses("residual(relu(), relu())", "residual wants 1 layers inside, got 2");
    refuses("tiedEmbedding(name=t, relu(), relu())", "wants an embedding first, got \"relu\"");
    refuses("sequential(name=empty)", "at least one layer");
    refuses("conv2d(name=c, inputs=1, outputs=8, kernelHeight=5, kernelWidth=5, stride=1, padding=full, "
        + "bias=true)", "valid or same, got \"full\"");
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      deep.append("sequential(name=s,");
    }
    refuses(deep.toString(), "at most 100 layers within layers");
  }

  private static void refuses(String line, String expected) {
    String message =
        assertThrows(line, IllegalArgumentException.class, () -> Layers.parse(line)).getMessage();
    assertTrue(message, message.contains(expected));
  }

  @Test
  public void refusesNamesThatWouldNotComeBack() {
    String message = assertThrows(IllegalArgumentException.class,
        () -> new Dense("my layer", 1, 1, Initializer.zero()).describe()).getMessage();
    assertTrue(message, message.contains("my layer"));
  }

  @Test
  public void refusesTwoParametersOfOneName() {
    Dense one = new Dense("d", 2, 2, Initializer.zero());
    Dense other = new Dense("d", 2, 2, Initializer.zero());
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Sequential("net", one, other)).getMessage();
    assertTrue(message, message.contains("\"d/weight\""));
  }

  @Test
  public void namesTheLayerInItsPlace() {
    Layer network = Layers.parse(
        "sequential(name=net, tanh(), dense(name=hidden1, inputs=4, outputs=3, bias=true))");
    String message = assertThrows(ShapeException.class, () -> network.outputShape(Shape.of(5))).getMessage();
    assertEquals("Sequential \"net\", layer 2: Dense \"hidden1\": input has 5 columns, weight is [4, 3] and "
        + "wants 4; did the features change?", message);
  }

  @Test
  public void refusesSizesBelowOne() {
    assertThrows(IllegalArgumentException.class, () -> new Dense("d", 0, 2, Initializer.zero()));
    assertThrows(IllegalArgumentException.class, () -> new MaxPool2d(0));
    assertThrows(IllegalArgumentException.class, () -> new Image(28, 0, 1));
  }
}
