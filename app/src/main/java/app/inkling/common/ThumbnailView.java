package app.inkling.common;

import android.content.Context;
import android.graphics.Canvas;
import android.util.AttributeSet;
import android.view.View;
import androidx.annotation.Nullable;
import app.inkling.R;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import com.google.android.material.color.MaterialColors;

/** A drawing in small: its ink fills the view, but a dot stays small. */
public final class ThumbnailView extends View {
  /** Share of the view that the ink takes. */
  private static final float FILL = 0.7f;
  /** Ink smaller than this share of its canvas is shown as if it were that large. */
  private static final float LEAST = 0.15f;
  /** Pen width as a share of the view. */
  private static final float PEN = 0.06f;

  private final InkPainter ink;

  @Nullable
  private Drawing drawing;

  public ThumbnailView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    ink = new InkPainter(MaterialColors.getColor(this, androidx.appcompat.R.attr.colorPrimary));
    setBackgroundResource(R.drawable.thumbnail);
  }

  /** @param drawing null shows blank paper */
  public void setDrawing(@Nullable Drawing drawing) {
    this.drawing = drawing;
    invalidate();
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    if (drawing == null || drawing.isEmpty()) {
      return;
    }
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (Stroke stroke : drawing.strokes()) {
      for (int i = 0; i < stroke.size(); i++) {
        left = Math.min(left, stroke.x(i));
        right = Math.max(right, stroke.x(i));
        top = Math.min(top, stroke.y(i));
        bottom = Math.max(bottom, stroke.y(i));
      }
    }
    float least = LEAST * Math.min(drawing.width(), drawing.height());
    float extent = Math.max(least, Math.max(right - left, bottom - top));
    float side = Math.min(getWidth(), getHeight());
    float scale = FILL * side / extent;
    canvas.save();
    canvas.translate(getWidth() / 2f - scale * (left + right) / 2,
        getHeight() / 2f - scale * (top + bottom) / 2);
    canvas.scale(scale, scale);
    ink.paint(canvas, drawing, PEN * side / scale);
    canvas.restore();
  }
}
