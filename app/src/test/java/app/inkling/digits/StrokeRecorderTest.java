package app.inkling.digits;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import java.util.List;
import org.junit.Test;

public final class StrokeRecorderTest {
  private static final Drawing BLANK = new Drawing(100, 100, List.of());

  private final StrokeRecorder recorder = new StrokeRecorder();

  @Test
  public void countsTimeFromTheDrawingsFirstPoint() {
    recorder.begin(BLANK, 5000);
    recorder.add(1, 2, 5000);
    recorder.add(3, 4, 5016);
    Drawing drawing = StrokeRecorder.plus(BLANK, recorder.stroke());
    recorder.begin(drawing, 5500);
    recorder.add(5, 6, 5500);
    Stroke second = recorder.stroke();
    assertEquals(16, drawing.strokes().get(0).time(1));
    assertEquals(500, second.time(0));
  }

  @Test
  public void goesOnWithADrawingWhoseClockIsLost() {
    Stroke stroke = new Stroke(new int[] {0, 90}, new float[2], new float[2]);
    Drawing restored = new Drawing(100, 100, List.of(stroke));
    recorder.begin(restored, 1_000_000);
    recorder.add(5, 6, 1_000_000);
    assertEquals(590, recorder.stroke().time(0));
  }

  @Test
  public void neverLetsTimeRunBackwards() {
    recorder.begin(BLANK, 1000);
    recorder.add(1, 1, 1020);
    recorder.add(2, 2, 1010);
    assertEquals(20, recorder.stroke().time(1));
  }

  @Test
  public void keepsAQuarterOfAPixelAndDropsPointsThatSayNothingNew() {
    recorder.begin(BLANK, 0);
    recorder.add(10.1f, 20.2f, 0);
    recorder.add(10.05f, 20.2f, 8);
    recorder.add(10.3f, 20.2f, 16);
    Stroke stroke = recorder.stroke();
    assertEquals(2, stroke.size());
    assertEquals(10, stroke.x(0), 0);
    assertEquals(20.25f, stroke.y(0), 0);
    assertEquals(10.25f, stroke.x(1), 0);
  }

  @Test
  public void ignoresPointsThatAreNoNumbers() {
    recorder.begin(BLANK, 0);
    recorder.add(Float.NaN, 1, 0);
    assertTrue(recorder.isEmpty());
  }

  @Test
  public void stopsRecordingWhenTheDrawingIsFull() {
    recorder.begin(BLANK, 1);
    for (int i = 0; i < StrokeRecorder.MOST_POINTS + 10; i++) {
      recorder.add(i, i, i);
    }
    Drawing full = StrokeRecorder.plus(BLANK, recorder.stroke());
    assertEquals(StrokeRecorder.MOST_POINTS, full.strokes().get(0).size());
    recorder.begin(full, 100_000);
    recorder.add(1, 1, 100_000);
    assertTrue(recorder.isEmpty());
  }
}
