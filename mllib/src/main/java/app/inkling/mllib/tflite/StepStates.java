package app.inkling.mllib.tflite;

import app.inkling.mllib.nn.Recurrent;
import app.inkling.mllib.tflite.TfliteModel.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The states of a single step: they come in as inputs and go out as outputs. */
final class StepStates implements RecurrentExport.Start {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<String> inputs;
  private final List<Integer> next = new ArrayList<>();
  private int begun;

  StepStates(List<Recurrent> layers) {
    for (int i = 1; i <= layers.size(); i++) {
      String number = layers.size() == 1 ? "" : "_" + i;
      names.put("state" + number, "next_state" + number);
    }
    inputs = List.copyOf(names.keySet());
  }

  /** Input names to output names. */
  Map<String, String> names() {
    return names;
  }

  @Override
  public int before(Operators ops, Recurrent layer) {
    return ops.model.input(inputs.get(begun++), Type.FLOAT32, 1, layer.stateSize());
  }

  @Override
  public void after(int state) {
    next.add(state);
  }

  @Override
  public boolean isState(int tensor) {
    return next.contains(tensor);
  }

  @Override
  public void finish(TfliteModel model) {
    for (int i = 0; i < next.size(); i++) {
      model.output(names.get(inputs.get(i)), next.get(i));
    }
  }
}
