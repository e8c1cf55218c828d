package app.inkling.mllib.autodiff;

import app.inkling.mllib.kernel.Products;
import app.inkling.mllib.kernel.Rows;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.util.Arrays;

/**
 * Looking at parts of an image. The places for a square window lie on a grid, row by row; {@link #look} sees
 * them all, each by its weight (soft attention), or one alone if {@link #choose} made the weights (hard
 * attention).
 */
public final class GlimpseOps {
  private GlimpseOps() {}

  /**
   * The grid of places that a window may be put at.
   *
   * @param side pixels of the image's sides
   * @param window pixels of the window's sides
   * @param stride pixels from a place to the next
   */
  public record Grid(int side, int window, int stride) {
    public Grid {
      if (window < 1 || stride < 1 || window > side) {
        throw new IllegalArgumentException("GlimpseOps: a window of " + window + " in an image of " + side
            + " by steps of " + stride + "; wants a window of 1 to " + side + " and a step of at least 1");
      }
    }

    /** Places along a side. */
    public int across() {
      return (side - window) / stride + 1;
    }

    public int places() {
      return across() * across();
    }

    /** The first pixel, in row-major order, of a place's window. */
    public int corner(int place) {
      return place / across() * stride * side + place % across() * stride;
    }
  }

  /**
   * {@code g[n] = sum over places of weight[n, place] * window of image n there}. Where the weights are
   * probabilities this is the expected glimpse.
   *
   * @param images [N, side * side]
   * @param weights [N, places]
   * @return [N, window * window]
   */
  public static Var look(Var images, Var weights, Grid grid) {
    Shapes.requireMatrix("look", images);
    Shapes.require(images.shape().get(1) == grid.side() * grid.side(), "look", "images of " + grid.side()
        + " by " + grid.side(), images, "is it another canvas?");
    Shape wanted = Shape.of(images.shape().get(0), grid.places());
    Shapes.require(weights.shape().equals(wanted), "look", "weights " + wanted, weights,
        "is it the same batch?");
    return images.graph().record(new Look(images, weights, grid));
  }

  /**
   * One choice for each row: 1 there and else 0. In training it is drawn from the softmax of the logits,
   * otherwise it is the likeliest. A draw has no slope, so the logits get no gradient from here; {@code
   * loss.PolicyGradient} is how they learn.
   *
   * @param logits [N, K]
   * @return [N, K]
   */
  public static Var choose(Var logits) {
    Shapes.requireMatrix("choose", logits);
    Graph graph = logits.graph();
    Var probabilities = MatrixOps.softmax(graph.input(logits.value()));
    return graph.record(new Choose(probabilities));
  }

  private static final class Look extends Op {
    private final Grid grid;
    private final float[] seen;

    Look(Var images, Var weights, Grid grid) {
      super(Tensor.zeros(Shape.of(images.shape().get(0), grid.window() * grid.window())), images, weights);
      this.grid = grid;
      seen = new float[output().rowLength()];
    }

    @Override
    protected void forward() {
      output().fill(0);
      for (int n = 0; n < output().rows().length; n++) {
        float[] weights = input(1).rows()[n];
        for (int place = 0; place < weights.length; place++) {
          if (weights[place] != 0) {
            Products.add1(output().rows()[n], weights[place], window(n, place), seen.length);
          }
        }
      }
    }

    private float[] window(int example, int place) {
      int width = grid.window();
      for (int y = 0; y < width; y++) {
        System.arraycopy(input(0).rows()[example], grid.corner(place) + y * grid.side(), seen, y * width,
            width);
      }
      return seen;
    }

    @Override
    protected void backward() {
      if (wantsGradient(0)) {
        inputGradient(0).fill(0);
      }
      for (int n = 0; n < output().rows().length; n++) {
        float[] dy = outputGradient().rows()[n];
        float[] weights = input(1).rows()[n];
        for (int place = 0; place < weights.length; place++) {
          if (wantsGradient(0) && weights[place] != 0) {
            addBack(inputGradient(0).rows()[n], weights[place], dy, grid.corner(place));
          }
          if (wantsGradient(1)) {
            inputGradient(1).rows()[n][place] = (float) Rows.dot(window(n, place), dy, dy.length);
          }
        }
      }
    }

    private void addBack(float[] image, float weight, float[] dy, int corner) {
      int width = grid.window();
      for (int i = 0; i < dy.length; i++) {
        image[corner + i / width * grid.side() + i % width] += weight * dy[i];
      }
    }
  }

  private static final class Choose extends Op {
    Choose(Var probabilities) {
      super(Tensor.zerosLike(probabilities.value()), probabilities);
    }

    @Override
    protected void forward() {
      for (int n = 0; n < output().rows().length; n++) {
        float[] shares = input(0).rows()[n];
        Arrays.fill(output().rows()[n], 0);
        int choice = graph().training() ? graph().rng().draw(shares, Rows.sum(shares, shares.length))
            : Rows.largest(shares, shares.length);
        output().rows()[n][choice] = 1;
      }
    }

    /** Never called: no input wants a gradient. */
    @Override
    protected void backward() { }
  }
}
