package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.SequenceOps;
import app.inkling.mllib.autodiff.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * A network for sequences that begins with given states instead of zeros, and gives the states it ends with:
 * the next word of a keyboard is one step of it, the next piece of a long text many. There is one state
 * [N, stateSize] for each of its recurrent layers, in the order in which they run.
 */
public final class Stateful {
  private final Iterator<Var> before;
  private final List<Var> after = new ArrayList<>();
  private final Var output;

  private Stateful(Layer network, Var x, List<Var> states) {
    before = states.iterator();
    output = record(network, x);
  }

  /**
   * Records a network with its states.
   *
   * @param states one for each of {@link #recurrentLayers}
   * @throws IllegalArgumentException their number is another, or a layer can't go on from a state
   */
  public static Stateful apply(Layer network, Var x, List<Var> states) {
    int wanted = recurrentLayers(network).size();
    if (states.size() != wanted) {
      throw new IllegalArgumentException("Stateful: wants " + wanted + " states, one for each recurrent layer, "
          + "got " + states.size());
    }
    return new Stateful(network, x, states);
  }

  /** What the network gives. */
  public Var output() {
    return output;
  }

  /** The states after the last step, [N, stateSize] each, for the next call to begin with. */
  public List<Var> states() {
    return Collections.unmodifiableList(after);
  }

  /**
   * The layers that have a state, in the order in which they run.
   *
   * @throws IllegalArgumentException naming a layer that wants whole sequences
   */
  public static List<Recurrent> recurrentLayers(Layer network) {
    List<Recurrent> found = new ArrayList<>();
    collect(network, found);
    return found;
  }

  private static void collect(Layer layer, List<Recurrent> found) {
    if (layer instanceof Recurrent) {
      found.add((Recurrent) layer);
    } else if (layer instanceof Bidirectional || layer instanceof DotAttention
        || layer instanceof AdditiveAttention) {
      throw new IllegalArgumentException("Stateful: " + layer.describe() + " looks at a whole sequence and "
          + "cannot go on from a state; use it in networks that begin with zeros");
    }
    for (Layer inner : inside(layer)) {
      collect(inner, found);
    }
  }

  private static List<Layer> inside(Layer layer) {
    if (layer instanceof Sequential) {
      return ((Sequential) layer).layers();
    }
    if (layer instanceof Residual) {
      return Collections.singletonList(((Residual) layer).inner());
    }
    return layer instanceof TiedEmbedding ? Collections.singletonList(((TiedEmbedding) layer).inner())
        : Collections.emptyList();
  }

  private Var record(Layer layer, Var x) {
    if (layer instanceof Recurrent) {
      return recurrent((Recurrent) layer, x);
    }
    if (layer instanceof Sequential) {
      Var y = x;
      for (Layer each : ((Sequential) layer).layers()) {
        y = record(each, y);
      }
      return y;
    }
    if (layer instanceof Residual) {
      return ElementOps.add(x, record(((Residual) layer).inner(), x));
    }
    if (layer instanceof TiedEmbedding) {
      TiedEmbedding tied = (TiedEmbedding) layer;
      return tied.logits(record(tied.inner(), tied.embedding().apply(x)));
    }
    return layer.apply(x);
  }

  private Var recurrent(Recurrent layer, Var x) {
    Var states = layer.states(x, before.next());
    after.add(SequenceOps.step(states, -1));
    return layer.hidden(states);
  }
}
