package app.inkling.mllib.contract;

import static org.junit.Assert.assertEquals;

import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.nn.Layer;
import app.inkling.mllib.nn.Layers;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.optim.Optimizer;
import app.inkling.mllib.tensor.Rng;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.Test;

/** Nobody escapes the contract: every layer, loss and optimiser there is has a case in its suite. */
public class ContractCoverageTest {
  @Test
  public void everyLayerClassHasACase() throws Exception {
    Set<String> layers = new TreeSet<>();
    for (Class<?> type : classesBeside(Layer.class)) {
      if (Layer.class.isAssignableFrom(type) && !type.isInterface()
          && !Modifier.isAbstract(type.getModifiers())) {
        layers.add(type.getSimpleName());
      }
    }
    Set<String> covered = new TreeSet<>();
    for (LayerCase layerCase : LayerCase.all()) {
      addClasses(layerCase.make().apply(new Rng(1)), covered);
    }
    assertEquals(layers, covered);
  }

  @Test
  public void everyKindThatParsesHasACase() {
    Set<String> covered = new TreeSet<>();
    for (LayerCase layerCase : LayerCase.all()) {
      addKinds(layerCase.make().apply(new Rng(1)), covered);
    }
    assertEquals(new TreeSet<>(Layers.names()), covered);
  }

  @Test
  public void everyLossHasACase() throws Exception {
    Set<String> losses = new TreeSet<>();
    for (Class<?> type : classesBeside(app.inkling.mllib.loss.SquaredError.class)) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals("apply") && method.getReturnType() == Var.class) {
          losses.add(type.getSimpleName());
        }
      }
    }
    Set<String> covered = new TreeSet<>();
    for (Object[] lossCase : LossContractTest.cases()) {
      covered.add(((String) lossCase[0]).split(" ")[0]);
    }
    assertEquals(losses, covered);
  }

  @Test
  public void everyOptimizerHasACase() throws Exception {
    Set<String> optimizers = new TreeSet<>();
    for (Class<?> type : classesBeside(Optimizer.class)) {
      if (Optimizer.class.isAssignableFrom(type) && !type.isInterface()
          && !Modifier.isAbstract(type.getModifiers())) {
        optimizers.add(type.getSimpleName());
      }
    }
    Set<String> covered = new TreeSet<>();
    for (OptimizerCase optimizerCase : OptimizerCase.all()) {
      covered.add(optimizerCase.make().apply(List.of()).getClass().getSimpleName());
    }
    assertEquals(optimizers, covered);
  }

  private static void addClasses(Layer layer, Set<String> classes) {
    classes.add(layer.getClass().getSimpleName());
    if (layer instanceof Sequential sequential) {
      sequential.layers().forEach(each -> addClasses(each, classes));
    }
  }

  private static void addKinds(Layer layer, Set<String> kinds) {
    kinds.add(layer.describe().substring(0, layer.describe().indexOf('(')));
    if (layer instanceof Sequential sequential) {
      sequential.layers().forEach(each -> addKinds(each, kinds));
    }
  }

  private static List<Class<?>> classesBeside(Class<?> one) throws IOException, URISyntaxException,
      ClassNotFoundException {
    Path root = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = root.resolve(one.getPackageName().replace('.', '/'));
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(".class") && !name.equals("package-info.class")) {
          classes.add(Class.forName(one.getPackageName() + "." + name.substring(0, name.length() - 6)));
        }
      }
    }
    return classes;
  }
}
