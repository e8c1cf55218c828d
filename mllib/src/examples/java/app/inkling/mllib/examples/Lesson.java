package app.inkling.mllib.examples;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.data.Table;
import app.inkling.mllib.optim.Optimizer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What lessons share, so that each is about its subject alone. */
final class Lesson {
  private Lesson() {}

  /** @throws IllegalStateException the lesson's claim doesn't hold */
  static void check(boolean holds, String claim) {
    if (!holds) {
      throw new IllegalStateException("It does not hold that " + claim);
    }
  }

  /** One of the small tables: iris, wine, breast_cancer, diabetes; inputs of mean 0 and deviation 1. */
  static Table table(String name) throws IOException {
    try (InputStream in = Lesson.class.getResourceAsStream("/tabular/" + name + ".csv")) {
      Table table = Table.readCsv(in, name + ".csv");
      return table.standardizedBy(table);
    }
  }

  /** Rows of numbers as a tensor. */
  static Tensor tensor(double[][] rows) {
    Tensor tensor = Tensor.zeros(Shape.of(rows.length, rows[0].length));
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        tensor.rows()[i][j] = (float) rows[i][j];
      }
    }
    return tensor;
  }

  /** So many steps of descent on all examples at once; the loss after them. */
  static float descend(Graph graph, Var loss, List<Parameter> parameters, Optimizer optimizer, float rate,
      int steps) {
    graph.training(true);
    List<Tensor> values = parameters.stream().map(Parameter::value).toList();
    for (int step = 0; step < steps; step++) {
      graph.forward();
      graph.backward(loss);
      optimizer.step(values, parameters.stream().map(graph::gradient).toList(), rate);
    }
    graph.training(false);
    graph.forward();
    return loss.scalar();
  }
}
