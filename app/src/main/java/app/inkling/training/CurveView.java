package app.inkling.training;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.DashPathEffect;
import android.graphics.Paint;
import android.graphics.Path;
import android.text.TextPaint;
import android.util.AttributeSet;
import android.util.TypedValue;
import android.view.View;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import app.inkling.common.Figures;
import com.google.android.material.color.MaterialColors;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Two lines over the steps of a session: what is learned from, drawn through, and what is set aside, dashed.
 * Its content description has to say the same in words; {@link CurveText} does.
 */
public final class CurveView extends View {
  private static final int LINE_DP = 2;
  private static final int LABEL_SP = 12;
  private static final int GAP_DP = 6;

  private final TextPaint label = new TextPaint(Paint.ANTI_ALIAS_FLAG);
  private final Paint grid = new Paint();
  private final Paint learned = line(androidx.appcompat.R.attr.colorPrimary);
  private final Paint aside = line(com.google.android.material.R.attr.colorTertiary);
  private final Figures figures = new Figures(getResources());
  private final Path path = new Path();

  private List<Curve> curves = List.of();
  private double bottom;
  private double top = 1;
  private DoubleFunction<String> format = Double::toString;

  public CurveView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    label.setTextSize(TypedValue.applyDimension(
        TypedValue.COMPLEX_UNIT_SP, LABEL_SP, getResources().getDisplayMetrics()));
    label.setColor(MaterialColors.getColor(this, com.google.android.material.R.attr.colorOnSurfaceVariant));
    grid.setColor(MaterialColors.getColor(this, com.google.android.material.R.attr.colorOutlineVariant));
    grid.setStrokeWidth(dp(1));
    aside.setPathEffect(new DashPathEffect(new float[] {dp(6), dp(4)}, 0));
  }

  /**
   * Shows two lines.
   *
   * @param learned of what is learned from; may be empty
   * @param aside of what is set aside; may be empty
   * @param least the chart reaches at least down to here
   * @param most and at least up to here
   * @param format a value as the axis shows it
   */
  void show(Curve learned, Curve aside, double least, double most, DoubleFunction<String> format) {
    this.curves = List.of(learned, aside);
    this.format = format;
    bottom = least;
    top = most;
    for (Curve curve : curves) {
      for (double y : curve.ys()) {
        bottom = Math.min(bottom, y);
        top = Math.max(top, y);
      }
    }
    invalidate();
  }

  @Override
  protected void onDraw(@NonNull Canvas canvas) {
    super.onDraw(canvas);
    float text = label.getFontSpacing();
    float left = getPaddingLeft() + Math.max(label.measureText(format.apply(top)),
        label.measureText(format.apply(bottom))) + dp(GAP_DP);
    float right = getWidth() - getPaddingRight() - dp(LINE_DP);
    float high = getPaddingTop() + text / 2;
    float low = getHeight() - getPaddingBottom() - text * 1.5f;
    for (int i = 0; i <= 2; i++) {
      float y = high + (low - high) * i / 2;
      canvas.drawLine(left, y, right, y, grid);
      if (i != 1) {
        label.setTextAlign(Paint.Align.RIGHT);
        canvas.drawText(format.apply(i == 0 ? top : bottom), left - dp(GAP_DP), y + text / 3, label);
      }
    }
    int steps = 1;
    for (Curve curve : curves) {
      steps = curve.isEmpty() ? steps : Math.max(steps, curve.lastStep());
    }
    label.setTextAlign(Paint.Align.LEFT);
    canvas.drawText(figures.whole(0), left, low + text * 1.2f, label);
    label.setTextAlign(Paint.Align.RIGHT);
    canvas.drawText(figures.whole(steps), right, low + text * 1.2f, label);
    for (int i = 0; i < curves.size(); i++) {
      draw(canvas, curves.get(i), i == 0 ? learned : aside, left, right, low, high, steps);
    }
  }

  private void draw(Canvas canvas, Curve curve, Paint paint, float left, float right, float low, float high,
      int steps) {
    path.rewind();
    float x = 0;
    float y = 0;
    for (int i = 0; i < curve.xs().size(); i++) {
      x = left + (right - left) * curve.xs().get(i) / steps;
      y = (float) (low - (low - high) * (curve.ys().get(i) - bottom) / (top - bottom));
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    if (!curve.isEmpty()) {
      canvas.drawPath(path, paint);
      canvas.drawPoint(x, y, paint);
    }
  }

  private Paint line(int color) {
    Paint paint = new Paint(Paint.ANTI_ALIAS_FLAG);
    paint.setColor(MaterialColors.getColor(this, color));
    paint.setStyle(Paint.Style.STROKE);
    paint.setStrokeWidth(dp(LINE_DP));
    paint.setStrokeCap(Paint.Cap.ROUND);
    paint.setStrokeJoin(Paint.Join.ROUND);
    return paint;
  }

  private float dp(int dp) {
    return dp * getResources().getDisplayMetrics().density;
  }
}
