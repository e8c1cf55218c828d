package app.inkling.mllib.tflite;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TfliteFileTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final byte[] model = new byte[5000];
  private Path file;

  @Before
  public void setUp() {
    new Random(1).nextBytes(model);
    file = folder.getRoot().toPath().resolve("net.tflite");
  }

  @Test
  public void readsBackWhatItWroteAndLeavesNoOtherFiles() throws IOException {
    TfliteFile.write(file, new byte[] {1});
    TfliteFile.write(file, model);
    assertArrayEquals(model, TfliteFile.read(file));
    try (Stream<Path> files = Files.list(folder.getRoot().toPath())) {
      assertArrayEquals(new String[] {"net.tflite", "net.tflite.sha256"},
          files.map(path -> path.getFileName().toString()).sorted().toArray());
    }
  }

  @Test
  public void makesAModelOutsideTheHeapAndLeavesNoOtherFiles() throws Exception {
    TfliteFile.write(file, memory -> {
      ByteBuffer room = memory.apply(model.length + 9); // from behind, as FlatBuffers are made
      assertTrue(room.isDirect());
      ((Buffer) room).position(9);
      return room.slice().put(model);
    });
    assertArrayEquals(model, TfliteFile.read(file));
    ByteBuffer mapped = TfliteFile.map(file);
    assertEquals(ByteOrder.nativeOrder(), mapped.order());
    assertEquals(ByteBuffer.wrap(model), mapped);
    assertEquals(2, folder.getRoot().list().length);
    assertThrows(ExportException.class, () -> TfliteFile.write(file, memory -> {
      memory.apply(7);
      throw new ExportException("cannot");
    }));
    assertArrayEquals(model, TfliteFile.read(file));
    assertEquals(2, folder.getRoot().list().length);
  }

  @Test
  public void checksumHasTheFormOfSha256sum() throws IOException {
    TfliteFile.write(file, "abc".getBytes(StandardCharsets.US_ASCII)); // FIPS 180-2, B.1
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  net.tflite\n",
        Files.readString(folder.getRoot().toPath().resolve("net.tflite.sha256")));
  }

  @Test
  public void refusesEveryFlippedBitAndEveryTruncation() throws IOException {
    TfliteFile.write(file, model);
    Random random = new Random(2);
    for (int i = 0; i < 50; i++) {
      byte[] damaged = model.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThrows(IOException.class, () -> TfliteFile.read(file));
      Files.write(file, Arrays.copyOf(model, random.nextInt(model.length)));
      IOException e = assertThrows(IOException.class, () -> TfliteFile.read(file));
      assertTrue(e.getMessage(), e.getMessage().startsWith(file + ": wanted SHA-256 "));
    }
  }

  @Test
  public void refusesFileWithoutChecksumOrWithAnEmptyOne() throws IOException {
    TfliteFile.write(file, model);
    Path checksum = folder.getRoot().toPath().resolve("net.tflite.sha256");
    Files.write(checksum, new byte[0]);
    assertThrows(IOException.class, () -> TfliteFile.read(file));
    Files.delete(checksum);
    IOException e = assertThrows(IOException.class, () -> TfliteFile.read(file));
    assertEquals(file
        + ": wanted its checksum net.tflite.sha256 beside it, got none; export the model again",
        e.getMessage());
  }

  @Test
  public void failedWriteLeavesTheOldFileAsItWas() throws IOException {
    TfliteFile.write(file, model);
    Path temporary = folder.getRoot().toPath().resolve("net.tflite.tmp");
    Files.createDirectory(temporary); // stands in the way
    assertThrows(IOException.class, () -> TfliteFile.write(file, new byte[] {1, 2, 3}));
    assertArrayEquals(model, TfliteFile.read(file));
  }

  @Test
  public void missingFileIsNamed() {
    assertThrows(NoSuchFileException.class, () -> TfliteFile.read(file));
  }
}
