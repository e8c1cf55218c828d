package app.inkling.mllib.optim;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

/** Our optimisers against PyTorch's; {@code reference/optimizers.py} made the numbers. */
public class OptimizerReferenceTest {
  private final Map<String, float[]> reference = new HashMap<>();
  private final List<float[]> gradients = new ArrayList<>();

  @Before
  public void readReference() throws IOException {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        getClass().getResourceAsStream("/reference/optimizers.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        if (words[0].equals("#")) {
          continue;
        }
        float[] numbers = new float[words.length - 1];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = Float.parseFloat(words[i + 1]);
        }
        if (words[0].equals("gradient")) {
          gradients.add(numbers);
        } else {
          reference.put(words[0], numbers);
        }
      }
    }
    assertEquals(5, gradients.size());
  }

  @Test
  public void sgdStepsAsPyTorchDoes() {
    assertAgrees("sgd", new Sgd(), reference.get("rates"));
  }

  @Test
  public void momentumStepsAsPyTorchDoesAtAConstantRate() {
    assertAgrees("momentum-at-rate-0.1", new Momentum(0.9f), new float[] {0.1f, 0.1f, 0.1f, 0.1f, 0.1f});
  }

  @Test
  public void adamStepsAsPyTorchDoes() {
    assertAgrees("adam", new Adam(), reference.get("rates"));
  }

  @Test
  public void adamWithDecoupledDecayStepsAsPyTorchsAdamW() {
    assertAgrees("adamw-decay-0.05", new Adam(0.05f), reference.get("rates"));
  }

  @Test
  public void nesterovStepsAsPyTorchDoesAtAConstantRate() {
    assertAgrees("nesterov-at-rate-0.1", new Nesterov(0.9f), new float[] {0.1f, 0.1f, 0.1f, 0.1f, 0.1f});
  }

  @Test
  public void adagradStepsAsPyTorchDoes() {
    assertAgrees("adagrad", new Adagrad(), reference.get("rates"));
  }

  @Test
  public void rmsPropStepsAsPyTorchDoes() {
    assertAgrees("rmsprop", new RmsProp(), reference.get("rates"));
  }

  @Test
  public void adamWithL2PenaltyStepsAsPyTorchsAdamAndNotAsAdamW() {
    assertAgrees("adam-l2-0.05", new L2Penalty(0.05f, new Adam()), reference.get("rates"));
    float difference = 0;
    for (int j = 0; j < 6; j++) {
      difference = Math.max(difference, Math.abs(reference.get("adam-l2-0.05")[j] - reference.get("adamw-decay-0.05")[j]));
    }
    assertTrue("largest difference " + difference, difference > 5e-3);
  }

  private void assertAgrees(String name, Optimizer optimizer, float[] rates) {
    Tensor weights = Tensor.of(Shape.of(2, 3), reference.get("start"));
    for (int step = 0; step < gradients.size(); step++) {
      optimizer.step(List.of(weights), List.of(Tensor.of(Shape.of(2, 3), gradients.get(step))), rates[step]);
    }
    assertArrayEquals(reference.get(name), weights.toArray(), 2e-6f);
  }
}
