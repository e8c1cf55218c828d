package app.inkling.mllib.digits;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tensor.ShapeException;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.util.Map;
import org.junit.Test;

public class DigitModelTest {
  private final DigitModel model =
      new DigitModel(new Sequential("digits", DigitNet.create(new Rng(3)), new Softmax()), 0.4f,
          Map.of("note", "made for a test"));

  @Test
  public void loadsWhatItWrote() throws Exception {
    byte[] bytes = model.toCheckpoint().toBytes();
    DigitModel loaded = DigitModel.load(bytes);
    assertEquals(0.4f, loaded.refusalThreshold(), 0);
    assertEquals("made for a test", loaded.metadata().get("note"));
    assertEquals(model.parameterCount(), loaded.parameterCount());
    assertArrayEquals(bytes, loaded.toCheckpoint().toBytes());
    assertArrayEquals(model.toTflite(), loaded.toTflite());
  }

  @Test
  public void anyFlippedBitIsFound() {
    byte[] bytes = model.toCheckpoint().toBytes();
    Rng random = new Rng(1);
    for (int i = 0; i < 200; i++) {
      byte[] flipped = bytes.clone();
      flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      assertThrows(FormatException.class, () -> DigitModel.load(flipped));
    }
  }

  @Test
  public void rejectsOtherKindsOfModels() {
    Checkpoint other = model.toCheckpoint()
        .with(Checkpoint.METADATA, Section.settings(Map.of("kind", "text")));
    rejects(other, "wanted kind=digits, got kind=text");
    rejects(model.toCheckpoint().without(Checkpoint.WEIGHTS), "\"weights\"");
    rejects(model.toCheckpoint().with(Checkpoint.METADATA, Section.settings(Map.of("kind", "digits"))),
        "refusal_threshold");
    rejects(model.toCheckpoint().with(Checkpoint.METADATA,
        Section.settings(Map.of("kind", "digits", "refusal_threshold", "NaN"))), "NaN");
    rejects(model.toCheckpoint().with(Checkpoint.ARCHITECTURE, Section.text("no network")),
        "\"architecture\"");
    rejects(model.toCheckpoint().with(Checkpoint.ARCHITECTURE, Section.text(new Softmax().describe())),
        "a sequential network");
    rejects(model.toCheckpoint().with(Checkpoint.WEIGHTS, Section.tensors(Map.of())), "first/weight");
    Sequential narrow = new Sequential("narrow", new Dense("d", 784, 10, Initializer.zero()));
    rejects(model.toCheckpoint().with(Checkpoint.ARCHITECTURE, Section.text(narrow.describe())), "d/weight");
  }

  @Test
  public void rejectsNetworksWithOtherOutputs() {
    Sequential narrow = new Sequential("narrow", new Dense("d", 784, 10, Initializer.zero()));
    assertThrows(ShapeException.class, () -> new DigitModel(narrow, 0.5f, Map.of()));
    assertThrows(IllegalArgumentException.class, () -> new DigitModel(model.network(), 0, Map.of()));
  }

  private static void rejects(Checkpoint checkpoint, String part) {
    FormatException e = assertThrows(FormatException.class, () -> DigitModel.load(checkpoint.toBytes()));
    assertTrue(e.getMessage(), e.getMessage().contains(part));
  }
}
