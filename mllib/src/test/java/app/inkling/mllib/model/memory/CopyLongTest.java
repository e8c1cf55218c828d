package app.inkling.mllib.model.memory;

import static org.junit.Assert.assertTrue;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.tensor.Rng;
import java.util.Locale;
import org.junit.Test;

/** Some minutes each: copying and repeated copying of longer sequences than were ever seen. */
public class CopyLongTest {
  private static final int ASKED = 50;

  private static NeuralTuringMachine machine(CopyTraining.Task task) {
    return new NeuralTuringMachine(new NeuralTuringMachine.Size(task.inputs(), task.outputs(), 100, 32, 12),
        new Rng(1));
  }

  private static double wrong(CopyTraining training, NeuralTuringMachine machine, int length, int repeats) {
    double wrong = training.wrongBits(machine.withSlots(64), length, repeats, ASKED, new Rng(8));
    System.out.printf(Locale.ROOT, "wrong_bits length=%d repeats=%d: %.2f%n", length, repeats, wrong);
    return wrong;
  }

  /** Words of 8 bits, up to ten of them seen; chance would be 80 wrong of 160 at twenty. */
  @Test
  public void copiesTwentyWordsAfterUpToTen() {
    CopyTraining.Task task = new CopyTraining.Task(8, 10, 1, 16);
    NeuralTuringMachine machine = machine(task);
    CopyTraining training = new CopyTraining(task, machine, new Rng(101), Kernels.PLAIN);
    training.train(10000, 0.005f);
    assertTrue(wrong(training, machine, 10, 1) < 0.5);
    assertTrue(wrong(training, machine, 20, 1) < 4);
    wrong(training, machine, 40, 1);
  }

  /**
   * Words of 4 bits, up to five of them up to five times, and then up to ten: short ones first, since the long
   * ones alone took many times as long to begin to learn.
   */
  @Test
  public void repeatsLongerSequencesThanSeen() {
    CopyTraining.Task first = new CopyTraining.Task(4, 5, 5, 16);
    NeuralTuringMachine machine = machine(first);
    Rng random = new Rng(101);
    CopyTraining training = new CopyTraining(first, machine, random, Kernels.PLAIN);
    training.train(3000, 0.005f);
    wrong(training, machine, 5, 5);
    double longer = wrong(training, machine, 10, 5);
    training = new CopyTraining(new CopyTraining.Task(4, 10, 5, 16), machine, random, Kernels.PLAIN);
    training.train(1500, 0.005f);
    double known = wrong(training, machine, 10, 5);
    wrong(training, machine, 10, 10);
    wrong(training, machine, 20, 5);
    assertTrue("up to five seen, ten asked: " + longer + " wrong of 255", longer < 60);
    assertTrue("up to ten seen, ten asked: " + known + " wrong of 255", known < 5);
  }
}
