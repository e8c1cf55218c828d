package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.data.Batches;
import app.inkling.mllib.model.analysis.TrainingCurve;
import app.inkling.mllib.model.vision.Perceptrons;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Budget;
import app.inkling.mllib.train.Objective;
import app.inkling.mllib.train.RowObjective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Three rings of points, four classes in ten drawn at random: without a hidden layer nothing is learned, with a
 * large one even what cannot be known, and the curves tell when that begins.
 */
public final class E22TrainingCurves {
  private static final int EXAMPLES = 180;
  private static final int EPOCHS = 150;

  private E22TrainingCurves() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    TrainingCurve flat = train(Perceptrons.relu(true, new Rng(1), 2, 3));
    TrainingCurve large = train(Perceptrons.relu(true, new Rng(1), 2, 100, 100, 3));
    out.println("epoch   no hidden layer         two of 100 units");
    out.println("        training  validation    training  validation");
    for (int epoch : new int[] {1, 5, 10, 20, 40, 80, EPOCHS}) {
      TrainingCurve.Point one = flat.points().get(epoch - 1);
      TrainingCurve.Point other = large.points().get(epoch - 1);
      out.printf(Locale.ROOT, "%5d   %8.3f  %10.3f    %8.3f  %10.3f%n", epoch, one.training(), one.validation(),
          other.training(), other.validation());
    }
    out.println("the large network was best after epoch " + large.best().epoch());
    Lesson.check(flat.best().validation() > 1, "no straight line tells rings apart: chance is ln 3 = 1.099");
    Lesson.check(large.points().get(EPOCHS - 1).validation() > 1.2 * large.best().validation(),
        "a large network gets worse on what it doesn't learn from, the longer it learns by heart");
  }

  private static TrainingCurve train(Layer network) {
    Objective training = rings(network, new Rng(1));
    Objective.Shard validation = rings(network, new Rng(2)).record(new Graph(), EXAMPLES);
    int[] all = new int[EXAMPLES];
    for (int n = 0; n < EXAMPLES; n++) {
      all[n] = n;
    }
    validation.load(all, 0, null);
    TrainingCurve curve = new TrainingCurve();
    Batches batches = new Batches(EXAMPLES, 20, 1);
    try (Trainer trainer = new Trainer(network.parameters(), training, new Adam(), Schedule.constant(0.01f),
        TrainerOptions.DEFAULTS.withBatch(20, 20))) {
      for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        trainer.train(batches, Budget.ofSteps((long) epoch * batches.perEpoch()), curve);
        validation.loss().graph().forward();
        curve.epoch(validation.loss().scalar());
      }
    }
    return curve;
  }

  /** Points around radius 1, 2 and 3, the ring being the class, but for four in ten. */
  private static Objective rings(Layer network, Rng random) {
    float[][] points = new float[EXAMPLES][];
    int[] classes = new int[EXAMPLES];
    for (int n = 0; n < EXAMPLES; n++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = 1 + n % 3 + 0.15 * random.nextGaussian();
      points[n] = new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
      classes[n] = random.nextDouble() < 0.4 ? random.nextInt(3) : n % 3;
    }
    return RowObjective.classes(network, points, classes);
  }
}
