package app.inkling.mllib.tflite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.inference.ExportedNetwork;
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
import app.inkling.mllib.nn.Layers;
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
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/**
 * Every kind of layer in a network that ends in probabilities, exported in every precision and run in every
 * desktop runtime: within 1e-5 of our own forward pass in float32, 2e-3 with 16-bit weights, 2e-2 with 8-bit
 * weights of networks that nobody trained.
 */
public class ExportMatrixTest {
  private static final int RUNS = 3;
  private static final int STEPS = 5;
  private static final int WORDS = 40;
  private static final int WIDTH = 32;

  private static final Map<Precision, Float> TOLERANCES = Map.of(Precision.FLOAT32, 1e-5f,
      Precision.FLOAT16, 2e-3f, Precision.DYNAMIC_INT8, 2e-2f);
  private static final Initializer WEIGHTS = Initializer.xavier(new Rng(31));
  private static final Map<String, Layer> NETWORKS = networks();

  @Test
  public void everyKindOfLayerIsInTheMatrix() {
    Set<String> covered = new TreeSet<>();
    NETWORKS.values().forEach(network -> {
      for (String kind : Layers.names()) {
        if (network.describe().contains(kind + "(")) {
          covered.add(kind);
        }
      }
    });
    assertEquals(new TreeSet<>(Layers.names()), covered);
  }

  @Test
  public void everyKindOfLayerIsInTheDocument() throws Exception {
    String document = Files.readString(Path.of("docs/formats.md"));
    for (String kind : Layers.names()) {
      String name = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
      assertTrue(name, document.contains("`" + name + "`"));
    }
  }

  @Test
  public void everyNetworkAgreesInEveryPrecision() throws Exception {
    for (Map.Entry<Precision, Float> tolerance : TOLERANCES.entrySet()) {
      for (Map.Entry<String, Layer> entry : NETWORKS.entrySet()) {
        Precision precision = tolerance.getKey();
        ExportedNetwork network = ExportedNetwork.whole(entry.getValue(), options(precision));
        String what = entry.getKey() + " " + precision;
        ModelParity.assertAgrees(what, network, RUNS, WORDS, tolerance.getValue());
      }
    }
  }

  @Test
  public void fusedRecurrenceAgreesRunAfterRun() throws Exception {
    for (String name : new String[] {"simpleRnn", "lstm", "cifgLstm", "gru", "bidirectional"}) {
      for (Map.Entry<Precision, Float> entry : TOLERANCES.entrySet()) {
        Precision precision = entry.getKey();
        float tolerance = entry.getValue();
        ExportedNetwork network = ExportedNetwork.whole(NETWORKS.get(name),
            options(precision).withFusedRecurrence());
        ModelParity.assertAgrees("fused " + name + " " + precision, network, RUNS, WORDS, tolerance);
      }
    }
  }

  @Test
  public void fusedRecurrenceIsOneOperatorEach() throws Exception {
    for (String name : new String[] {"simpleRnn", "lstm", "cifgLstm"}) {
      ExportOptions fused = options(Precision.FLOAT32).withFusedRecurrence();
      TfliteModel model = new ModelExport(NETWORKS.get(name), fused).model(RecurrentExport.Start.ZEROS);
      assertEquals(name, 1, model.operators.stream().filter(entry -> entry.operator().operator().name()
          .startsWith("UNIDIRECTIONAL_SEQUENCE")).count());
    }
  }

  private static ExportOptions options(Precision precision) {
    return ExportOptions.DEFAULTS.withSteps(STEPS).withPrecision(precision);
  }

  private static Map<String, Layer> networks() {
    Map<String, Layer> networks = new LinkedHashMap<>();
    for (Layer element : new Layer[] {new Relu(), new Tanh(), new Sigmoid(), new LeakyRelu(0.1f), new Elu(1),
        new Elu(0.4f), new Softplus(), new Identity(), new Softmax(), new Dropout(0.5f), new Maxout(2),
        new LayerNorm("norm", 64), new BatchNorm("norm", 64), new Residual(dense("inner", 64, 64))}) {
      networks.put(element.describe(), features(dense("in", WIDTH, 64), new Tanh(), element));
    }
    networks.put("folded batchNorm", features(dense("in", WIDTH, 64), new BatchNorm("norm", 64), new Relu()));
    for (Layer pool : new Layer[] {new MaxPool2d(2), new AveragePool2d(3, 2), new NormPool2d(2, 2, 1),
        new NormPool2d(2, 2, 2), new NormPool2d(3, 2, 5.5f), new LogAveragePool2d(2, 1, 3),
        new WeightedAveragePool2d(3, 2, 0.8f)}) {
      networks.put(pool.describe(), image(conv("c", 2, 8), new Tanh(), pool));
    }
    networks.put("conv2d", image(conv("c1", 2, 16), new Relu(), conv("c2", 16, 16)));
    networks.put("conv2d with batchNorm", image(conv("c", 2, 64), new BatchNorm("norm", 64), new Relu(),
        new BatchNorm("alone", 64)));
    networks.put("simpleRnn", words(new SimpleRnn("r", WIDTH, 33, WEIGHTS)));
    networks.put("lstm", words(new Lstm("r", WIDTH, 33, WEIGHTS), new LastStep()));
    networks.put("cifgLstm", words(new CifgLstm("r", WIDTH, 33, WEIGHTS)));
    networks.put("gru", words(new Gru("r", WIDTH, 33, WEIGHTS), new Flatten()));
    networks.put("bidirectional", words(new Bidirectional(new Lstm("there", WIDTH, 20, WEIGHTS),
        new Sequential("back", new SimpleRnn("back", WIDTH, 30, WEIGHTS)))));
    networks.put("attention", words(new LayerNorm("norm", WIDTH),
        new DotAttention("look", WIDTH, 33, false, WEIGHTS),
        new DotAttention("back", 33, 34, true, WEIGHTS)));
    networks.put("additive attention", words(new AdditiveAttention("look", WIDTH, 33, false, WEIGHTS),
        new Residual(new AdditiveAttention("back", WIDTH, 34, true, WEIGHTS)), new BatchNorm("norm", WIDTH)));
    networks.put("tiedEmbedding", shaken(new Sequential("tied", new TiedEmbedding("lm", embedding(),
        new Gru("r", WIDTH, WIDTH, WEIGHTS)), new EachStep(new Softmax()))));
    networks.put("sequence", shaken(new Sequential("sequence", new Sequence(STEPS, WIDTH),
        new Lstm("r", WIDTH, WIDTH, WEIGHTS), new LastStep(), dense("out", WIDTH, 5), new Softmax())));
    return networks;
  }

  private static Layer features(Layer... layers) {
    return ended("features", Shape.of(WIDTH), layers);
  }

  private static Layer image(Layer... layers) {
    List<Layer> all = new ArrayList<>(List.of(new Image(9, 10, 2)));
    all.addAll(Arrays.asList(layers));
    all.add(new Flatten());
    return ended("image", Shape.of(180), all.toArray(new Layer[0]));
  }

  private static Layer words(Layer... layers) {
    List<Layer> all = new ArrayList<>(List.of(embedding()));
    all.addAll(Arrays.asList(layers));
    return ended("words", Shape.of(STEPS), all.toArray(new Layer[0]));
  }

  /** With probabilities behind the layers, of each step where there are steps. */
  private static Layer ended(String name, Shape input, Layer... layers) {
    Shape out = new Sequential(name, layers).outputShape(input);
    Layer end = new Sequential("end", dense("out", out.last(), 7), new Softmax());
    return shaken(new Sequential(name, new Sequential(name, layers),
        out.rank() == 2 ? new EachStep(end) : end));
  }

  private static Layer shaken(Layer network) {
    return ModelParity.shaken(network);
  }

  private static Embedding embedding() {
    return new Embedding("words", WORDS, WIDTH, WEIGHTS);
  }

  private static Dense dense(String name, int inputs, int outputs) {
    return new Dense(name, inputs, outputs, WEIGHTS);
  }

  private static Conv2d conv(String name, int inputs, int outputs) {
    return new Conv2d(name, inputs, outputs, 3, Padding.SAME, WEIGHTS);
  }
}
