package app.inkling.mllib.examples;

import app.inkling.mllib.model.analysis.Neighbours;
import java.io.PrintStream;
import java.util.List;

/** Distributed words: neighbours by angle, and analogies by differences, on vectors made by hand. */
public final class E16Neighbours {
  private E16Neighbours() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  public static void run(PrintStream out) {
    // Each number has a meaning here: female, royal, young. Learned vectors spread theirs over all numbers.
    Neighbours words = new Neighbours(List.of("man", "woman", "boy", "girl", "king", "queen", "prince", "princess"),
        new float[][] {{-1, -1, -1}, {1, -1, -1}, {-1, -1, 1}, {1, -1, 1}, {-1, 1, -1}, {1, 1, -1}, {-1, 1, 1},
            {1, 1, 1}});
    out.println("nearest to queen: " + words.nearest("queen", 3));
    out.println("man is to king as girl is to " + words.analogy("man", "king", "girl", 1).get(0));
    Lesson.check(words.analogy("man", "king", "girl", 1).equals(List.of("princess")), "a girl becomes a princess");
  }
}
