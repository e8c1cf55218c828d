package app.inkling.mllib.model.vision;

import app.inkling.mllib.data.Batches;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.digits.personal.GeneralDigits;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.train.RowObjective;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The thousand digits that lie in the repository: one half to learn from, the other, by other hands, to
 * ask.
 */
record Digits(float[][] images, int[] classes) {
  private static final Path FILE = Path.of("src/models/general-digits.inkling");
  private static final int BATCH = 20;

  static Digits training() throws IOException {
    return of(GeneralDigits.load(FILE.toString(), Files.readAllBytes(FILE)).replay());
  }

  static Digits others() throws IOException {
    return of(GeneralDigits.load(FILE.toString(), Files.readAllBytes(FILE)).measuring());
  }

  private static Digits of(LabelledImages set) {
    Digits digits = new Digits(new float[set.size()][set.rows() * set.columns()], new int[set.size()]);
    for (int i = 0; i < set.size(); i++) {
      set.copyImage(i, digits.images[i]);
      digits.classes[i] = set.label(i);
    }
    return digits;
  }

  /** Teaches a network that gives logits, by Adam with a rate that falls to 0. */
  void teach(Layer network, int epochs, long seed, float rate) {
    Batches batches = new Batches(images.length, BATCH, seed);
    int[] batch = new int[BATCH];
    long steps = (long) epochs * batches.perEpoch();
    try (Trainer trainer = new Trainer(network.parameters(), RowObjective.classes(network, images, classes),
        new Adam(), Schedule.cosine(rate, 0, steps),
        TrainerOptions.DEFAULTS.withBatch(BATCH, BATCH).withSeed(seed))) {
      for (long step = 0; step < steps; step++) {
        batches.next(batch);
        trainer.step(batch);
      }
    }
  }
}
