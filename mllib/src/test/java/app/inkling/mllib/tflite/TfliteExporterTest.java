package app.inkling.mllib.tflite;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.autodiff.ElementOps;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Dropout;
import app.inkling.mllib.nn.Embedding;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.LastStep;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequence;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.SimpleRnn;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class TfliteExporterTest {
  @Test
  public void refusesLayerItCannotExpressByNameAndListsWhatItCan() {
    Sequential network = new Sequential("odd", new Dense("d", 2, 2, Initializer.zero()), new Doubling(),
        new Softmax());
    ExportException e = assertThrows(ExportException.class, () -> export(network));
    String message = e.getMessage();
    assertTrue(message, message.startsWith(
        "Export of \"odd\": cannot express layer doubling(); what can be expressed: Image, Conv2d, "));
    for (String kind : List.of("Dense", "Softmax", "Lstm", "TiedEmbedding", "Dropout (left out)",
        "Sequential")) {
      assertTrue(kind + " in " + message, message.contains(", " + kind));
    }
  }

  @Test
  public void refusesWeightsThatAreNotFinite() {
    for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      Dense dense = new Dense("d", 2, 2, Initializer.zero());
      dense.weight().value().rows()[1][0] = wrong;
      ExportException e = assertThrows(ExportException.class, () -> export(new Sequential("lost", dense)));
      assertEquals("Export of \"lost\": number 2 of parameter \"d/weight\" is " + wrong
          + "; wants finite numbers: did the training diverge?", e.getMessage());
    }
  }

  @Test
  public void refusesWordsOfWhichNobodySaysHowMany() {
    ExportException e = assertThrows(ExportException.class, () -> export(new Sequential("words",
        new Embedding("e", 3, 2, Initializer.zero()))));
    assertTrue(e.getMessage(),
        e.getMessage().endsWith("; wants to know of how many words: set the options' steps"));
  }

  @Test
  public void refusesNetworkWhoseInputSizeNobodyKnows() {
    for (Sequential network : new Sequential[] {new Sequential("open", new Softmax()),
        new Sequential("open", new Dropout(0.1f))}) {
      ExportException e = assertThrows(ExportException.class, () -> export(network));
      assertTrue(e.getMessage(),
          e.getMessage().contains("wants an Image, a Dense, a Sequence or an Embedding layer first"));
    }
  }

  @Test
  public void refusesLayersThatDoNotFitEachOther() {
    Sequential network = new Sequential("wide", new Image(4, 4, 1), new Flatten(),
        new Dense("d", 17, 2, Initializer.zero()));
    ShapeException e = assertThrows(ShapeException.class, () -> export(network));
    assertTrue(e.getMessage(), e.getMessage().startsWith("Dense \"d\": input has 16 columns"));
  }

  @Test
  public void fusesOnlyTheReluRightBehindALayerAndLeavesOutDropout() throws ExportException {
    assertEquals(List.of(TfliteOperator.FULLY_CONNECTED, TfliteOperator.RELU, TfliteOperator.SOFTMAX),
        operators(new Dense("d", 2, 2, Initializer.zero()), new Dropout(0.1f), new Relu(), new Relu(),
            new Softmax()));
  }

  @Test
  public void reshapesOnlyWhereTheShapeChanges() throws ExportException {
    assertEquals(List.of(TfliteOperator.CONV_2D, TfliteOperator.RESHAPE, TfliteOperator.FULLY_CONNECTED),
        operators(new Image(2, 2, 1), new Conv2d("c", 1, 1, 1, Padding.VALID, Initializer.zero()),
            new Flatten(), new Dense("d", 4, 2, Initializer.zero())));
  }

  @Test
  public void takesTheLastStepWhereItWasMadeInsteadOfJoiningAllAndSplittingThem() throws ExportException {
    List<TfliteOperator> operators = operators(new Sequence(3, 2),
        new SimpleRnn("r", 2, 4, Initializer.zero()), new LastStep());
    assertFalse(operators.toString(), operators.contains(TfliteOperator.CONCATENATION));
    assertEquals(1, Collections.frequency(operators, TfliteOperator.SPLIT)); // of the inputs' product
  }

  @Test
  public void givesEveryTensorANameOfItsOwn() throws ExportException {
    Sequential network = new Sequential("n", new Image(5, 5, 1),
        new Conv2d("c", 1, 1, 2, 2, 3, Padding.SAME, true, Initializer.zero()), new Flatten(),
        new Dense("d", 4, 2, Initializer.zero()), new Dense("e", 2, 2, Initializer.zero()));
    TfliteModel model = model(network);
    List<String> names = new ArrayList<>();
    for (TfliteModel.TensorEntry tensor : model.tensors) {
      assertFalse(tensor.name(), names.contains(tensor.name()));
      names.add(tensor.name());
    }
  }

  private static byte[] export(Sequential network) throws ExportException {
    return TfliteExporter.export(network, "in", "out");
  }

  private static TfliteModel model(Layer network) throws ExportException {
    return new ModelExport(network, ExportOptions.DEFAULTS).model(RecurrentExport.Start.ZEROS);
  }

  private static List<TfliteOperator> operators(Layer... layers) throws ExportException {
    List<TfliteOperator> operators = new ArrayList<>();
    for (TfliteModel.OperatorEntry entry : model(new Sequential("n", layers)).operators) {
      operators.add(entry.operator().operator());
    }
    return operators;
  }

  /** A layer that the exporter has never heard of. */
  private static final class Doubling implements Layer {
    @Override
    public Var apply(Var x) {
      return ElementOps.add(x, x);
    }

    @Override
    public Shape outputShape(Shape perExample) {
      return perExample;
    }

    @Override
    public String describe() {
      return "doubling()";
    }
  }
}
