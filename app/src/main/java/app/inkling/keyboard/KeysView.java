package app.inkling.keyboard;

import android.content.Context;
import android.graphics.Canvas;
import android.view.MotionEvent;
import android.view.View;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.core.view.ViewCompat;
import app.inkling.R;

/** The keys of one layout: draws them and turns touches into presses. For TalkBack each key is a button. */
final class KeysView extends View implements Fingers.Screen {
  /** Where popups are drawn: above the keys, beyond this view's edge. */
  interface PopupRoom {
    void show(@Nullable SignsPopup popup);

    /** How far above the keys the room begins, in pixels. */
    float above();
  }

  private final KeyPainter painter;
  private final KeyboardListener listener;
  private final PopupRoom popups;
  private final Fingers fingers;
  private final KeyExplorer explorer;
  private final int rowHeight;

  private Layout layout;
  private KeyboardState state = KeyboardState.BLANK;
  private KeyGrid grid;
  @Nullable
  private KeyGrid.Cell pressed;
  @Nullable
  private SignsPopup choice;

  KeysView(Context context, KeyPainter painter, KeyboardListener listener, PopupRoom popups) {
    super(context);
    this.painter = painter;
    this.listener = listener;
    this.popups = popups;
    this.fingers = new Fingers(this, listener, getResources().getDimension(R.dimen.slide_step));
    this.rowHeight = getResources().getDimensionPixelSize(R.dimen.key_row);
    this.layout = Layout.of(state.field().purpose());
    this.grid = new KeyGrid(layout, 1, 1);
    this.explorer = new KeyExplorer(this);
    setContentDescription(getResources().getString(R.string.keyboard_spoken));
    ViewCompat.setAccessibilityDelegate(this, explorer);
  }

  void show(Layout newLayout, KeyboardState newState) {
    boolean moved = !newLayout.equals(layout);
    layout = newLayout;
    state = newState;
    if (moved) {
      fingers.cancel();
      grid = new KeyGrid(layout, Math.max(1, getWidth()), Math.max(1, getHeight()));
      requestLayout();
    }
    explorer.invalidateRoot();
    invalidate();
  }

  KeyboardState state() {
    return state;
  }

  void press(Key key) {
    listener.onTouch(key);
    listener.onKey(key);
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    setMeasuredDimension(MeasureSpec.getSize(widthSpec), rowHeight * layout.rows().size());
  }

  @Override
  protected void onSizeChanged(int width, int height, int oldWidth, int oldHeight) {
    grid = new KeyGrid(layout, Math.max(1, width), Math.max(1, height));
    explorer.invalidateRoot();
  }

  @Override
  protected void onDraw(@NonNull Canvas canvas) {
    for (KeyGrid.Cell cell : grid.cells()) {
      painter.draw(canvas, cell, state, cell == pressed);
    }
  }

  @Override
  public boolean onTouchEvent(MotionEvent event) {
    fingers.onTouch(event);
    return true;
  }

  @Override
  protected boolean dispatchHoverEvent(MotionEvent event) {
    return explorer.dispatchHoverEvent(event) || super.dispatchHoverEvent(event);
  }

  @Override
  protected void onDetachedFromWindow() {
    fingers.cancel();
    super.onDetachedFromWindow();
  }

  @Override
  public KeyGrid grid() {
    return grid;
  }

  /** Only signs pop up, and none where somebody might look over the shoulder. */
  @Override
  public void showPressed(@Nullable KeyGrid.Cell cell) {
    pressed = cell;
    boolean shown = cell != null && cell.key().action() == Key.Action.TYPE
        && !state.field().purpose().hidden();
    popups.show(!shown ? null
        : SignsPopup.preview(KeyText.label(cell.key(), state), cell, popups.above(), getWidth()));
    invalidate();
  }

  @Override
  public boolean openAlternates(KeyGrid.Cell cell) {
    if (cell.key().alternates().isEmpty()) {
      return false;
    }
    choice = SignsPopup.choice(Fingers.alternates(cell.key(), state.shift()), cell, popups.above(), getWidth());
    choice.moveTo((cell.left() + cell.right()) / 2);
    popups.show(choice);
    return true;
  }

  @Override
  public void moveAlternates(float x, float y) {
    choice.moveTo(x);
    popups.show(choice);
  }

  @Nullable
  @Override
  public String closeAlternates() {
    String chosen = choice.chosen();
    choice = null;
    return chosen;
  }
}
