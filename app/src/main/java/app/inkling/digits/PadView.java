package app.inkling.digits;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.Rect;
import android.os.Build;
import android.text.TextPaint;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;
import androidx.annotation.Nullable;
import app.inkling.R;
import app.inkling.common.InkPainter;
import app.inkling.mllib.data.stroke.Drawing;
import app.inkling.mllib.data.stroke.Stroke;
import com.google.android.material.color.MaterialColors;
import java.util.List;

/**
 * Paper to draw on with one finger. Takes every point that the screen measured, also those reported in
 * between frames; further fingers are ignored. A drawing begun on a pad of another size is shown fitted into
 * this one and goes on in its own units.
 */
public final class PadView extends View {
  /** Told on the main thread what the finger does. */
  public interface Listener {
    /** The stroke under the finger has grown. */
    void onStrokeMoved(Drawing before, Stroke soFar);

    /** The finger was lifted. */
    void onStrokeFinished(Drawing before, Stroke stroke);

    /** The system took the gesture away: the stroke is void. */
    void onStrokeCancelled();
  }

  /** Pen width as a share of the pad's shorter side. */
  private static final float PEN = 0.04f;
  private static final int NO_POINTER = -1;

  private final StrokeRecorder recorder = new StrokeRecorder();
  private final TextPaint hintPaint = new TextPaint(Paint.ANTI_ALIAS_FLAG);
  private final String hint = getResources().getString(R.string.pad_hint);
  private final InkPainter ink;
  private int pointer = NO_POINTER;

  @Nullable
  private Listener listener;

  /** The finished strokes; null on blank paper. */
  @Nullable
  private Drawing drawing;

  /** The stroke under the finger. */
  @Nullable
  private Stroke live;
  private float scale = 1;
  private float offsetX;
  private float offsetY;

  public PadView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    hintPaint.setColor(
        MaterialColors.getColor(this, com.google.android.material.R.attr.colorOnSurfaceVariant));
    hintPaint.setTextSize(getResources().getDimension(R.dimen.pad_hint));
    ink = new InkPainter(MaterialColors.getColor(this, com.google.android.material.R.attr.colorPrimary));
    setFocusable(true);
    setClipToOutline(true);
    setBackgroundResource(R.drawable.pad);
    describe();
  }

  public void setListener(@Nullable Listener listener) {
    this.listener = listener;
  }

  /**
   * Shows finished strokes; null or an empty drawing is blank paper, ready for a canvas of this pad's size.
   */
  public void setDrawing(@Nullable Drawing shown) {
    Drawing next = shown == null || shown.isEmpty() ? null : shown;
    if (next != drawing) {
      drawing = next;
      fit();
      describe();
      invalidate();
    }
  }

  /** Ends the stroke under the finger as if the finger had been lifted; without one nothing happens. */
  public void finishStroke() {
    if (pointer != NO_POINTER) {
      pointer = NO_POINTER;
      lift();
    }
  }

  @Override
  protected void onSizeChanged(int width, int height, int oldWidth, int oldHeight) {
    super.onSizeChanged(width, height, oldWidth, oldHeight);
    fit();
    if (Build.VERSION.SDK_INT >= 29) {
      setSystemGestureExclusionRects(List.of(new Rect(0, 0, width, height)));
    }
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    if (drawing == null && live == null) {
      paintHint(canvas);
      return;
    }
    canvas.save();
    canvas.translate(offsetX, offsetY);
    canvas.scale(scale, scale);
    Drawing fitted = canvasDrawing();
    float pen = PEN * Math.min(fitted.width(), fitted.height());
    ink.paint(canvas, fitted, pen);
    if (live != null) {
      ink.paint(canvas, live, pen);
    }
    canvas.restore();
  }

  @Override
  public boolean onTouchEvent(MotionEvent event) {
    if (!isEnabled()) {
      return false;
    }
    switch (event.getActionMasked()) {
      case MotionEvent.ACTION_DOWN -> down(event);
      case MotionEvent.ACTION_MOVE -> move(event);
      case MotionEvent.ACTION_POINTER_UP -> {
        if (event.getPointerId(event.getActionIndex()) == pointer) {
          up(event);
        }
      }
      case MotionEvent.ACTION_UP -> {
        if (pointer != NO_POINTER) {
          up(event);
          performClick();
        }
      }
      case MotionEvent.ACTION_CANCEL -> cancel();
      default -> { }
    }
    return true;
  }

  /** A click draws nothing: without a finger on the pad there is no stroke. */
  @Override
  public boolean performClick() {
    return super.performClick();
  }

  private void down(MotionEvent event) {
    finishStroke();
    pointer = event.getPointerId(0);
    recorder.begin(canvasDrawing(), event.getEventTime());
    record(event.getX(), event.getY(), event.getEventTime());
    getParent().requestDisallowInterceptTouchEvent(true);
    moved();
  }

  private void move(MotionEvent event) {
    int index = pointer == NO_POINTER ? -1 : event.findPointerIndex(pointer);
    if (index < 0) {
      return;
    }
    for (int i = 0; i < event.getHistorySize(); i++) {
      record(event.getHistoricalX(index, i), event.getHistoricalY(index, i), event.getHistoricalEventTime(i));
    }
    record(event.getX(index), event.getY(index), event.getEventTime());
    moved();
  }

  private void up(MotionEvent event) {
    int index = event.getActionIndex();
    record(event.getX(index), event.getY(index), event.getEventTime());
    pointer = NO_POINTER;
    lift();
  }

  private void cancel() {
    if (pointer != NO_POINTER) {
      pointer = NO_POINTER;
      live = null;
      invalidate();
      if (listener != null) {
        listener.onStrokeCancelled();
      }
    }
  }

  private void moved() {
    if (recorder.isEmpty()) {
      return;
    }
    live = recorder.stroke();
    invalidate();
    if (listener != null) {
      listener.onStrokeMoved(canvasDrawing(), live);
    }
  }

  private void lift() {
    live = null;
    invalidate();
    if (listener != null && !recorder.isEmpty()) {
      listener.onStrokeFinished(canvasDrawing(), recorder.stroke());
    }
  }

  private void record(float x, float y, long time) {
    recorder.add((x - offsetX) / scale, (y - offsetY) / scale, time);
  }

  /** The finished strokes on their canvas; blank paper is a canvas of this pad's size. */
  private Drawing canvasDrawing() {
    return drawing != null ? drawing
        : new Drawing(Math.max(1, getWidth()), Math.max(1, getHeight()), List.of());
  }

  private void describe() {
    int strokes = drawing == null ? 0 : drawing.strokes().size();
    setContentDescription(strokes == 0 ? getResources().getString(R.string.pad_blank_spoken)
        : getResources().getQuantityString(R.plurals.pad_strokes_spoken, strokes, strokes));
  }

  private void paintHint(Canvas canvas) {
    float width = hintPaint.measureText(hint);
    canvas.drawText(hint, (getWidth() - width) / 2, (getHeight() + hintPaint.getTextSize()) / 2, hintPaint);
  }

  private void fit() {
    if (drawing == null || getWidth() == 0 || getHeight() == 0) {
      scale = 1;
      offsetX = 0;
      offsetY = 0;
      return;
    }
    scale = Math.min(getWidth() / drawing.width(), getHeight() / drawing.height());
    offsetX = (getWidth() - scale * drawing.width()) / 2;
    offsetY = (getHeight() - scale * drawing.height()) / 2;
  }
}
