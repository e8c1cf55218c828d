package app.inkling.mllib.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.optim.OptimizerState;
import app.inkling.mllib.tensor.Shape;
import app.inkling.mllib.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CheckpointTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Checkpoint checkpoint = example();

  @Test
  public void readsBackEverySection() throws IOException {
    Path file = folder.getRoot().toPath().resolve("model.inkling");
    checkpoint.write(file);
    Checkpoint read = Checkpoint.read(file);
    assertEquals("dense\nrelu\n", Section.text(read, Checkpoint.ARCHITECTURE));
    assertEquals(Map.of("seed", "7", "origin", "a = b"), Section.settings(read, Checkpoint.METADATA));
    assertArrayEquals(new long[] {1, -2, Long.MAX_VALUE}, Section.longs(read, Checkpoint.RANDOM));
    Map<String, Tensor> weights = Section.tensors(read, Checkpoint.WEIGHTS);
    assertEquals(List.of("w", "image"), List.copyOf(weights.keySet()));
    assertArrayEquals(new float[] {1, -2.5f, Float.MIN_VALUE, 4}, weights.get("w").toArray(), 0);
    assertTrue(weights.get("image").sameLayout(Tensor.planes(Shape.of(1, 2, 3, 2))));
    OptimizerState state = Section.optimizer(read, Checkpoint.OPTIMIZER);
    assertEquals("adam", state.optimizer());
    assertEquals(12, state.steps());
    assertArrayEquals(new float[] {9}, state.moments().get(0).toArray(), 0);
    assertArrayEquals(checkpoint.toBytes(), read.toBytes());
  }

  @Test
  public void refusesEveryFlippedBit() {
    byte[] bytes = checkpoint.toBytes();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] damaged = bytes.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      FormatException refusal = assertThrows("bit " + bit, FormatException.class,
          () -> Checkpoint.fromBytes("model.inkling", damaged));
      assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("model.inkling, byte "));
    }
  }

  /** Of a file that came in a package names and lengths are not covered, but all that sections hold is. */
  @Test
  public void refusesFlippedBitsOfEverySectionOfAPackageToo() throws IOException {
    byte[] bytes = checkpoint.toBytes();
    assertArrayEquals(bytes, Checkpoint.fromPackage("model.inkling", bytes).toBytes());
    for (String name : List.of(Checkpoint.ARCHITECTURE, Checkpoint.METADATA, Checkpoint.WEIGHTS)) {
      byte[] section = checkpoint.section(name);
      int begin = indexOf(bytes, section);
      for (int bit = 8 * begin; bit < 8 * (begin + section.length); bit++) {
        byte[] damaged = bytes.clone();
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        assertThrows(name + ", bit " + bit, FormatException.class,
            () -> Checkpoint.fromPackage("model.inkling", damaged));
      }
    }
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    int at = 0;
    while (!Arrays.equals(part, Arrays.copyOfRange(bytes, at, at + part.length))) {
      at++;
    }
    return at;
  }

  @Test
  public void readsTensorsIntoThoseThatAreThereAndRefusesOthers() throws IOException {
    Tensor weights = Tensor.zeros(Shape.of(2, 2));
    Tensor image = Tensor.planes(Shape.of(1, 2, 3, 2));
    Section.tensors(checkpoint, Checkpoint.WEIGHTS, Map.of("w", weights, "image", image));
    assertArrayEquals(new float[] {1, -2.5f, Float.MIN_VALUE, 4}, weights.toArray(), 0);
    for (Map<String, Tensor> others : List.of(Map.of("w", weights),
        Map.of("w", Tensor.zeros(Shape.of(4)), "image", image),
        Map.of("w", weights, "image", image, "more", weights))) {
      assertThrows(FormatException.class, () -> Section.tensors(checkpoint, Checkpoint.WEIGHTS, others));
    }
  }

  @Test
  public void refusesEveryTruncationAndEveryAddition() {
    byte[] bytes = checkpoint.toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows("length " + length, FormatException.class,
          () -> Checkpoint.fromBytes("model.inkling", cut));
    }
    assertThrows(FormatException.class,
        () -> Checkpoint.fromBytes("x", Arrays.copyOf(bytes, bytes.length + 1)));
  }

  @Test
  public void refusesANewerVersionAndSaysToUpdate() {
    byte[] bytes = checkpoint.toBytes();
    ByteBuffer.wrap(bytes).putInt(8, Checkpoint.VERSION + 1);
    FormatException refusal = assertThrows(FormatException.class,
        () -> Checkpoint.fromBytes("new.inkling", bytes));
    assertEquals("new.inkling, byte 8: wanted format version 1, got version 2; it was written by a newer Inkling, "
        + "update this one", refusal.getMessage());
  }

  @Test
  public void keepsSectionsItDoesNotKnow() throws IOException {
    Checkpoint later = Checkpoint.fromBytes("x", checkpoint.with("later", new byte[] {1, 2}).toBytes());
    assertArrayEquals(new byte[] {1, 2}, later.section("later"));
    assertFalse(later.without("later").has("later"));
  }

  @Test
  public void namesTheMissingSection() {
    FormatException refusal = assertThrows(FormatException.class, () -> checkpoint.section("optimiser"));
    assertTrue(refusal.getMessage(), refusal.getMessage()
        .contains("wanted a section \"optimiser\", got only ["));
  }

  @Test
  public void refusesATensorWhoseShapeIsLargerThanItsSection() {
    byte[] weights = Section.tensors(Map.of("w", Tensor.zeros(Shape.of(2, 2))));
    ByteBuffer.wrap(weights).putInt(weights.length - 16 - 4, Integer.MAX_VALUE);
    FormatException refusal = assertThrows(FormatException.class,
        () -> Section.tensors(checkpoint.with(Checkpoint.WEIGHTS, weights), Checkpoint.WEIGHTS));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("tensor \"w\""));
  }

  @Test
  public void aWriteThatFailsLeavesTheOldFile() throws IOException {
    Path file = folder.getRoot().toPath().resolve("model.inkling");
    checkpoint.write(file);
    Files.createDirectory(folder.getRoot().toPath().resolve("model.inkling.tmp"));
    assertThrows(IOException.class, () -> checkpoint.with("more", new byte[9]).write(file));
    assertArrayEquals(checkpoint.toBytes(), Files.readAllBytes(file));
  }

  @Test
  public void aTemporaryFileLeftByAKilledProcessIsReplaced() throws IOException {
    Path file = folder.getRoot().toPath().resolve("model.inkling");
    checkpoint.write(file);
    byte[] half = Arrays.copyOf(checkpoint.toBytes(), 20);
    Files.write(folder.getRoot().toPath().resolve("model.inkling.tmp"), half);
    assertArrayEquals(checkpoint.toBytes(), Checkpoint.read(file).toBytes());
    Checkpoint next = checkpoint.with("more", new byte[9]);
    next.write(file);
    assertArrayEquals(next.toBytes(), Files.readAllBytes(file));
    assertFalse(Files.exists(folder.getRoot().toPath().resolve("model.inkling.tmp")));
  }

  private static Checkpoint example() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    weights.put("w", Tensor.of(Shape.of(2, 2), 1, -2.5f, Float.MIN_VALUE, 4));
    weights.put("image", Tensor.planes(Shape.of(1, 2, 3, 2)));
    return new Checkpoint()
        .with(Checkpoint.ARCHITECTURE, Section.text("dense\nrelu\n"))
        .with(Checkpoint.METADATA, Section.settings(Map.of("seed", "7", "origin", "a = b")))
        .with(Checkpoint.RANDOM, Section.longs(1, -2, Long.MAX_VALUE))
        .with(Checkpoint.WEIGHTS, Section.tensors(weights))
        .with(Checkpoint.OPTIMIZER, Section.optimizer(new OptimizerState("adam", 12,
            List.of(Tensor.of(Shape.of(1), 9)))));
  }
}
