package app.inkling.mllib.data.stroke;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.FormatException;
import java.util.List;
import org.junit.Test;

public class StrokeFormatTest {
  @Test
  public void readsBackWhatItWrote() throws Exception {
    Drawing drawing = new Drawing(500, 400, List.of(
        new Stroke(new int[] {0, 16, 16}, new float[] {1, 2.5f, 0.1f}, new float[] {-3, 1e-4f, 123456.7f}),
        new Stroke(new int[] {2_000_000_000}, new float[] {7}, new float[] {8})));
    String text = StrokeFormat.format(drawing);
    assertEquals("0,1,-3;16,2.5,1.0E-4;16,0.1,123456.7|2000000000,7,8", text);
    assertEquals(text, StrokeFormat.format(StrokeFormat.parse(text, 500, 400)));
  }

  @Test
  public void blankDrawingIsTheEmptyText() throws Exception {
    assertEquals("", StrokeFormat.format(new Drawing(1, 1, List.of())));
    assertTrue(StrokeFormat.parse("", 1, 1).isEmpty());
  }

  @Test
  public void namesColumnWantedAndGotOfWhatIsMalformed() {
    FormatException e = assertThrows(FormatException.class, () -> StrokeFormat.parse("10,NaN,1", 1, 1));
    assertEquals("strokes, column 4: wanted x as a number from -1000000 to 1000000, got \"NaN\"",
        e.getMessage());
    rejects("0,1,Infinity", "column 5", "\"Infinity\"");
    rejects("0,1,1e39", "column 5", "\"1e39\"");
    rejects("0,1,2000000", "column 5", "\"2000000\"");
    rejects("0,0x1p3,2", "column 3", "\"0x1p3\"");
    rejects("0,1f,2", "column 3", "\"1f\"");
    rejects("0, 1,2", "column 3", "\" 1\"");
    rejects("0,,2", "column 3", "\"\"");
    rejects("-1,1,2", "column 1", "whole milliseconds");
    rejects("1.5,1,2", "column 1", "whole milliseconds");
    rejects("99999999999,1,2", "column 1", "whole milliseconds");
    rejects("5,1,2;4,1,2", "column 7", "at least 5");
    rejects("0,1", "column 4", "','", "the end");
    rejects("0,1,2,3", "column 6", "\",3\"");
    rejects("0,1,2;", "column 7", "whole milliseconds");
    rejects("|0,1,2", "column 1", "whole milliseconds");
    rejects("0,1,2||0,1,2", "column 7", "whole milliseconds");
  }

  @Test
  public void rejectsMorePointsThanADrawingHas() {
    StringBuilder text = new StringBuilder("0,1,2");
    for (int i = 0; i < StrokeFormat.MOST_POINTS; i++) {
      text.append(";0,1,2");
    }
    rejects(text.toString(), "at most 100000 points");
  }

  private static void rejects(String text, String... parts) {
    FormatException e = assertThrows(text, FormatException.class, () -> StrokeFormat.parse(text, 1, 1));
    for (String part : parts) {
      assertTrue(e.getMessage() + " should hold " + part, e.getMessage().contains(part));
    }
  }
}
