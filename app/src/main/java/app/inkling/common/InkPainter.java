package app.inkling.common;

import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.Path;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;

/**
 * Draws strokes as a pen would leave them: round, of one width, smooth between the points that the screen
 * reported.
 */
public final class InkPainter {
  private final Paint pen = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final Path path = new Path();

  public InkPainter(int color) {
    pen.setColor(color);
    pen.setStyle(Paint.Style.STROKE);
    pen.setStrokeCap(Paint.Cap.ROUND);
    pen.setStrokeJoin(Paint.Join.ROUND);
  }

  /**
   * Draws every stroke.
   *
   * @param width of the pen, in the drawing's units
   */
  public void paint(Canvas canvas, Drawing drawing, float width) {
    for (Stroke stroke : drawing.strokes()) {
      paint(canvas, stroke, width);
    }
  }

  public void paint(Canvas canvas, Stroke stroke, float width) {
    pen.setStrokeWidth(width);
    int last = stroke.size() - 1;
    if (last == 0) {
      canvas.drawPoint(stroke.x(0), stroke.y(0), pen);
      return;
    }
    path.rewind();
    path.moveTo(stroke.x(0), stroke.y(0));
    for (int i = 1; i < last; i++) {
      float middleX = (stroke.x(i) + stroke.x(i + 1)) / 2;
      float middleY = (stroke.y(i) + stroke.y(i + 1)) / 2;
      path.quadTo(stroke.x(i), stroke.y(i), middleX, middleY);
    }
    path.lineTo(stroke.x(last), stroke.y(last));
    canvas.drawPath(path, pen);
  }
}
