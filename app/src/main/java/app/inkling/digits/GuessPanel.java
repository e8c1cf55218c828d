package app.inkling.digits;

import android.util.TypedValue;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.engines.RecognizerStatus;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import app.inkling.mllib.digits.DigitGuess;
import com.google.android.material.color.MaterialColors;
import com.google.android.material.progressindicator.LinearProgressIndicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shows a guess: the digit as one large figure, how sure it is, and the likeliest three as bars. What is seen
 * is also said: the panel is one live region, and speaks when the finger is lifted, not while it draws.
 */
final class GuessPanel {
  private static final int BARS = 3;

  /** A number of so many figures still fits beside its caption. */
  private static final int LONGEST_AT_FULL_SIZE = 2;

  private final View content;
  private final TextView figure;
  private final TextView caption;
  private final ViewGroup bars;
  private final Figures figures;
  private final float figureSize;

  GuessPanel(View root) {
    content = root.findViewById(R.id.guess_content);
    figure = root.findViewById(R.id.figure);
    caption = root.findViewById(R.id.caption);
    bars = root.findViewById(R.id.bars);
    figures = new Figures(root.getResources());
    figureSize = root.getResources().getDimension(R.dimen.figure);
    for (int i = 0; i < BARS; i++) {
      LayoutInflater.from(root.getContext()).inflate(R.layout.guess_bar, bars, true);
    }
  }

  void show(DrawState state) {
    if (state.guess() == null || state.guess().refusal() == DigitGuess.Refusal.BLANK) {
      say("", nothingRead(state), List.of(), true);
    } else if (state.correction() != null) {
      showNamed(state, state.correction());
    } else if (state.number() != null) {
      showNumber(state);
    } else if (state.guess().refused()) {
      say(text(R.string.guess_none_figure), refused(state.guess().refusal()), List.of(), state.settled());
    } else {
      showGuess(state);
    }
  }

  /** Several digits: one large number, made smaller the longer it is. */
  private void showNumber(DrawState state) {
    say(state.number(), text(R.string.guess_number), List.of(), false);
    figure.setTextSize(TypedValue.COMPLEX_UNIT_PX,
        figureSize * Math.min(1, LONGEST_AT_FULL_SIZE / (float) state.number().length()));
    if (state.settled()) {
      content.setContentDescription(text(R.string.guess_number_spoken, state.number()));
    }
  }

  private void showGuess(DrawState state) {
    DigitGuess guess = state.guess();
    List<Integer> likeliest = likeliest(guess);
    String sure = text(R.string.guess_sure, figures.percent(guess.confidence()));
    say(Integer.toString(guess.digit()), sure, likeliest, false);
    showBars(guess, likeliest);
    if (state.settled()) {
      content.setContentDescription(text(R.string.guess_spoken,
          likeliest.get(0).toString(), figures.percent(guess.probability(likeliest.get(0))),
          likeliest.get(1).toString(), figures.percent(guess.probability(likeliest.get(1))),
          likeliest.get(2).toString(), figures.percent(guess.probability(likeliest.get(2)))));
    }
  }

  private void showNamed(DrawState state, int named) {
    boolean digit = named != LabelledDrawing.NOT_A_DIGIT;
    String name = digit ? Integer.toString(named) : text(R.string.not_a_digit_short);
    DigitGuess guess = state.guess();
    List<Integer> shown = guess.refused() ? List.of() : likeliest(guess);
    say(digit ? name : text(R.string.guess_none_figure), text(R.string.guess_named, name), shown, true);
    showBars(guess, shown);
  }

  private void say(String figureText, String captionText, List<Integer> shownBars, boolean speak) {
    figure.setText(figureText);
    figure.setTextSize(TypedValue.COMPLEX_UNIT_PX, figureSize);
    figure.setVisibility(figureText.isEmpty() ? View.GONE : View.VISIBLE);
    caption.setText(captionText);
    bars.setVisibility(shownBars.isEmpty() ? View.GONE : View.VISIBLE);
    if (speak) {
      content.setContentDescription(captionText);
    }
  }

  private String nothingRead(DrawState state) {
    if (state.recognizer() instanceof RecognizerStatus.Failed failed) {
      return text(R.string.guess_failed, failed.reason());
    }
    return text(state.recognizer() instanceof RecognizerStatus.Starting && !state.blank()
        ? R.string.guess_starting : R.string.guess_waiting);
  }

  private String refused(DigitGuess.Refusal refusal) {
    if (refusal == DigitGuess.Refusal.TOO_SMALL) {
      return text(R.string.guess_refused_small);
    }
    return text(R.string.guess_refused) + '\n' + text(R.string.guess_refused_help);
  }

  private void showBars(DigitGuess guess, List<Integer> digits) {
    for (int i = 0; i < digits.size(); i++) {
      View bar = bars.getChildAt(i);
      float share = guess.probability(digits.get(i));
      ((TextView) bar.findViewById(R.id.bar_digit)).setText(digits.get(i).toString());
      ((TextView) bar.findViewById(R.id.bar_percent)).setText(figures.percent(share));
      LinearProgressIndicator fill = bar.findViewById(R.id.bar_fill);
      fill.setProgressCompat(Math.round(fill.getMax() * share), false);
      fill.setIndicatorColor(MaterialColors.getColor(fill, i == 0
          ? androidx.appcompat.R.attr.colorPrimary : com.google.android.material.R.attr.colorOutline));
    }
  }

  private static List<Integer> likeliest(DigitGuess guess) {
    List<Integer> digits = new ArrayList<>();
    for (int digit = 0; digit < 10; digit++) {
      digits.add(digit);
    }
    digits.sort(Comparator.comparingDouble(digit -> -guess.probability(digit)));
    return digits.subList(0, BARS);
  }

  private String text(int id, Object... arguments) {
    return content.getResources().getString(id, arguments);
  }
}
