package app.inkling.mllib.model.memory;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.GlimpseOps;
import app.inkling.mllib.autodiff.GlimpseOps.Grid;
import app.inkling.mllib.autodiff.MatrixOps;
import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.ShapeOps;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an image by a few glimpses of it: a look at the whole from afar, then at windows that the network
 * picks one after the other, each in the light of what it saw before (Mnih et al. 2014, "Recurrent models of
 * visual attention").
 *
 * <p>At each step the network's scores a give every place g' on a grid its probability Pr(g'|a).
 * <pre>
 * soft:  g = sum over g' of g' Pr(g'|a)       the expected glimpse: smooth, so descent reaches the scores
 * hard:  g drawn from Pr(g|a)                 one glimpse: no slope; GlimpseObjective has REINFORCE
 * </pre>
 * Soft attention has to see every window, hard attention one. The paper draws its places from a normal
 * distribution around a point; a grid of places serves both kinds alike.
 */
public final class GlimpseNetwork {
  /** A pixel of the look from afar is the mean of so many by so many. */
  private static final int COARSENESS = 4;

  private final boolean hard;
  private final Grid grid;
  private final int glimpses;
  private final Layer fromAfar;
  private final Dense start;
  private final Dense scores;
  private final Dense seen;
  private final Dense place;
  private final Dense next;
  private final Dense classes;
  private final Dense expectation;

  /**
   * @param hard whether to look at one place at a time
   * @param grid of places to look at
   * @param glimpses how often to look, at least 1
   * @param units of the state
   * @param classes to tell apart
   */
  public GlimpseNetwork(boolean hard, Grid grid, int glimpses, int units, int classes, Rng random) {
    if (glimpses < 1) {
      throw new IllegalArgumentException("GlimpseNetwork: " + glimpses + " glimpses; wants at least 1");
    }
    this.hard = hard;
    this.grid = grid;
    this.glimpses = glimpses;
    Initializer he = Initializer.he(random);
    int coarse = grid.side() / COARSENESS;
    fromAfar = new Sequential("from_afar", new Image(grid.side(), grid.side(), 1),
        new AveragePool2d(COARSENESS), new Flatten());
    start = new Dense("start", coarse * coarse, units, he);
    scores = new Dense("scores", units, grid.places(), he);
    seen = new Dense("seen", grid.window() * grid.window(), units, he);
    place = new Dense("place", grid.places(), units, he);
    next = new Dense("next", 2 * units, units, he);
    this.classes = new Dense("classes", units, classes, he);
    expectation = new Dense("expectation", units, 1, he);
  }

  public boolean hard() {
    return hard;
  }

  public Grid grid() {
    return grid;
  }

  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    for (Dense layer : List.of(start, scores, seen, place, next, classes, expectation)) {
      if (hard || layer != expectation) {
        all.addAll(layer.parameters());
      }
    }
    return all;
  }

  /**
   * A recorded look at a batch of images.
   *
   * @param logits of the classes, [N, classes]
   * @param scores of the places before each glimpse, [N, places]
   * @param weights of the places in each glimpse, [N, places]; where hard, 1 at one place
   * @param expectations of being right, before each glimpse, [N, 1]; none where soft
   */
  public record Looks(Var logits, List<Var> scores, List<Var> weights, List<Var> expectations) {}

  /** @param images [N, side * side] */
  public Looks look(Var images) {
    List<Var> allScores = new ArrayList<>();
    List<Var> allWeights = new ArrayList<>();
    List<Var> expectations = new ArrayList<>();
    Var state = ElementOps.relu(start.apply(fromAfar.apply(images)));
    for (int glimpse = 0; glimpse < glimpses; glimpse++) {
      Var score = scores.apply(state);
      Var weights = hard ? GlimpseOps.choose(score) : MatrixOps.softmax(score);
      if (hard) {
        // Expecting is not to change what the state is for, so its gradient ends here.
        expectations.add(expectation.apply(state.graph().input(state.value())));
      }
      Var what = seen.apply(GlimpseOps.look(images, weights, grid));
      Var whatAndWhere = ElementOps.relu(ElementOps.add(what, place.apply(weights)));
      state = ElementOps.relu(next.apply(ShapeOps.concat(state, whatAndWhere)));
      allScores.add(score);
      allWeights.add(weights);
    }
    return new Looks(classes.apply(state), allScores, allWeights, expectations);
  }
}
