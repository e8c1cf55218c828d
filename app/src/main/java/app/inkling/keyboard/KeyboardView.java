package app.inkling.keyboard;

import android.content.Context;
import android.graphics.Canvas;
import android.view.ViewGroup;
import android.widget.LinearLayout;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.annotation.VisibleForTesting;
import androidx.core.graphics.Insets;
import androidx.core.view.ViewCompat;
import androidx.core.view.WindowInsetsCompat;
import app.inkling.R;
import app.inkling.keyboard.Layout.Plane;
import app.inkling.suggest.Field;
import app.inkling.suggest.Offer;
import com.google.android.material.color.MaterialColors;

/**
 * A whole keyboard: the strip of words above the keys, popups above both. The same in the input method's
 * window and inside the app. Bind it to a {@link Typist}; it shows the states it is given.
 */
public final class KeyboardView extends LinearLayout {
  /** Whom the fingers work for. */
  public interface Typist {
    /** The session of the field that has the keyboard; null between fields. */
    @Nullable
    InputSession session();

    /** A key that does this was met. */
    void onTouch(Key.Action action);

    /** The next keyboard is wanted; only asked where {@link KeyboardView#offerOthers} was told of one. */
    default void switchKeyboard() {}

    /** Any other keyboard is wanted. */
    default void chooseKeyboard() {}
  }

  private final Typist typist;
  private final KeyPainter painter;
  private final StripView strip;
  private final KeysView keys;
  private Plane plane = Plane.LETTERS;
  private boolean others;
  @Nullable
  private Field field;
  @Nullable
  private SignsPopup popup;

  public KeyboardView(Context context, Typist typist) {
    super(context);
    this.typist = typist;
    this.painter = new KeyPainter(context);
    Presses presses = new Presses();
    strip = new StripView(context, presses);
    keys = new KeysView(context, painter, presses, new Popups());
    strip.setId(R.id.strip);
    keys.setId(R.id.keys);
    setOrientation(VERTICAL);
    setLayoutDirection(LAYOUT_DIRECTION_LTR);
    setMotionEventSplittingEnabled(false);
    setBackgroundColor(
        MaterialColors.getColor(this, com.google.android.material.R.attr.colorSurfaceContainerHigh));
    addView(strip, new LayoutParams(ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.WRAP_CONTENT));
    addView(keys, new LayoutParams(ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.WRAP_CONTENT));
    int side = getResources().getDimensionPixelSize(R.dimen.key_gap);
    setPadding(side, 0, side, side);
  }

  /** Keeps clear of the gesture bar and of cut-outs; for windows of the keyboard's own. */
  public void keepClearOfSystemBars() {
    int side = getPaddingLeft();
    ViewCompat.setOnApplyWindowInsetsListener(this, (view, insets) -> {
      Insets bars = insets.getInsets(
          WindowInsetsCompat.Type.navigationBars() | WindowInsetsCompat.Type.displayCutout());
      setPadding(side + bars.left, 0, side + bars.right, side + bars.bottom);
      return insets;
    });
  }

  /** A keyboard made anew in a window that stands already is told of its bars only if it asks. */
  @Override
  protected void onAttachedToWindow() {
    super.onAttachedToWindow();
    requestApplyInsets();
  }

  /** Whether there is a key for the next keyboard. */
  void offerOthers(boolean offered) {
    others = offered;
    keys.show(layout(keys.state().field()), keys.state());
  }

  private Layout layout(Field shown) {
    Layout layout = Layout.of(plane, shown.purpose());
    return others ? layout.withSwitch() : layout;
  }

  /** Shows what typing has come to; another field brings its own keys. */
  public void show(KeyboardState state) {
    if (!state.field().equals(field)) {
      field = state.field();
      plane = Layout.of(field.purpose()).plane();
    }
    // Where nothing is offered its room stays: popups need it, and the keyboard doesn't jump.
    strip.setVisibility(state.field().suggests() ? VISIBLE : plane == Plane.NUMBERS ? GONE : INVISIBLE);
    strip.show(state.offers());
    keys.show(layout(state.field()), state);
  }

  /** The field with the keyboard is another one, even if it looks the same: begin with its first plane. */
  public void startField() {
    field = null;
  }

  /** Whether something is shown above a finger. */
  @VisibleForTesting
  boolean popsUp() {
    return popup != null;
  }

  private void open(Plane next) {
    plane = next;
    keys.show(layout(keys.state().field()), keys.state());
    announceForAccessibility(getResources().getString(switch (next) {
      case LETTERS -> R.string.key_letters;
      case SYMBOLS, NUMBERS -> R.string.key_symbols;
      case MORE_SYMBOLS -> R.string.key_more_symbols;
    }));
  }

  @Override
  protected void dispatchDraw(@NonNull Canvas canvas) {
    super.dispatchDraw(canvas);
    if (popup != null) {
      canvas.save();
      canvas.translate(keys.getLeft(), 0);
      popup.draw(canvas, painter);
      canvas.restore();
    }
  }

  /** Popups lie over the strip where there is one. */
  private final class Popups implements KeysView.PopupRoom {
    @Override
    public void show(@Nullable SignsPopup shown) {
      popup = shown;
      invalidate();
    }

    @Override
    public float above() {
      return keys.getTop();
    }
  }

  /** Presses become the session's calls. */
  private final class Presses implements KeyboardListener {
    /** So many single symbols, then whole words. */
    private static final int SYMBOLS_BEFORE_WORDS = 20;
    private static final int REPEATS_PER_WORD = 4;

    @Override
    public void onKey(Key key) {
      InputSession session = typist.session();
      if (session == null) {
        return;
      }
      switch (key.action()) {
        case TYPE -> session.type(key.text());
        case SPACE -> {
          session.space();
          backToLetters();
        }
        case SHIFT -> session.pressShift();
        case DELETE -> session.backspace();
        case ENTER -> session.enter();
        case SWITCH -> typist.switchKeyboard();
        case LETTERS -> open(Plane.LETTERS);
        case SYMBOLS -> open(Plane.SYMBOLS);
        case MORE_SYMBOLS -> open(Plane.MORE_SYMBOLS);
      }
    }

    /** After a sign and a space one goes on with letters. */
    private void backToLetters() {
      if (plane == Plane.SYMBOLS || plane == Plane.MORE_SYMBOLS) {
        open(Plane.LETTERS);
      }
    }

    @Override
    public void onAlternate(String text) {
      if (typist.session() != null) {
        typist.session().type(text);
      }
    }

    @Override
    public void onDeleteHeld(int times) {
      InputSession session = typist.session();
      if (session == null) {
        return;
      }
      if (times <= SYMBOLS_BEFORE_WORDS) {
        session.backspace();
      } else if (times % REPEATS_PER_WORD == 0) {
        session.deleteWord();
      }
    }

    @Override
    public void onSwitchHeld() {
      typist.chooseKeyboard();
    }

    @Override
    public void onSlide(int characters) {
      if (typist.session() != null) {
        typist.session().moveCursor(characters);
      }
    }

    @Override
    public void onTouch(Key key) {
      typist.onTouch(key.action());
    }

    @Override
    public void onOffer(Offer offer) {
      if (typist.session() != null) {
        typist.onTouch(Key.Action.TYPE);
        typist.session().accept(offer);
      }
    }

    @Override
    public void onOfferHeld(Offer offer) {
      typist.onTouch(Key.Action.TYPE);
      strip.askToForget(offer);
    }

    @Override
    public void onForget(Offer offer) {
      if (typist.session() != null) {
        typist.session().forget(offer);
      }
    }

    @Override
    public void onForgetDeclined() {
      strip.show(keys.state().offers());
    }
  }
}
