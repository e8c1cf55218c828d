package app.inkling.mllib.examples;

import app.inkling.mllib.kernel.Kernels;
import app.inkling.mllib.model.memory.CopyTraining;
import app.inkling.mllib.model.memory.NeuralTuringMachine;
import app.inkling.mllib.tensor.Rng;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** A Neural Turing Machine sees copies of up to five words, and invents a tape on which ten fit as well. */
public final class E23TuringMachine {
  private E23TuringMachine() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    CopyTraining.Task task = new CopyTraining.Task(3, 5, 1, 8);
    NeuralTuringMachine machine = new NeuralTuringMachine(
        new NeuralTuringMachine.Size(task.inputs(), task.outputs(), 64, 16, 8), new Rng(1));
    CopyTraining training = new CopyTraining(task, machine, new Rng(101), Kernels.PLAIN);
    double before = training.wrongBits(machine, 10, 1, 50, new Rng(6));
    training.train(2400, 0.02f);
    double after = training.wrongBits(machine, 10, 1, 50, new Rng(6));
    out.printf(Locale.ROOT, "ten words of three bits, copied: %.2f of 30 bits wrong before, %.2f after%n",
        before, after);
    int[] slots = training.slots(machine, 6, new Rng(7));
    int[] written = Arrays.copyOf(slots, 6);
    int[] read = Arrays.copyOfRange(slots, 6, 12);
    out.println("six words were written to slots " + Arrays.toString(written));
    out.println("      and read again from slots " + Arrays.toString(read));
    Lesson.check(before > 10 && after < 4, "it copies twice as much as it ever saw");
    Lesson.check(Arrays.equals(written, read), "it reads where it wrote");
  }
}
