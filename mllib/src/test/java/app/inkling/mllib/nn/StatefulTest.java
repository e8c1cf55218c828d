package app.inkling.mllib.nn;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Graph;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class StatefulTest {
  private static final int STEPS = 10;
  private static final int WORDS = 7;

  private final Initializer weights = Initializer.xavier(new Rng(3));
  private final Layer network = new TiedEmbedding("lm", new Embedding("words", WORDS, 4, weights),
      new Sequential("inner", new CifgLstm("one", 4, 3, weights), new EachStep(new Dense("up", 3, 4, weights)),
          new Residual(new Gru("two", 4, 4, weights))));

  /** Ten words one by one, with the states carried over, give what the ten give as one sequence. */
  @Test
  public void stepsGiveWhatTheWholeSequenceGives() {
    Tensor words = Tensor.of(Shape.of(1, STEPS), 3, 1, 4, 1, 5, 6, 2, 6, 5, 3);
    float[] whole = network.apply(new Graph().input(words)).value().toArray();
    Graph graph = new Graph();
    Tensor word = Tensor.zeros(Shape.of(1, 1));
    List<Tensor> states = List.of(Tensor.zeros(Shape.of(1, 6)), Tensor.zeros(Shape.of(1, 4)));
    Stateful step = Stateful.apply(network, graph.input(word),
        List.of(graph.input(states.get(0)), graph.input(states.get(1))));
    for (int t = 0; t < STEPS; t++) {
      word.fill(words.rows()[0][t]);
      graph.forward();
      assertArrayEquals("step " + t, Arrays.copyOfRange(whole, WORDS * t, WORDS * (t + 1)),
          step.output().value().toArray(), 0);
      for (int i = 0; i < 2; i++) {
        states.get(i).copyFrom(step.states().get(i).value());
      }
    }
  }

  @Test
  public void namesRecurrentLayersInTheOrderInWhichTheyRun() {
    assertEquals(List.of("one", "two"),
        Stateful.recurrentLayers(network).stream().map(Recurrent::name).toList());
  }

  @Test
  public void refusesAnotherNumberOfStates() {
    Var word = new Graph().input(Tensor.zeros(Shape.of(1, 1)));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> Stateful.apply(network, word, List.of()));
    assertEquals("Stateful: wants 2 states, one for each recurrent layer, got 0", e.getMessage());
  }

  @Test
  public void refusesLayersThatLookAtWholeSequences() {
    for (Layer looking : new Layer[] {new DotAttention("look", 4, 4, true, Initializer.zero()),
        new AdditiveAttention("look", 4, 4, true, Initializer.zero()),
        new Bidirectional(new Gru("there", 4, 4, weights), new Gru("back", 4, 4, weights))}) {
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
          () -> Stateful.recurrentLayers(new Sequential("n", new Residual(looking))));
      assertTrue(e.getMessage(), e.getMessage().startsWith("Stateful: " + looking.describe()));
    }
  }
}
