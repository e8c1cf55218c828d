package app.inkling.mllib.contract;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.nn.AdditiveAttention;
import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.BatchNorm;
import app.inkling.mllib.nn.Bidirectional;
import app.inkling.mllib.nn.CifgLstm;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.DotAttention;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.EachStep;
import app.inkling.mllib.nn.Elu;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Gru;
import app.inkling.mllib.nn.Identity;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.LastStep;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.LayerNorm;
import app.inkling.mllib.nn.LeakyRelu;
import app.inkling.mllib.nn.LogAveragePool2d;
import app.inkling.mllib.nn.Lstm;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Maxout;
import app.inkling.mllib.nn.NormPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sequence;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.SimpleRnn;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.nn.Softplus;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.nn.TiedEmbedding;
import app.inkling.mllib.nn.WeightedAveragePool2d;
import app.inkling.mllib.oracle.Naive;
import app.inkling.mllib.oracle.Naive.Geometry;
import app.inkling.mllib.oracle.NaiveSequence;
import app.inkling.mllib.oracle.Scalar;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One layer as the contract suite meets it.
 *
 * @param name what the report calls it
 * @param make the layer, with weights from the given randomness
 * @param perExample shape of one example's input: [features], [steps, features] or [height, width, channels]
 * @param misfit shape of one example that it must refuse
 * @param who how its messages name it
 * @param oracle what it computes, for one example
 * @param ids 0 if it takes any numbers, else it takes whole numbers below this
 */
record LayerCase(String name, Function<Rng, Layer> make, Shape perExample, Shape misfit, String who,
    Oracle oracle, int ids) {
  LayerCase(String name, Function<Rng, Layer> make, Shape perExample, Shape misfit, String who,
      Oracle oracle) {
    this(name, make, perExample, misfit, who, oracle, 0);
  }

  /** One example's output from its input and the layer's parameters, in their order. */
  interface Oracle {
    Scalar[] apply(Scalar[] x, List<Scalar[]> parameters);
  }

  /** Every kind of layer, and each way in which one computes. */
  static List<LayerCase> all() {
    return Arrays.asList(
        dense("dense", 7, 5, true),
        dense("dense without bias", 3, 9, false),
        dense("dense of one number", 1, 1, true),
        dense("dense of many outputs", 3, 150, true),
        conv2d("conv2d valid", new Geometry(6, 5, 2, 3, 3, 1, false), 3, true),
        conv2d("conv2d same", new Geometry(5, 6, 3, 3, 3, 1, true), 2, true),
        conv2d("conv2d same, odd pixel at the end", new Geometry(5, 4, 1, 4, 2, 1, true), 2, true),
        conv2d("conv2d with stride", new Geometry(7, 6, 2, 3, 2, 2, false), 3, false),
        conv2d("conv2d same with stride", new Geometry(6, 7, 2, 3, 3, 2, true), 2, true),
        conv2d("conv2d 1 x 1", new Geometry(3, 2, 4, 1, 1, 1, false), 3, true),
        conv2d("conv2d with stride beyond the filter", new Geometry(7, 7, 1, 2, 2, 3, true), 2, true),
        conv2d("conv2d with long filters", new Geometry(5, 6, 12, 3, 3, 1, false), 2, true),
        conv2d("conv2d with long filters, same and stride", new Geometry(5, 6, 11, 3, 3, 2, true), 3, false),
        conv2d("conv2d with long filters, same", new Geometry(4, 4, 6, 4, 4, 1, true), 2, true),
        conv2d("conv2d dilated", new Geometry(7, 6, 2, 3, 2, 1, 2, false), 3, true),
        conv2d("conv2d dilated, same", new Geometry(5, 6, 2, 3, 3, 1, 2, true), 2, true),
        conv2d("conv2d dilated, same and stride", new Geometry(7, 8, 2, 3, 2, 2, 3, true), 2, false),
        conv2d("conv2d dilated with long filters", new Geometry(6, 5, 12, 3, 3, 1, 2, true), 2, true),
        conv2d("conv2d wider than the image", new Geometry(1, 2, 2, 5, 6, 1, true), 2, true),
        conv2d("conv2d with holes wider than the image", new Geometry(2, 3, 1, 3, 3, 1, 4, true), 2, true),
        pool("maxPool2d", MaxPool2d::new, Naive::maxPool, 4, 6, 2, 2),
        pool("maxPool2d with a rest", MaxPool2d::new, Naive::maxPool, 5, 7, 2, 2),
        pool("maxPool2d overlapping", MaxPool2d::new, Naive::maxPool, 6, 7, 3, 2),
        pool("averagePool2d", AveragePool2d::new, Naive::averagePool, 4, 6, 2, 2),
        pool("averagePool2d overlapping", AveragePool2d::new, Naive::averagePool, 6, 7, 3, 2),
        pool("weightedAveragePool2d", (size, stride) -> new WeightedAveragePool2d(size, stride, 1),
            (x, g) -> Naive.weightedAveragePool(x, g, 1), 6, 9, 3, 3),
        pool("weightedAveragePool2d overlapping",
            (size, stride) -> new WeightedAveragePool2d(size, stride, 0.7f),
            (x, g) -> Naive.weightedAveragePool(x, g, 0.7f), 6, 7, 4, 2),
        pool("l2 pool", (size, stride) -> new NormPool2d(size, stride, 2), (x, g) -> Naive.normPool(x, g,
            2), 4, 6,
            2, 2),
        pool("l3 pool overlapping", (size, stride) -> new NormPool2d(size, stride, 3),
            (x, g) -> Naive.normPool(x, g, 3), 6, 7, 3, 2),
        pool("l1 pool", (size, stride) -> new NormPool2d(size, stride, 1), (x, g) -> Naive.normPool(x, g,
            1), 5, 7,
            2, 2),
        pool("logAveragePool2d", (size, stride) -> new LogAveragePool2d(size, stride, 1.5f),
            (x, g) -> Naive.logAveragePool(x, g, 1.5), 4, 6, 2, 2),
        pool("logAveragePool2d overlapping", (size, stride) -> new LogAveragePool2d(size, stride, 0.3f),
            (x, g) -> Naive.logAveragePool(x, g, 0.3f), 6, 7, 3, 2),
        elementwise("relu", new Relu(), Naive::relu),
        elementwise("tanh", new Tanh(), Naive::tanh),
        elementwise("sigmoid", new Sigmoid(), Naive::sigmoid),
        elementwise("leakyRelu", new LeakyRelu(0.1f), x -> Naive.leakyRelu(x, 0.1f)),
        elementwise("leakyRelu that lets nothing through", new LeakyRelu(0), Naive::relu),
        elementwise("elu", new Elu(0.7f), x -> Naive.elu(x, 0.7f)),
        elementwise("softplus", new Softplus(), Naive::softplus),
        elementwise("identity", new Identity(), x -> x),
        new LayerCase("maxout", rng -> new Maxout(3), Shape.of(12), Shape.of(13), "Maxout",
            (x, p) -> Naive.maxout(x, 3)),
        new LayerCase("residual", rng -> new Residual(new Dense("d", 4, 4, Initializer.he(rng))), Shape.of(4),
            Shape.of(5), "Residual: Dense \"d\"",
            (x, p) -> Naive.sum(x, Naive.dense(x, p.get(0), p.get(1), 4))),
        new LayerCase("residual round a convolution",
            rng -> new Residual(new Conv2d("c", 2, 2, 3, Padding.SAME, Initializer.he(rng))),
            Shape.of(3, 4, 2), Shape.of(3, 4, 3), "Residual: Conv2d \"c\"", (x, p) -> Naive.sum(x,
                Naive.conv2d(x, p.get(0), p.get(1), new Geometry(3, 4, 2, 3, 3, 1, true), 2))),
        new LayerCase("dense of low rank", rng -> Dense.lowRank("low", 6, 2, 5, Initializer.xavier(rng)),
            Shape.of(6), Shape.of(7), "Dense \"low/down\"",
            (x, p) -> Naive.dense(Naive.dense(x, p.get(0), null, 2), p.get(1), p.get(2), 5)),
        elementwise("dropout outside training", new Dropout(0.4f), x -> x),
        new LayerCase("softmax", rng -> new Softmax(), Shape.of(6), Shape.of(2, 2, 1), "Softmax",
            (x, p) -> Naive.softmax(x)),
        new LayerCase("softmax of a long row", rng -> new Softmax(), Shape.of(70), Shape.of(2, 35, 1), "Softmax",
            (x, p) -> Naive.softmax(x)),
        new LayerCase("sequential of one size", rng -> new Sequential("s",
            new Dense("a", 3, 3, Initializer.he(rng)), new Dense("b", 3, 3, Initializer.he(rng)), new Tanh(),
            new Dense("c", 3, 3, Initializer.he(rng))), Shape.of(3), Shape.of(4), "Sequential \"s\", layer 1",
            LayerCase::oneSizeOracle),
        new LayerCase("convolutions that share their scratch", rng -> new Sequential("s",
            new Conv2d("a", 8, 8, 1, 12, 1, Padding.VALID, false, Initializer.he(rng)),
            new Conv2d("b", 8, 2, 1, 12, 1, Padding.SAME, false, Initializer.he(rng))), Shape.of(1, 17, 8),
            Shape.of(1, 17, 7), "Conv2d \"a\"", (x, p) -> Naive.conv2d(Naive.conv2d(x, p.get(0), null,
                new Geometry(1, 17, 8, 1, 12, 1, false), 8), p.get(1), null,
                new Geometry(1, 6, 8, 1, 12, 1, true), 2)),
        new LayerCase("image and flatten", rng -> new Sequential("both", new Image(3, 4, 2), new Flatten()),
            Shape.of(24), Shape.of(23), "Image", (x, p) -> x),
        new LayerCase("flatten", rng -> new Flatten(), Shape.of(3, 2, 4), Shape.of(24), "Flatten",
            (x, p) -> x),
        new LayerCase("sequence and flatten",
            rng -> new Sequential("both", new Sequence(4, 3), new Flatten()), Shape.of(12), Shape.of(13),
                "Sequence",
            (x, p) -> x),
        new LayerCase("last step", rng -> new LastStep(), Shape.of(4, 3), Shape.of(3), "LastStep",
            (x, p) -> NaiveSequence.step(x, 3, 3)),
        new LayerCase("each step", rng -> new EachStep(new Dense("d", 3, 2, Initializer.he(rng))),
            Shape.of(4, 3), Shape.of(4, 2), "EachStep: Dense \"d\"",
            (x, p) -> NaiveSequence.eachStep(x, 3, step -> Naive.dense(step, p.get(0), p.get(1), 2))),
        new LayerCase("embedding", rng -> new Embedding("e", 6, 3, Initializer.he(rng)), Shape.of(5),
            Shape.of(5, 2), "Embedding \"e\"", (x, p) -> NaiveSequence.embed(x, p.get(0), 3), 6),
        new LayerCase("tied embedding", rng -> new TiedEmbedding("t", new Embedding("e", 6, 3,
            Initializer.he(rng)),
            new SimpleRnn("r", 3, 3, Initializer.xavier(rng))), Shape.of(4), Shape.of(4, 2),
                "TiedEmbedding \"t\"",
            LayerCase::tiedOracle, 6),
        recurrent("simpleRnn", SimpleRnn::new, 1, 4, (p, units) ->
            NaiveSequence.simple(p.get(0), p.get(1), p.get(2), units)),
        recurrent("lstm", Lstm::new, 2, 4, (p, units) ->
            NaiveSequence.lstm(p.get(0), p.get(1), p.get(2), units, false)),
        recurrent("lstm of one step", Lstm::new, 2, 1, (p, units) ->
            NaiveSequence.lstm(p.get(0), p.get(1), p.get(2), units, false)),
        recurrent("cifgLstm", CifgLstm::new, 2, 4, (p, units) ->
            NaiveSequence.lstm(p.get(0), p.get(1), p.get(2), units, true)),
        recurrent("gru", Gru::new, 1, 4, (p, units) ->
            NaiveSequence.gru(p.get(0), p.get(1), p.get(2), p.get(3), units)),
        new LayerCase("bidirectional",
            rng -> new Bidirectional(new SimpleRnn("f", 3, 2, Initializer.xavier(rng)),
                new Lstm("g", 3, 4, Initializer.xavier(rng))),
            Shape.of(3, 3), Shape.of(3, 2), "Bidirectional: SimpleRnn \"f\"", LayerCase::bidirectionalOracle),
        new LayerCase("layerNorm", rng -> new LayerNorm("n", 5), Shape.of(5), Shape.of(6), "LayerNorm \"n\"",
            (x, p) -> Naive.layerNorm(x, p.get(0), p.get(1))),
        new LayerCase("layerNorm at each step", rng -> new LayerNorm("n", 4), Shape.of(3, 4), Shape.of(4, 3),
            "LayerNorm \"n\"",
            (x, p) -> NaiveSequence.eachStep(x, 4, step -> Naive.layerNorm(step, p.get(0), p.get(1)))),
        batchNorm("batchNorm", Shape.of(4)),
        batchNorm("batchNorm at each step", Shape.of(3, 4)),
        batchNorm("batchNorm of images", Shape.of(2, 3, 4)),
        dotAttention("dotAttention", false),
        dotAttention("dotAttention, causal", true),
        additiveAttention("additiveAttention", false),
        additiveAttention("additiveAttention, causal", true),
        new LayerCase("sequential", LayerCase::smallNetwork, Shape.of(4), Shape.of(5),
            "Sequential \"small\", layer 1", LayerCase::smallOracle));
  }

  private static Scalar[] smallOracle(Scalar[] x, List<Scalar[]> p) {
    Scalar[] hidden = Naive.dense(x, p.get(0), p.get(1), 3);
    Scalar[] active = Arrays.stream(hidden).map(Naive::tanh).toArray(Scalar[]::new);
    return Naive.dense(active, p.get(2), p.get(3), 2);
  }

  private static Scalar[] oneSizeOracle(Scalar[] x, List<Scalar[]> p) {
    Scalar[] second = Naive.dense(Naive.dense(x, p.get(0), p.get(1), 3), p.get(2), p.get(3), 3);
    return Naive.dense(Arrays.stream(second).map(Naive::tanh).toArray(Scalar[]::new), p.get(4), p.get(5), 3);
  }

  private static Layer smallNetwork(Rng rng) {
    Initializer xavier = Initializer.xavier(rng);
    return new Sequential("small", new Dense("hidden", 4, 3, xavier), new Tanh(),
        new Dense("out", 3, 2, xavier));
  }

  private interface MakeRecurrent {
    Layer of(String name, int inputs, int units, Initializer initializer);
  }

  private interface MakeCell {
    NaiveSequence.Cell of(List<Scalar[]> parameters, int units);
  }

  private static LayerCase recurrent(String name, MakeRecurrent make, int states, int steps, MakeCell cell) {
    int units = 5;
    return new LayerCase(name, rng -> make.of("r", 3, units, Initializer.xavier(rng)), Shape.of(steps, 3),
        Shape.of(steps, 2), " \"r\"",
        (x, p) -> NaiveSequence.run(x, 3, states * units, units, cell.of(p, units)));
  }

  /** In use, that is by running statistics. */
  private static LayerCase batchNorm(String name, Shape perExample) {
    int[] other = perExample.toArray();
    other[other.length - 1]++;
    return new LayerCase(name, rng -> {
      BatchNorm layer = new BatchNorm("n", perExample.last());
      for (int f = 0; f < layer.features(); f++) {
        layer.mean().value().rows()[0][f] = (float) rng.nextGaussian();
        layer.variance().value().rows()[0][f] = 0.5f + rng.nextFloat();
      }
      return layer;
    }, perExample, Shape.of(other), "BatchNorm \"n\"",
        (x, p) -> Naive.normalize(x, p.get(2), p.get(3), p.get(0), p.get(1)));
  }

  private static LayerCase dotAttention(String name, boolean causal) {
    return new LayerCase(name, rng -> new DotAttention("a", 3, 4, causal, Initializer.xavier(rng)),
        Shape.of(5, 3), Shape.of(5, 2), "DotAttention \"a\"",
        (x, p) -> NaiveSequence.attention(x, 3, dense(x, p.get(2), null, 4), causal,
            (q, k) -> Naive.dot(Naive.dense(q, p.get(0), null, 4), Naive.dense(k, p.get(1), null,
                4)).times(0.5)));
  }

  private static Scalar[] dense(Scalar[] x, Scalar[] w, Scalar[] b, int outputs) {
    return NaiveSequence.eachStep(x, 3, step -> Naive.dense(step, w, b, outputs));
  }

  private static LayerCase additiveAttention(String name, boolean causal) {
    return new LayerCase(name, rng -> new AdditiveAttention("a", 3, 4, causal, Initializer.xavier(rng)),
        Shape.of(5, 3), Shape.of(5, 2), "AdditiveAttention \"a\"",
        (x, p) -> NaiveSequence.attention(x, 3, x, causal, (q, k) -> {
          Scalar[] sum = Naive.sum(Naive.dense(q, p.get(0), p.get(1), 4), Naive.dense(k, p.get(2), null, 4));
          return Naive.dot(Arrays.stream(sum).map(Naive::tanh).toArray(Scalar[]::new), p.get(3));
        }));
  }

  private static Scalar[] tiedOracle(Scalar[] x, List<Scalar[]> p) {
    NaiveSequence.Cell cell = NaiveSequence.simple(p.get(1), p.get(2), p.get(3), 3);
    Scalar[] y = NaiveSequence.run(NaiveSequence.embed(x, p.get(0), 3), 3, 3, 3, cell);
    Scalar[] out = NaiveSequence.transpose(p.get(0), 3);
    return NaiveSequence.eachStep(y, 3, step -> Naive.dense(step, out, p.get(4), 6));
  }

  private static Scalar[] bidirectionalOracle(Scalar[] x, List<Scalar[]> p) {
    NaiveSequence.Cell forward = NaiveSequence.simple(p.get(0), p.get(1), p.get(2), 2);
    NaiveSequence.Cell backward = NaiveSequence.lstm(p.get(3), p.get(4), p.get(5), 4, false);
    Scalar[] back = NaiveSequence.run(NaiveSequence.reverse(x, 3), 3, 8, 4, backward);
    return NaiveSequence.beside(NaiveSequence.run(x, 3, 2, 2, forward), NaiveSequence.reverse(back, 4), 3);
  }

  private static LayerCase dense(String name, int inputs, int outputs, boolean bias) {
    return new LayerCase(name, rng -> new Dense("d", inputs, outputs, bias, Initializer.he(rng)),
        Shape.of(inputs), Shape.of(inputs + 1), "Dense \"d\"",
        (x, p) -> Naive.dense(x, p.get(0), bias ? p.get(1) : null, outputs));
  }

  private static LayerCase conv2d(String name, Geometry g, int outputs, boolean bias) {
    Padding padding = g.same() ? Padding.SAME : Padding.VALID;
    return new LayerCase(name,
        rng -> new Conv2d("c", g.channels(), outputs, g.windowHeight(), g.windowWidth(), g.stride(),
            g.dilation(), padding, bias, Initializer.he(rng)),
        Shape.of(g.height(), g.width(), g.channels()), Shape.of(g.height(), g.width(), g.channels() + 1),
        "Conv2d \"c\"", (x, p) -> Naive.conv2d(x, p.get(0), bias ? p.get(1) : null, g, outputs));
  }

  private interface Pool {
    Layer of(int size, int stride);
  }

  private interface NaivePool {
    Scalar[] apply(Scalar[] x, Geometry g);
  }

  private static LayerCase pool(String name, Pool pool, NaivePool naive, int height, int width, int size,
      int stride) {
    Layer layer = pool.of(size, stride);
    return new LayerCase(name, rng -> layer, Shape.of(height, width, 3), Shape.of(1, width, 3),
        layer.getClass().getSimpleName(),
        (x, p) -> naive.apply(x, new Geometry(height, width, 3, size, size, stride, false)));
  }

  private static LayerCase elementwise(String name, Layer layer, UnaryOperator<Scalar> function) {
    return new LayerCase(name, rng -> layer, Shape.of(11), null, null,
        (x, p) -> Arrays.stream(x).map(function).toArray(Scalar[]::new));
  }

  @Override
  public String toString() {
    return name;
  }
}
