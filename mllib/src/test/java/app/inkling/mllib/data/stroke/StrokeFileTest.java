package app.inkling.mllib.data.stroke;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StrokeFileTest {
  private static final String HEADER = "writer\tdigit\twidth\theight\tstrokes\n";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void readsBackWhatItWrotePackedOrPlain() throws Exception {
    Drawing seven = Glyphs.digit(7, 1).drawing();
    StringWriter out = new StringWriter();
    StrokeFile.write(out, List.of(new LabelledDrawing("w01", 7, seven),
        new LabelledDrawing("someone else", LabelledDrawing.NOT_A_DIGIT, new Drawing(30, 40.5f, List.of()))));
    byte[] plain = out.toString().getBytes(StandardCharsets.UTF_8);
    for (byte[] content : List.of(plain, gzip(plain))) {
      List<LabelledDrawing> read = StrokeFile.read(file(content));
      assertEquals(2, read.size());
      assertEquals("w01", read.get(0).writer());
      assertEquals(7, read.get(0).digit());
      assertEquals(StrokeFormat.format(seven), StrokeFormat.format(read.get(0).drawing()));
      assertEquals(LabelledDrawing.NOT_A_DIGIT, read.get(1).digit());
      assertEquals(40.5f, read.get(1).drawing().height(), 0);
      assertTrue(read.get(1).drawing().isEmpty());
    }
  }

  @Test
  public void namesFileLineAndColumn() throws Exception {
    rejects(HEADER + "w\t3\t10\t10\t0,1,2\nw\t4\t10\t10\t0,1,2;1,NaN,3\n", "strokes.tsv, line 3, column 19",
        "\"NaN\"");
    rejects(HEADER + "w\t10\t10\t10\t0,1,2\n", "line 2, column 3", "a digit 0 to 9", "\"10\"");
    rejects(HEADER + "w\t1\t0\t10\t0,1,2\n", "line 2, column 5", "width above 0");
    rejects(HEADER + "w\t1\t5\tNaN\t0,1,2\n", "line 2, column 7", "height");
    rejects(HEADER + "w\t1\t5\t5\n", "line 2", "5 columns", "4");
    rejects("writer,digit\n", "line 1", "header");
    rejects("", "line 1", "header", "the end");
  }

  @Test
  public void refusesALaterVersionByName() throws Exception {
    rejects("#inkling-strokes 2\n" + HEADER, "line 1", "strokes of version 1", "version \"2\"");
    assertEquals(0,
        StrokeFile.read(file(("#inkling-strokes 1\n" + HEADER).getBytes(StandardCharsets.UTF_8))).size());
  }

  @Test
  public void refusesACutGzipFile() throws Exception {
    byte[] whole = gzip((HEADER + "w\t3\t10\t10\t0,1,2\n".repeat(500)).getBytes(StandardCharsets.UTF_8));
    FormatException e = assertThrows(FormatException.class,
        () -> StrokeFile.read(file(Arrays.copyOf(whole, whole.length / 2))));
    assertTrue(e.getMessage(), e.getMessage().contains("whole gzip data"));
  }

  @Test
  public void refusesBytesThatAreNoText() throws Exception {
    FormatException e =
        assertThrows(FormatException.class, () -> StrokeFile.read(file(new byte[] {'w', (byte) 0xff, '\n'})));
    assertTrue(e.getMessage(), e.getMessage().contains("UTF-8"));
  }

  private void rejects(String content, String... parts) throws Exception {
    Path file = file(content.getBytes(StandardCharsets.UTF_8));
    FormatException e = assertThrows(FormatException.class, () -> StrokeFile.read(file));
    for (String part : parts) {
      assertTrue(e.getMessage() + " should hold " + part, e.getMessage().contains(part));
    }
  }

  private Path file(byte[] content) throws Exception {
    return Files.write(folder.getRoot().toPath().resolve("strokes.tsv"), content);
  }

  private static byte[] gzip(byte[] content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
