package app.inkling.mllib.autodiff;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A graph laid open: every variable with how it was made, its value and the loss's gradient by it, in the
 * order of the way forth. For looking, not for training: it copies everything.
 *
 * <pre>{@code
 * System.out.print(Trace.of(loss));
 * // #0 variable            [1]      value 3         gradient -4
 * // #1 parameter w         [1]      value 2         gradient -6
 * // #2 add (#0, #1)        ...
 * }</pre>
 */
public final class Trace {
  private static final int SHOWN = 6;

  private final List<Node> nodes;

  /**
   * One variable.
   *
   * @param number its place, from 0
   * @param made "input", "variable", "parameter" and its name, or the op's name
   * @param from numbers of the variables that the op took
   * @param shape of value and gradient
   * @param value in row-major order
   * @param gradient of the loss by it, in row-major order; null where the loss doesn't ask for it
   */
  public record Node(int number, String made, List<Integer> from, String shape, float[] value, float[] gradient) {}

  private Trace(List<Node> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /** Runs {@code loss}'s graph forth and back and writes down what it saw. */
  public static Trace of(Var loss) {
    Graph graph = loss.graph();
    graph.forward();
    Map<Var, float[]> gradients = new IdentityHashMap<>();
    graph.backward(loss, op -> gradients.put(op.result, op.result.gradient.toArray()));
    Map<Var, Integer> numbers = new IdentityHashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (Op op : graph.ops()) {
      List<Integer> from = new ArrayList<>();
      for (Var input : op.inputs()) {
        if (!numbers.containsKey(input)) {
          boolean wanted = input.wantsGradient && input.gradient != null;
          add(nodes, numbers, input, leaf(graph, input), List.of(), wanted ? input.gradient.toArray() : null);
        }
        from.add(numbers.get(input));
      }
      add(nodes, numbers, op.result, op.name(), from, gradients.get(op.result));
    }
    return new Trace(nodes);
  }

  private static String leaf(Graph graph, Var variable) {
    String name = graph.nameOf(variable);
    return name != null ? "parameter " + name : variable.wantsGradient ? "variable" : "input";
  }

  private static void add(List<Node> nodes, Map<Var, Integer> numbers, Var variable, String made,
      List<Integer> from, float[] gradient) {
    numbers.put(variable, nodes.size());
    nodes.add(new Node(nodes.size(), made, List.copyOf(from), variable.shape().toString(),
        variable.value().toArray(), gradient));
  }

  /** Each after those it was made from. */
  public List<Node> nodes() {
    return nodes;
  }

  /** A line for each variable; of long ones the first few numbers. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      StringBuilder made = new StringBuilder(node.made());
      for (int i = 0; i < node.from().size(); i++) {
        made.append(i == 0 ? " (#" : ", #").append(node.from().get(i));
      }
      made.append(node.from().isEmpty() ? "" : ")");
      text.append(String.format(Locale.ROOT, "#%-3d %-28s %-12s value %-40s gradient %s\n", node.number(), made,
          node.shape(), numbers(node.value()), node.gradient() == null ? "-" : numbers(node.gradient())));
    }
    return text.toString();
  }

  private static String numbers(float[] values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(SHOWN, values.length); i++) {
      text.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.4g", values[i]));
    }
    return text.append(values.length > SHOWN ? " ..." : "").toString();
  }
}
