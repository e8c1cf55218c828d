package app.inkling.mllib.nn;

import app.inkling.mllib.autodiff.Parameter;
import app.inkling.mllib.autodiff.Var;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.ShapeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Layers one after the other. */
public final class Sequential implements Layer {
  private final String name;
  private final List<Layer> layers;
  private final List<Parameter> parameters;

  /** @param layers at least one; no two parameters may have one name */
  public Sequential(String name, Layer... layers) {
    if (layers.length == 0) {
      throw new IllegalArgumentException("Sequential \"" + name + "\": wants at least one layer, got none");
    }
    this.name = name;
    List<Layer> all = new ArrayList<>();
    List<Parameter> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Layer layer : layers) {
      all.add(layer);
      for (Parameter parameter : layer.parameters()) {
        if (!names.add(parameter.name())) {
          throw new IllegalArgumentException("Sequential \"" + name + "\": two parameters are called \""
              + parameter.name() + "\"; give each layer its own name");
        }
        found.add(parameter);
      }
    }
    this.layers = Collections.unmodifiableList(all);
    this.parameters = Collections.unmodifiableList(found);
  }

  public String name() {
    return name;
  }

  public List<Layer> layers() {
    return layers;
  }

  @Override
  public Var apply(Var x) {
    outputShape(LayerShapes.perExample("Sequential \"" + name + "\"", x));
    Var y = x;
    for (Layer layer : layers) {
      y = layer.apply(y);
    }
    return y;
  }

  @Override
  public Shape outputShape(Shape perExample) {
    Shape shape = perExample;
    for (int i = 0; i < layers.size(); i++) {
      try {
        shape = layers.get(i).outputShape(shape);
      } catch (ShapeException e) {
        throw new ShapeException("Sequential \"" + name + "\", layer " + (i + 1) + ": " + e.getMessage());
      }
    }
    return shape;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public long connections(Shape perExample) {
    long sum = 0;
    Shape shape = perExample;
    for (Layer layer : layers) {
      sum += layer.connections(shape);
      shape = layer.outputShape(shape);
    }
    return sum;
  }

  @Override
  public ReceptiveField sees(ReceptiveField before, Shape perExample) {
    ReceptiveField field = before;
    Shape shape = perExample;
    for (Layer layer : layers) {
      field = layer.sees(field, shape);
      shape = layer.outputShape(shape);
    }
    return field;
  }

  @Override
  public String describe() {
    Description description = new Description("sequential").with("name", name);
    for (Layer layer : layers) {
      description.with(Description.parse(layer.describe()));
    }
    return description.toString();
  }
}
