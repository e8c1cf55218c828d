package app.inkling.mllib.digits;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.LabelledImages;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Glyphs;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import app.inkling.mllib.data.stroke.StrokeVariation;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class DigitTrainingTest {
  private static final int IMAGES = 150;
  private static final int EPOCHS = 3;

  @Test
  public void anyNumberOfThreadsGivesTheSameBytes() throws Exception {
    assertArrayEquals(train(1, 1), train(1, 2));
  }

  @Test
  public void anotherSeedGivesAnotherModel() throws Exception {
    assertFalse(Arrays.equals(train(1, 1), train(2, 1)));
  }

  @Test
  public void goesOnFromACheckpointToTheSameBytes() throws Exception {
    byte[] saved;
    try (DigitTraining first = training(1, 2, EPOCHS)) {
      first.trainEpoch(step -> {});
      assertEquals(1, first.epochsDone());
      saved = first.save().toBytes();
    }
    try (DigitTraining second = training(1, 1, EPOCHS)) {
      second.restore(Checkpoint.fromBytes("saved", saved));
      while (!second.finished()) {
        second.trainEpoch(step -> {});
      }
      assertArrayEquals(train(1, 1), second.model().toCheckpoint().toBytes());
    }
  }

  @Test
  public void refusesACheckpointOfAnotherTraining() throws Exception {
    Checkpoint saved;
    try (DigitTraining first = training(1, 1, EPOCHS)) {
      saved = first.save();
    }
    try (DigitTraining other = training(2, 1, EPOCHS)) {
      FormatException e = assertThrows(FormatException.class, () -> other.restore(saved));
      assertTrue(e.getMessage(), e.getMessage().contains("seed 2") && e.getMessage().contains("seed 1"));
    }
    try (DigitTraining longer = training(1, 1, EPOCHS + 1)) {
      assertThrows(FormatException.class, () -> longer.restore(saved));
    }
  }

  @Test
  public void leavesTheLastWriterOutForCalibration() throws Exception {
    try (DigitTraining training = training(1, 1, 1)) {
      training.trainEpoch(step -> {});
      DigitModel model = training.model();
      assertEquals("7 images and 10 drawings left out", model.metadata().get("calibrated_on"));
      assertEquals("143 images, 30 drawings, 1 epochs, seed 1", model.metadata().get("trained_with"));
    }
  }

  @Test
  public void lossFallsOnAFewDigits() {
    double[] losses = new double[30];
    try (DigitTraining training = training(1, 2, losses.length)) {
      while (!training.finished()) {
        int epoch = training.epochsDone();
        training.trainEpoch(step -> losses[epoch] += step.loss());
      }
    }
    assertTrue("from " + losses[0] + " to " + losses[29], losses[29] < 0.6 * losses[0]);
  }

  @Test
  public void networkStaysUnderItsLimitOfParameters() {
    int count = DigitNet.create(new Rng(1)).parameters().stream().mapToInt(parameter
        -> parameter.value().size()).sum();
    assertTrue("parameters " + count, count < 200_000);
  }

  @Test
  public void rejectsTooFewImages() {
    LabelledImages few = images().range(0, DigitTraining.FEWEST_IMAGES - 1);
    assertThrows(IllegalArgumentException.class, () -> new DigitTraining(few, List.of(), 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new DigitTraining(images(), List.of(), 0, 1, 1));
  }

  private static byte[] train(long seed, int threads) {
    try (DigitTraining training = training(seed, threads, EPOCHS)) {
      while (!training.finished()) {
        training.trainEpoch(step -> {});
      }
      return training.model().toCheckpoint().toBytes();
    }
  }

  private static DigitTraining training(long seed, int threads, int epochs) {
    List<LabelledDrawing> drawings = new ArrayList<>();
    for (String writer : List.of("a", "b", "c", "d")) {
      for (int digit = 0; digit < 10; digit++) {
        drawings.add(new LabelledDrawing(writer, digit, Glyphs.digit(digit, 0).drawing()));
      }
    }
    return new DigitTraining(images(), drawings, epochs, seed, threads);
  }

  private static LabelledImages images() {
    byte[] pixels = new byte[IMAGES * StrokeRenderer.PIXELS];
    byte[] labels = new byte[IMAGES];
    Rng random = new Rng(4);
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) (i % 10);
      Drawing drawing = new StrokeVariation(0.5f).vary(Glyphs.digit(i % 10, 1).drawing(), random);
      float[] image = new StrokeRenderer().render(drawing);
      for (int pixel = 0; pixel < image.length; pixel++) {
        pixels[i * image.length + pixel] = (byte) Math.round(255 * image[pixel]);
      }
    }
    return new LabelledImages(StrokeRenderer.SIDE, StrokeRenderer.SIDE, pixels, labels);
  }
}
