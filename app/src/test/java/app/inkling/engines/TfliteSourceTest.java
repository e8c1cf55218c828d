package app.inkling.engines;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files for engines: made when they are wanted, once, and whole. */
public final class TfliteSourceTest {
  @Rule
  public final TemporaryFolder temporary = new TemporaryFolder();

  private byte[] bytes;
  private int made;

  @Before
  public void make() throws ExportException {
    bytes = new MadeModel(5).model().toTflite();
  }

  @Test
  public void oneInMemoryIsMadeOnceAndDirect() throws IOException {
    TfliteSource source = TfliteSource.exported(() -> {
      made++;
      return ByteBuffer.wrap(bytes);
    });
    assertEquals("not before it is wanted", 0, made);
    assertHolds(source.model());
    assertHolds(source.model());
    assertEquals(1, made);
  }

  @Test
  public void oneInAFileIsMadeOnceAlsoForTheNextProcess() throws IOException {
    Path folder = temporary.getRoot().toPath().resolve("not/there/yet");
    assertHolds(kept(folder, "one.tflite").model());
    assertHolds(kept(folder, "one.tflite").model());
    assertEquals(1, made);
  }

  @Test
  public void oneInAFileIsMadeAnewWhenItIsDamaged() throws IOException {
    Path folder = temporary.getRoot().toPath();
    assertHolds(kept(folder, "one.tflite").model());
    byte[] damaged = bytes.clone();
    damaged[damaged.length / 2] ^= 4;
    Files.write(folder.resolve("one.tflite"), damaged);
    assertHolds(kept(folder, "one.tflite").model());
    assertEquals(2, made);
  }

  @Test
  public void filesOfOtherVersionsGo() throws IOException {
    Path folder = temporary.getRoot().toPath();
    ByteBuffer inUse = kept(folder, "one.tflite").model();
    assertHolds(kept(folder, "two.tflite").model());
    assertFalse(Files.exists(folder.resolve("one.tflite")));
    assertHolds(inUse);
  }

  @Test
  public void whatCannotBeExportedSaysWhy() {
    TfliteSource source = TfliteSource.kept(temporary.getRoot().toPath(), "one.tflite", file -> {
      throw new ExportException("no such operator");
    });
    assertTrue(assertThrows(IOException.class, source::model).getMessage().contains("no such operator"));
  }

  private TfliteSource kept(Path folder, String name) {
    return TfliteSource.kept(folder, name, file -> {
      made++;
      TfliteFile.write(file, bytes);
    });
  }

  private void assertHolds(ByteBuffer model) {
    assertTrue("TensorFlow Lite takes no other", model.isDirect());
    assertEquals(ByteOrder.nativeOrder(), model.order());
    byte[] content = new byte[model.remaining()];
    model.duplicate().get(content);
    assertArrayEquals(bytes, content);
  }
}
