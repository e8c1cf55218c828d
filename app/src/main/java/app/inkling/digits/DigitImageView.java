package app.inkling.digits;

import android.content.Context;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.Rect;
import android.util.AttributeSet;
import android.view.View;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.core.graphics.ColorUtils;
import app.inkling.R;
import app.inkling.mllib.data.stroke.StrokeRenderer;
import com.google.android.material.color.MaterialColors;

/** An image of the training set, 28 by 28, in the app's ink. */
public final class DigitImageView extends View {
  private final Paint smooth = new Paint(Paint.FILTER_BITMAP_FLAG);
  private final Rect place = new Rect();

  @Nullable
  private Bitmap image;

  public DigitImageView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    setBackgroundResource(R.drawable.thumbnail);
  }

  /** @param pixels 784 values row by row, 0 paper to 1 ink */
  void setImage(float[] pixels) {
    int ink = MaterialColors.getColor(this, androidx.appcompat.R.attr.colorPrimary);
    int[] colors = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      colors[i] = ColorUtils.setAlphaComponent(ink, Math.round(255 * pixels[i]));
    }
    image = Bitmap.createBitmap(colors, StrokeRenderer.SIDE, StrokeRenderer.SIDE, Bitmap.Config.ARGB_8888);
    invalidate();
  }

  @Override
  protected void onDraw(@NonNull Canvas canvas) {
    super.onDraw(canvas);
    if (image != null) {
      int side = Math.min(getWidth(), getHeight());
      place.set((getWidth() - side) / 2, (getHeight() - side) / 2, (getWidth() + side) / 2,
          (getHeight() + side) / 2);
      canvas.drawBitmap(image, null, place, smooth);
    }
  }
}
