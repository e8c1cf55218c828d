package app.inkling.mllib.tflite;

import app.inkling.mllib.nn.AveragePool2d;
import app.inkling.mllib.nn.BatchNorm;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Identity;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Residual;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Sigmoid;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.nn.Tanh;
import app.inkling.mllib.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One walk along a network's layers, each of which appends its operators to the model. */
final class NetworkExport {
  /** Layers of which each gives one tensor, and whose operators take integers. */
  private static final Set<Class<?>> IN_INTEGERS = Set.of(Image.class, Conv2d.class, MaxPool2d.class,
      AveragePool2d.class, Flatten.class, Dense.class, Relu.class, Tanh.class, Sigmoid.class, Softmax.class,
      Identity.class, Residual.class);

  final Operators ops;
  /** How each kind of layer is written: at once the list of what can be expressed. */
  private final Map<Class<?>, LayerWriter<?>> writers = new LinkedHashMap<>();
  private final String name;
  /** Null where nobody needs to know the tensors' ranges. */
  private final Calibration calibration;
  private Run run = new Run(List.of());

  /** Layers one after the other, without those that only count in training, and how far they are written. */
  private static final class Run {
    private final List<Layer> layers;
    private int position;

    Run(List<Layer> layers) {
      this.layers = layers;
    }
  }

  /**
   * @param name of the network, for errors and for the file's description
   * @param fused whether recurrent layers become one operator each where there is one
   * @param calibration to be told which layers make which tensor, for a model in integers; else null
   */
  NetworkExport(String name, RecurrentExport.Start start, boolean fused, Calibration calibration) {
    this.name = name;
    this.calibration = calibration;
    ops = new Operators(new TfliteModel(name));
    new ImageExport(this).register();
    new PoolExport(this).register();
    new FeatureExport(this).register();
    new SequenceExport(this).register();
    new AttentionExport(this).register();
    new RecurrentExport(this, start).register();
    if (fused) {
      new FusedRecurrentExport(this).register();
    }
    if (calibration != null) {
      writers.keySet().retainAll(IN_INTEGERS);
    }
  }

  /** Writes a layer, or the layers of a sequence one after the other, and gives what comes out. */
  Signal write(Layer layer, Signal x) throws ExportException {
    Run outer = run;
    run = new Run(flat(layer));
    Signal signal = x;
    while (run.position < run.layers.size()) {
      int first = run.position++;
      Layer next = run.layers.get(first);
      ops.nextLayer();
      Shape result = next.outputShape(signal.shape()); // refuses what does not fit, naming the layer
      int tensor = writer(next).write(next, signal).tensor();
      if (calibration != null) {
        calibration.follow(signal.tensor(), run.layers.subList(first, run.position), tensor);
      }
      signal = new Signal(tensor, result);
    }
    run = outer;
    return signal;
  }

  /** Takes in a ReLU that comes right behind the layer being written. */
  int fusedActivation() {
    if (run.position < run.layers.size() && run.layers.get(run.position) instanceof Relu) {
      run.position++;
      ops.nextLayer();
      return OperatorOptions.FUSED_RELU;
    }
    return OperatorOptions.NO_ACTIVATION;
  }

  /** Takes in a batch norm that comes right behind the layer being written; null where there is none. */
  BatchNorm foldedNorm() {
    if (run.position < run.layers.size() && run.layers.get(run.position) instanceof BatchNorm norm) {
      run.position++;
      ops.nextLayer();
      return norm;
    }
    return null;
  }

  <L extends Layer> void on(Class<L> kind, LayerWriter<L> writer) {
    writers.put(kind, writer);
  }

  ExportException refusal(String reason) {
    return new ExportException("Export of \"" + name + "\": " + reason);
  }

  @SuppressWarnings("unchecked") // put there for this class by on()
  private LayerWriter<Layer> writer(Layer layer) throws ExportException {
    LayerWriter<?> writer = writers.get(layer.getClass());
    if (writer == null) {
      List<String> known = new ArrayList<>();
      for (Class<?> kind : writers.keySet()) {
        known.add(kind.getSimpleName());
      }
      throw refusal("cannot express layer " + layer.describe() + (calibration == null ? "" : " in integers")
          + "; what can be expressed: " + String.join(", ", known) + ", Dropout (left out), Sequential"
          + (calibration == null ? "" : ", BatchNorm right behind Conv2d or Dense"));
    }
    return (LayerWriter<Layer>) writer;
  }

  static List<Layer> flat(Layer layer) {
    List<Layer> layers = new ArrayList<>();
    collect(layer, layers);
    return layers;
  }

  private static void collect(Layer layer, List<Layer> layers) {
    if (layer instanceof Sequential sequence) {
      sequence.layers().forEach(each -> collect(each, layers));
    } else if (!(layer instanceof Dropout)) {
      layers.add(layer);
    }
  }
}
