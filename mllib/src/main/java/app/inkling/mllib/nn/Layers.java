package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.tensor.Initializer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All kinds of layers by the name they have in descriptions. */
public final class Layers {
  private static final Map<String, Function<Description, Layer>> KINDS = kinds();

  private Layers() {}

  /**
   * The layer that a {@link Layer#describe} line tells of, its parameters 0.
   *
   * @throws IllegalArgumentException naming place, wanted and got
   */
  public static Layer parse(String line) {
    return build(Description.parse(line));
  }

  /** Names of all kinds that {@link #parse} knows. */
  public static Set<String> names() {
    return KINDS.keySet();
  }

  static Layer build(Description description) {
    Function<Description, Layer> kind = KINDS.get(description.kind());
    if (kind == null) {
      throw new IllegalArgumentException("Layer description: wants one of " + KINDS.keySet() + ", got \""
          + description.kind() + "\"; was it written by a newer version?");
    }
    return kind.apply(description);
  }

  private static Map<String, Function<Description, Layer>> kinds() {
    Map<String, Function<Description, Layer>> kinds = new LinkedHashMap<>();
    kinds.put("dense", d -> new Dense(d.text("name"), d.integer("inputs"), d.integer("outputs"),
        d.truth("bias"), Initializer.zero()));
    kinds.put("conv2d", d -> new Conv2d(d.text("name"), d.integer("inputs"), d.integer("outputs"),
        d.integer("kernelHeight"), d.integer("kernelWidth"), d.integer("stride"), d.integer("dilation", 1),
        padding(d.text("padding")), d.truth("bias"), Initializer.zero()));
    kinds.put("maxPool2d", d -> new MaxPool2d(d.integer("size"), d.integer("stride")));
    kinds.put("averagePool2d", d -> new AveragePool2d(d.integer("size"), d.integer("stride")));
    kinds.put("weightedAveragePool2d", d -> new WeightedAveragePool2d(d.integer("size"), d.integer("stride"),
        d.number("spread")));
    kinds.put("normPool2d", d -> new NormPool2d(d.integer("size"), d.integer("stride"), d.number("p")));
    kinds.put("logAveragePool2d", d -> new LogAveragePool2d(d.integer("size"), d.integer("stride"),
        d.number("beta")));
    kinds.put("relu", d -> new Relu());
    kinds.put("tanh", d -> new Tanh());
    kinds.put("sigmoid", d -> new Sigmoid());
    kinds.put("leakyRelu", d -> new LeakyRelu(d.number("slope")));
    kinds.put("elu", d -> new Elu(d.number("alpha")));
    kinds.put("softplus", d -> new Softplus());
    kinds.put("identity", d -> new Identity());
    kinds.put("maxout", d -> new Maxout(d.integer("pieces")));
    kinds.put("dropout", d -> new Dropout(d.number("rate")));
    kinds.put("softmax", d -> new Softmax());
    kinds.put("image", d -> new Image(d.integer("height"), d.integer("width"), d.integer("channels")));
    kinds.put("flatten", d -> new Flatten());
    kinds.put("sequential", d -> new Sequential(d.text("name"),
        d.children().stream().map(Layers::build).toArray(Layer[]::new)));
    kinds.put("sequence", d -> new Sequence(d.integer("steps"), d.integer("features")));
    kinds.put("lastStep", d -> new LastStep());
    kinds.put("eachStep", d -> new EachStep(build(d.child(0, 1))));
    kinds.put("embedding", d -> new Embedding(d.text("name"), d.integer("words"), d.integer("features"),
        Initializer.zero()));
    kinds.put("tiedEmbedding", Layers::tiedEmbedding);
    kinds.put("simpleRnn", d -> new SimpleRnn(d.text("name"), d.integer("inputs"), d.integer("units"),
        Initializer.zero()));
    kinds.put("lstm", d -> new Lstm(d.text("name"), d.integer("inputs"), d.integer("units"), 0,
        Initializer.zero()));
    kinds.put("cifgLstm", d -> new CifgLstm(d.text("name"), d.integer("inputs"), d.integer("units"), 0,
        Initializer.zero()));
    kinds.put("gru", d -> new Gru(d.text("name"), d.integer("inputs"), d.integer("units"),
        Initializer.zero()));
    kinds.put("bidirectional", d -> new Bidirectional(build(d.child(0, 2)), build(d.child(1, 2))));
    kinds.put("layerNorm", d -> new LayerNorm(d.text("name"), d.integer("features")));
    kinds.put("batchNorm", d -> new BatchNorm(d.text("name"), d.integer("features"), d.number("share")));
    kinds.put("dotAttention", d -> new DotAttention(d.text("name"), d.integer("inputs"), d.integer("units"),
        d.truth("causal"), Initializer.zero()));
    kinds.put("additiveAttention", d -> new AdditiveAttention(d.text("name"), d.integer("inputs"),
        d.integer("units"), d.truth("causal"), Initializer.zero()));
    kinds.put("residual", d -> new Residual(build(d.child(0, 1))));
    return Collections.unmodifiableMap(kinds);
  }

  private static Layer tiedEmbedding(Description description) {
    Layer embedding = build(description.child(0, 2));
    if (!(embedding instanceof Embedding)) {
      throw new IllegalArgumentException("Layer description: tiedEmbedding wants an embedding first, got \""
          + description.child(0, 2).kind() + "\"");
    }
    return new TiedEmbedding(description.text("name"), (Embedding) embedding, build(description.child(1, 2)));
  }

  private static Padding padding(String name) {
    for (Padding padding : Padding.values()) {
      if (padding.name().toLowerCase(Locale.ROOT).equals(name)) {
        return padding;
      }
    }
    throw new IllegalArgumentException("Layer description: padding wants valid or same, got \"" + name
        + "\"");
  }
}
