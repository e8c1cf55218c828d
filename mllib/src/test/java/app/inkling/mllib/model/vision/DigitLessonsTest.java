package app.inkling.mllib.model.vision;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import app.inkling.mllib.train.RowObjective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** What networks learn from 500 digits, asked about 500 others. */
public class DigitLessonsTest {
  /** 85.8, 85.2 and 85.0 % with seeds 1 to 3. */
  @Test
  public void leNetReadsOthersDigitsAfterFiveHundred() throws Exception {
    Sequential network = LeNet5.create(new Rng(1));
    Digits.training().teach(network, 12, 1, 0.002f);
    Digits others = Digits.others();
    double accuracy = new Ensemble(List.of(network)).accuracy(others.images(), others.classes());
    assertTrue("accuracy " + accuracy, accuracy > 0.8);
  }

  @Test
  public void togetherTheyAreBetterThanOnAverage() throws Exception {
    Digits training = Digits.training();
    Digits others = Digits.others();
    List<Sequential> members = new ArrayList<>();
    double meanLoss = 0;
    double meanAccuracy = 0;
    for (int seed = 1; seed <= 5; seed++) {
      Sequential member = Perceptrons.relu(true, new Rng(seed), 784, 32, 10);
      training.teach(member, 8, seed, 0.002f);
      members.add(member);
      Ensemble alone = new Ensemble(List.of(member));
      meanLoss += alone.logLoss(others.images(), others.classes()) / 5;
      meanAccuracy += alone.accuracy(others.images(), others.classes()) / 5;
    }
    Ensemble ensemble = new Ensemble(members);
    double loss = ensemble.logLoss(others.images(), others.classes());
    double accuracy = ensemble.accuracy(others.images(), others.classes());
    assertTrue(loss + " of " + meanLoss, loss < meanLoss);
    assertTrue(accuracy + " of " + meanAccuracy, accuracy >= meanAccuracy);
  }

  @Test
  public void squaredErrorOfTheMeanIsTheMeanErrorLessTheVariance() throws Exception {
    Digits others = Digits.others();
    List<Sequential> members = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      members.add(Perceptrons.relu(true, new Rng(seed), 784, 8, 10));
    }
    double[][] mean = new Ensemble(members).probabilities(others.images());
    assertEquals(1, Arrays.stream(mean[7]).sum(), 1e-6);
    double ofMean = 0;
    double ofMembers = 0;
    double variance = 0;
    for (Sequential member : members) {
      double[][] own = new Ensemble(List.of(member)).probabilities(others.images());
      for (int n = 0; n < own.length; n++) {
        for (int k = 0; k < 10; k++) {
          double target = others.classes()[n] == k ? 1 : 0;
          ofMean += square(mean[n][k] - target) / 3;
          ofMembers += square(own[n][k] - target) / 3;
          variance += square(own[n][k] - mean[n][k]) / 3;
        }
      }
    }
    assertTrue(variance > 0.01);
    assertEquals(ofMembers - variance, ofMean, 1e-6 * ofMembers);
  }

  /** Behind one linear layer exactly, so that only the samples' own error is left. */
  @Test
  public void thePassInUseIsTheMeanOfTheThinnedNetworks() throws Exception {
    Dense linear = new Dense("d", 784, 10, Initializer.xavier(new Rng(4)));
    Tensor image = Tensor.of(Shape.of(1, 784), Digits.others().images()[0]);
    Sequential thinned = new Sequential("n", new Dropout(0.4f), linear);
    DropoutSamples samples = DropoutSamples.of(thinned, image, 20_000, 5);
    double[] deviation = samples.deviation();
    float[] plain = RowObjective.outputs(linear, image.rows())[0];
    for (int k = 0; k < 10; k++) {
      double standardError = deviation[k] / Math.sqrt(20_000);
      assertEquals(plain[k], samples.mean()[k], 4.5 * standardError);
    }
  }

  /** A curve learned between -1 and 1 alone. */
  @Test
  public void thinnedNetworksDifferMoreFarFromTheExamples() {
    Initializer he = Initializer.he(new Rng(6));
    Sequential network = new Sequential("n", new Dense("a", 1, 64, he), new Relu(), new Dropout(0.2f),
        new Dense("b", 64, 1, he));
    float[][] inputs = new float[40][1];
    float[][] targets = new float[40][1];
    int[] all = new int[40];
    for (int i = 0; i < 40; i++) {
      all[i] = i;
      inputs[i][0] = -1 + i / 19.5f;
      targets[i][0] = (float) StrictMath.sin(3 * inputs[i][0]);
    }
    try (Trainer trainer = new Trainer(network.parameters(), RowObjective.targets(network, inputs, targets),
        new Adam(), Schedule.cosine(0.01f, 0, 1000), TrainerOptions.DEFAULTS.withBatch(40, 40))) {
      for (int step = 0; step < 1000; step++) {
        trainer.step(all);
      }
    }
    double near = deviation(network, 0.3f);
    double far = deviation(network, 4);
    assertTrue(near + " near, " + far + " far", far > 2 * near);
  }

  private static double deviation(Layer network, float x) {
    return DropoutSamples.of(network, Tensor.of(Shape.of(1, 1), x), 500, 1).deviation()[0];
  }

  private static double square(double x) {
    return x * x;
  }
}
