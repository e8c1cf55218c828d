package app.inkling.keyboard;

import android.content.Context;
import android.graphics.Typeface;
import android.text.TextUtils;
import android.view.Gravity;
import android.view.View;
import android.widget.LinearLayout;
import androidx.appcompat.widget.AppCompatTextView;
import androidx.core.view.ViewCompat;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat.AccessibilityActionCompat;
import app.inkling.R;
import app.inkling.suggest.Offer;
import com.google.android.material.color.MaterialColors;
import java.util.ArrayList;
import java.util.List;

/** Three places for words above the keys: the likeliest in the middle. Blank places stay, so nothing jumps. */
final class StripView extends LinearLayout {
  /** Where the likeliest, the second and the third stand. */
  private static final int[] PLACES = {1, 0, 2};

  private final KeyboardListener listener;
  private final List<AppCompatTextView> slots = new ArrayList<>();

  StripView(Context context, KeyboardListener listener) {
    super(context);
    this.listener = listener;
    setOrientation(HORIZONTAL);
    setMinimumHeight(getResources().getDimensionPixelSize(R.dimen.strip_height));
    for (int i = 0; i < PLACES.length; i++) {
      AppCompatTextView slot = slot(context);
      slots.add(slot);
      addView(slot, new LayoutParams(0, LayoutParams.MATCH_PARENT, 1));
    }
    show(List.of());
  }

  private static AppCompatTextView slot(Context context) {
    AppCompatTextView slot = new AppCompatTextView(context);
    slot.setTextAppearance(com.google.android.material.R.style.TextAppearance_Material3_TitleMedium);
    slot.setTextColor(MaterialColors.getColor(slot, com.google.android.material.R.attr.colorOnSurface));
    slot.setGravity(Gravity.CENTER);
    slot.setSingleLine();
    slot.setEllipsize(TextUtils.TruncateAt.MIDDLE);
    int side = context.getResources().getDimensionPixelSize(R.dimen.key_gap) * 2;
    slot.setPadding(side, side, side, side);
    slot.setMinHeight(context.getResources().getDimensionPixelSize(R.dimen.strip_height));
    slot.setBackgroundResource(R.drawable.strip_slot);
    return slot;
  }

  void show(List<Offer> offers) {
    for (int rank = 0; rank < PLACES.length; rank++) {
      AppCompatTextView slot = slots.get(PLACES[rank]);
      if (rank < offers.size()) {
        fill(slot, offers.get(rank));
      } else {
        clear(slot);
      }
    }
  }

  /** Asks, in the strip itself, whether a word is to be forgotten; the next change of the field takes it back. */
  void askToForget(Offer offer) {
    show(List.of());
    AppCompatTextView question = slots.get(0);
    question.setText(getResources().getString(R.string.forget_question, offer.word()));
    question.setImportantForAccessibility(View.IMPORTANT_FOR_ACCESSIBILITY_YES);
    answer(slots.get(1), R.string.forget_yes, () -> listener.onForget(offer));
    answer(slots.get(2), R.string.forget_no, listener::onForgetDeclined);
    question.announceForAccessibility(question.getText());
  }

  private static void answer(AppCompatTextView slot, int label, Runnable action) {
    slot.setText(label);
    slot.setContentDescription(null);
    slot.setTypeface(null, Typeface.BOLD);
    slot.setEnabled(true);
    slot.setOnClickListener(clicked -> action.run());
    slot.setImportantForAccessibility(View.IMPORTANT_FOR_ACCESSIBILITY_YES);
  }

  private void fill(AppCompatTextView slot, Offer offer) {
    slot.setText(offer.word());
    slot.setContentDescription(getResources().getString(
        offer.kind() == Offer.Kind.CORRECTION ? R.string.offer_correction : R.string.offer_word, offer.word()));
    slot.setTypeface(null, offer.sure() ? Typeface.BOLD : Typeface.NORMAL);
    slot.setOnClickListener(clicked -> listener.onOffer(offer));
    slot.setOnLongClickListener(held -> {
      listener.onOfferHeld(offer);
      return true;
    });
    ViewCompat.replaceAccessibilityAction(slot, AccessibilityActionCompat.ACTION_LONG_CLICK,
        getResources().getString(R.string.offer_forget), null);
    slot.setEnabled(true);
    slot.setImportantForAccessibility(View.IMPORTANT_FOR_ACCESSIBILITY_YES);
  }

  private static void clear(AppCompatTextView slot) {
    slot.setText("");
    slot.setContentDescription(null);
    slot.setOnClickListener(null);
    slot.setOnLongClickListener(null);
    slot.setClickable(false);
    slot.setLongClickable(false);
    slot.setEnabled(false);
    slot.setImportantForAccessibility(View.IMPORTANT_FOR_ACCESSIBILITY_NO);
  }
}
