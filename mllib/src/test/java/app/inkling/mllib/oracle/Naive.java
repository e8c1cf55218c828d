package app.inkling.mllib.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The operations of layers and losses as the textbook has them, one example after the other on
 * {@link Scalar}s: features in a row, images in the order line, column, channel.
 */
public final class Naive {
  private Naive() {}

  /** {@code y[o] = b[o] + sum of x[i] * w[i * outputs + o]}; b may be null. */
  public static Scalar[] dense(Scalar[] x, Scalar[] w, Scalar[] b, int outputs) {
    Scalar[] y = new Scalar[outputs];
    for (int o = 0; o < outputs; o++) {
      List<Scalar> terms = new ArrayList<>();
      for (int i = 0; i < x.length; i++) {
        terms.add(x[i].times(w[i * outputs + o]));
      }
      if (b != null) {
        terms.add(b[o]);
      }
      y[o] = Scalar.sum(terms);
    }
    return y;
  }

  /**
   * Sizes of an image and of a window that slides over it; with padding, zeros around as TensorFlow's SAME
   * has them.
   */
  public record Geometry(int height, int width, int channels, int windowHeight, int windowWidth, int stride,
      int dilation, boolean same) {
    public Geometry(int height, int width, int channels, int windowHeight, int windowWidth, int stride,
        boolean same) {
      this(height, width, channels, windowHeight, windowWidth, stride, 1, same);
    }

    int outHeight() {
      return same ? (height + stride - 1) / stride : (height - spanHeight()) / stride + 1;
    }

    int outWidth() {
      return same ? (width + stride - 1) / stride : (width - spanWidth()) / stride + 1;
    }

    int top() {
      return same ? Math.max((outHeight() - 1) * stride + spanHeight() - height, 0) / 2 : 0;
    }

    int left() {
      return same ? Math.max((outWidth() - 1) * stride + spanWidth() - width, 0) / 2 : 0;
    }

    private int spanHeight() {
      return (windowHeight - 1) * dilation + 1;
    }

    private int spanWidth() {
      return (windowWidth - 1) * dilation + 1;
    }

    Scalar pixel(Scalar[] x, int line, int column, int channel) {
      boolean inside = line >= 0 && line < height && column >= 0 && column < width;
      return inside ? x[(line * width + column) * channels + channel] : Scalar.of(0);
    }
  }

  /** {@code w[o][c][u][v]}, flat; b may be null. */
  public static Scalar[] conv2d(Scalar[] x, Scalar[] w, Scalar[] b, Geometry g, int outputs) {
    Scalar[] y = new Scalar[g.outHeight() * g.outWidth() * outputs];
    int at = 0;
    for (int i = 0; i < g.outHeight(); i++) {
      for (int j = 0; j < g.outWidth(); j++) {
        for (int o = 0; o < outputs; o++) {
          List<Scalar> terms = new ArrayList<>();
          int k = o * g.channels() * g.windowHeight() * g.windowWidth();
          for (int c = 0; c < g.channels(); c++) {
            for (int u = 0; u < g.windowHeight(); u++) {
              for (int v = 0; v < g.windowWidth(); v++) {
                int line = i * g.stride() + u * g.dilation() - g.top();
                int column = j * g.stride() + v * g.dilation() - g.left();
                terms.add(w[k++].times(g.pixel(x, line, column, c)));
              }
            }
          }
          if (b != null) {
            terms.add(b[o]);
          }
          y[at++] = Scalar.sum(terms);
        }
      }
    }
    return y;
  }

  public static Scalar[] maxPool(Scalar[] x, Geometry g) {
    return pool(x, g, window -> {
      Scalar max = window.get(0);
      for (Scalar pixel : window) {
        max = max.max(pixel);
      }
      return max;
    });
  }

  public static Scalar[] averagePool(Scalar[] x, Geometry g) {
    return pool(x, g, window -> Scalar.sum(window).times(1.0 / window.size()));
  }

  /** Each pixel weighted by {@code e^(-distance from the middle^2 / (2 spread^2))}. */
  public static Scalar[] weightedAveragePool(Scalar[] x, Geometry g, double spread) {
    return pool(x, g, window -> {
      List<Scalar> terms = new ArrayList<>();
      double weights = 0;
      for (int i = 0; i < window.size(); i++) {
        double down = i / g.windowWidth() - (g.windowHeight() - 1) / 2.0;
        double right = i % g.windowWidth() - (g.windowWidth() - 1) / 2.0;
        double weight = Math.exp(-(down * down + right * right) / (2 * spread * spread));
        terms.add(window.get(i).times(weight));
        weights += weight;
      }
      return Scalar.sum(terms).times(1 / weights);
    });
  }

  /** {@code (sum of |x|^p)^(1/p)}. */
  public static Scalar[] normPool(Scalar[] x, Geometry g, double p) {
    return pool(x, g, window -> {
      List<Scalar> powers = new ArrayList<>();
      for (Scalar pixel : window) {
        powers.add(pixel.max(pixel.times(-1)).log().times(p).exp());
      }
      return Scalar.sum(powers).log().times(1 / p).exp();
    });
  }

  /** {@code 1/beta * ln(mean of e^(beta x))}. */
  public static Scalar[] logAveragePool(Scalar[] x, Geometry g, double beta) {
    return pool(x, g, window -> {
      List<Scalar> powers = new ArrayList<>();
      for (Scalar pixel : window) {
        powers.add(pixel.times(beta).exp());
      }
      return Scalar.sum(powers).times(1.0 / powers.size()).log().times(1 / beta);
    });
  }

  private static Scalar[] pool(Scalar[] x, Geometry g, Function<List<Scalar>, Scalar> reduce) {
    List<Scalar> y = new ArrayList<>();
    for (int i = 0; i < g.outHeight(); i++) {
      for (int j = 0; j < g.outWidth(); j++) {
        for (int c = 0; c < g.channels(); c++) {
          List<Scalar> window = new ArrayList<>();
          for (int u = 0; u < g.windowHeight(); u++) {
            for (int v = 0; v < g.windowWidth(); v++) {
              window.add(g.pixel(x, i * g.stride() + u, j * g.stride() + v, c));
            }
          }
          y.add(reduce.apply(window));
        }
      }
    }
    return y.toArray(new Scalar[0]);
  }

  public static Scalar relu(Scalar x) {
    return x.max(Scalar.of(0));
  }

  /** {@code x where x > 0, else slope * x}. */
  public static Scalar leakyRelu(Scalar x, double slope) {
    return x.value > 0 ? x : x.times(slope);
  }

  /** {@code x where x > 0, else alpha * (e^x - 1)}. */
  public static Scalar elu(Scalar x, double alpha) {
    return x.value > 0 ? x : x.exp().minus(Scalar.of(1)).times(alpha);
  }

  /** {@code ln(1 + e^x)}. */
  public static Scalar softplus(Scalar x) {
    return Scalar.of(1).plus(x.exp()).log();
  }

  /** The largest of every {@code x[p * units + u]}. */
  public static Scalar[] maxout(Scalar[] x, int pieces) {
    int units = x.length / pieces;
    Scalar[] y = Arrays.copyOf(x, units);
    for (int i = units; i < x.length; i++) {
      y[i % units] = y[i % units].max(x[i]);
    }
    return y;
  }

  public static Scalar dot(Scalar[] a, float[] b) {
    List<Scalar> terms = new ArrayList<>();
    for (int j = 0; j < b.length; j++) {
      terms.add(a[j].times(b[j]));
    }
    return Scalar.sum(terms);
  }

  public static Scalar dot(Scalar[] a, Scalar[] b) {
    List<Scalar> terms = new ArrayList<>();
    for (int j = 0; j < b.length; j++) {
      terms.add(a[j].times(b[j]));
    }
    return Scalar.sum(terms);
  }

  /** {@code gain * (x - mean) / sqrt(variance + 1e-5) + bias}. */
  public static Scalar[] layerNorm(Scalar[] x, Scalar[] gain, Scalar[] bias) {
    double share = 1.0 / x.length;
    Scalar mean = Scalar.sum(Arrays.asList(x)).times(share);
    List<Scalar> squares = new ArrayList<>();
    for (Scalar each : x) {
      squares.add(each.minus(mean).times(each.minus(mean)));
    }
    Scalar variance = Scalar.sum(squares).times(share).plus(Scalar.of(1e-5f));
    Scalar deviation = variance.log().times(0.5).exp();
    Scalar[] y = new Scalar[x.length];
    for (int j = 0; j < y.length; j++) {
      y[j] = gain[j].times(x[j].minus(mean).over(deviation)).plus(bias[j]);
    }
    return y;
  }

  /** {@code gain * (x - mean) / sqrt(variance + 1e-5) + bias}, features in the order of gain, by and by. */
  public static Scalar[] normalize(Scalar[] x, Scalar[] mean, Scalar[] variance, Scalar[] gain,
      Scalar[] bias) {
    Scalar[] y = new Scalar[x.length];
    for (int j = 0; j < y.length; j++) {
      int f = j % gain.length;
      Scalar deviation = variance[f].plus(Scalar.of(1e-5f)).log().times(0.5).exp();
      y[j] = gain[f].times(x[j].minus(mean[f]).over(deviation)).plus(bias[f]);
    }
    return y;
  }

  /** The same with mean and variance of the batch's examples, whose features come by and by. */
  public static Scalar[][] batchNorm(Scalar[][] x, Scalar[] gain, Scalar[] bias) {
    Scalar[] mean = new Scalar[gain.length];
    Scalar[] variance = new Scalar[gain.length];
    for (int f = 0; f < gain.length; f++) {
      List<Scalar> values = new ArrayList<>();
      for (Scalar[] example : x) {
        for (int j = f; j < example.length; j += gain.length) {
          values.add(example[j]);
        }
      }
      double share = 1.0 / values.size();
      Scalar middle = Scalar.sum(values).times(share);
      mean[f] = middle;
      variance[f] = Scalar.sum(values.stream().map(v -> v.minus(middle).times(v.minus(middle))).toList())
          .times(share);
    }
    return Arrays.stream(x).map(example -> normalize(example, mean, variance, gain, bias))
        .toArray(Scalar[][]::new);
  }

  public static Scalar[] sum(Scalar[] a, Scalar[] b) {
    Scalar[] sum = new Scalar[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i].plus(b[i]);
    }
    return sum;
  }

  /** {@code (e^x - e^-x) / (e^x + e^-x)}. */
  public static Scalar tanh(Scalar x) {
    Scalar up = x.exp();
    Scalar down = x.times(-1).exp();
    return up.minus(down).over(up.plus(down));
  }

  /** {@code 1 / (1 + e^-x)}. */
  public static Scalar sigmoid(Scalar x) {
    return Scalar.of(1).over(Scalar.of(1).plus(x.times(-1).exp()));
  }

  /** {@code e^x[k] / sum of e^x}. */
  public static Scalar[] softmax(Scalar[] x) {
    List<Scalar> powers = new ArrayList<>();
    for (Scalar each : x) {
      powers.add(each.exp());
    }
    Scalar sum = Scalar.sum(powers);
    return powers.stream().map(power -> power.over(sum)).toArray(Scalar[]::new);
  }

  /** {@code -sum over k of target[k] * ln softmax(x)[k]}. */
  public static Scalar crossEntropy(Scalar[] x, double[] target) {
    Scalar[] p = softmax(x);
    List<Scalar> terms = new ArrayList<>();
    for (int k = 0; k < p.length; k++) {
      terms.add(p[k].log().times(-target[k]));
    }
    return Scalar.sum(terms);
  }

  /** Mean of the squared differences over all rows. */
  public static Scalar squaredError(Scalar[][] y, float[][] target) {
    List<Scalar> terms = new ArrayList<>();
    for (int n = 0; n < y.length; n++) {
      for (int j = 0; j < y[n].length; j++) {
        Scalar difference = y[n][j].minus(Scalar.of(target[n][j]));
        terms.add(difference.times(difference));
      }
    }
    return Scalar.sum(terms).times(1.0 / terms.size());
  }
}
