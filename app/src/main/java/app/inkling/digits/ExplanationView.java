package app.inkling.digits;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.util.AttributeSet;
import android.view.View;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.core.graphics.ColorUtils;
import app.inkling.R;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import app.inkling.mllib.digits.personal.Explanation;
import com.google.android.material.color.MaterialColors;

/** A drawing whose ink is the stronger the more the answer rests on it. */
public final class ExplanationView extends View {
  private static final float MARGIN = 0.1f;
  private static final float PEN = 0.05f;

  /** How much ink shows that does not matter at all. */
  private static final float PALE = 0.18f;

  private final Paint pen = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final int strong;
  private final int paper;

  @Nullable
  private Drawing drawing;
  private Explanation explanation;

  public ExplanationView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    strong = MaterialColors.getColor(this, androidx.appcompat.R.attr.colorPrimary);
    paper = MaterialColors.getColor(this, com.google.android.material.R.attr.colorSurface);
    pen.setStrokeCap(Paint.Cap.ROUND);
    setBackgroundResource(R.drawable.thumbnail);
  }

  void show(Drawing shown, Explanation why) {
    drawing = shown;
    explanation = why;
    invalidate();
  }

  @Override
  protected void onDraw(@NonNull Canvas canvas) {
    super.onDraw(canvas);
    if (drawing == null) {
      return;
    }
    float side = Math.min(getWidth(), getHeight());
    float scale = (1 - 2 * MARGIN) * side / Math.max(drawing.width(), drawing.height());
    canvas.save();
    canvas.translate((getWidth() - scale * drawing.width()) / 2,
        (getHeight() - scale * drawing.height()) / 2);
    canvas.scale(scale, scale);
    pen.setStrokeWidth(PEN * side / scale);
    for (Stroke stroke : drawing.strokes()) {
      for (int i = 0; i < stroke.size(); i++) {
        float share = Math.max(0, explanation.weight(stroke.x(i), stroke.y(i)));
        pen.setColor(ColorUtils.blendARGB(paper, strong, PALE + (1 - PALE) * share));
        int from = Math.max(0, i - 1);
        canvas.drawLine(stroke.x(from), stroke.y(from), stroke.x(i), stroke.y(i), pen);
      }
    }
    canvas.restore();
  }
}
