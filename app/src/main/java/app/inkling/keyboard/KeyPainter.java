package app.inkling.keyboard;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.RectF;
import android.graphics.Typeface;
import android.graphics.drawable.Drawable;
import androidx.appcompat.content.res.AppCompatResources;
import app.inkling.R;
import com.google.android.material.color.MaterialColors;

/** Draws keys in the theme's colours. Sizes of labels follow the keys, not the font setting: keys don't grow. */
final class KeyPainter {
  private static final float LABEL = 0.42f;
  private static final float SMALL_LABEL = 0.29f;
  private static final float HINT = 0.2f;

  private final Context context;
  private final Paint fill = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final Paint text = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final RectF box = new RectF();
  private final int keyColor;
  private final int actionColor;
  private final int pressedColor;
  private final int enterColor;
  private final int onKey;
  private final int onAction;
  private final int onEnter;
  private final int hintColor;
  private final float gap;
  private final float radius;

  KeyPainter(Context context) {
    this.context = context;
    keyColor = color(com.google.android.material.R.attr.colorSurfaceContainerLowest);
    actionColor = color(com.google.android.material.R.attr.colorSecondaryContainer);
    pressedColor = color(com.google.android.material.R.attr.colorPrimaryContainer);
    enterColor = color(com.google.android.material.R.attr.colorPrimary);
    onKey = color(com.google.android.material.R.attr.colorOnSurface);
    onAction = color(com.google.android.material.R.attr.colorOnSecondaryContainer);
    onEnter = color(com.google.android.material.R.attr.colorOnPrimary);
    hintColor = color(com.google.android.material.R.attr.colorOnSurfaceVariant);
    gap = context.getResources().getDimension(R.dimen.key_gap);
    radius = context.getResources().getDimension(R.dimen.key_radius);
    text.setTextAlign(Paint.Align.CENTER);
    text.setTypeface(Typeface.DEFAULT);
  }

  private int color(int attribute) {
    return MaterialColors.getColor(context, attribute, KeyPainter.class.getSimpleName());
  }

  void draw(Canvas canvas, KeyGrid.Cell cell, KeyboardState state, boolean pressed) {
    Key key = cell.key();
    box.set(cell.left() + gap, cell.top() + gap, cell.right() - gap, cell.bottom() - gap);
    boolean letter = key.action() == Key.Action.TYPE || key.action() == Key.Action.SPACE;
    boolean enter = key.action() == Key.Action.ENTER;
    fill.setColor(pressed ? pressedColor : letter ? keyColor : enter ? enterColor : actionColor);
    canvas.drawRoundRect(box, radius, radius, fill);
    int ink = letter || pressed ? onKey : enter ? onEnter : onAction;
    int icon = KeyText.icon(key, state);
    if (icon != 0) {
      drawIcon(canvas, icon, ink);
    } else {
      String label = KeyText.label(key, state);
      drawText(canvas, label, box.height() * (label.length() > 1 ? SMALL_LABEL : LABEL), ink);
    }
    if (key.action() == Key.Action.TYPE && !key.alternates().isEmpty()) {
      drawHint(canvas, key.alternates().get(0));
    }
  }

  /** A sign in a box of its own, as popups show it. */
  void drawSign(Canvas canvas, RectF place, String sign, boolean chosen) {
    box.set(place);
    fill.setColor(chosen ? enterColor : pressedColor);
    canvas.drawRoundRect(box, radius, radius, fill);
    drawText(canvas, sign, box.height() * (sign.length() > 1 ? SMALL_LABEL : LABEL), chosen ? onEnter : onKey);
  }

  private void drawText(Canvas canvas, String label, float size, int ink) {
    text.setColor(ink);
    text.setTextSize(size);
    float room = box.width() - 2 * gap;
    float width = text.measureText(label);
    if (width > room) {
      text.setTextSize(size * room / width);
    }
    float middle = box.centerY() - (text.ascent() + text.descent()) / 2;
    canvas.drawText(label, box.centerX(), middle, text);
  }

  /** What a long press would type first, small in the corner. */
  private void drawHint(Canvas canvas, String hint) {
    text.setColor(hintColor);
    text.setTextSize(box.height() * HINT);
    float fromEdge = Math.max(box.height() * HINT / 1.5f, gap + text.measureText(hint) / 2);
    canvas.drawText(hint, box.right - fromEdge, box.top + box.height() * HINT * 1.2f, text);
  }

  private void drawIcon(Canvas canvas, int icon, int ink) {
    Drawable drawable = AppCompatResources.getDrawable(context, icon).mutate();
    int half = Math.round(Math.min(box.width(), box.height()) * 0.26f);
    drawable.setTint(ink);
    drawable.setBounds(Math.round(box.centerX()) - half, Math.round(box.centerY()) - half,
        Math.round(box.centerX()) + half, Math.round(box.centerY()) + half);
    drawable.draw(canvas);
  }
}
