package app.inkling.training;

import android.content.res.Resources;
import app.inkling.R;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A chart in words: where each line began, and where it stands. */
final class CurveText {
  private final Resources resources;

  CurveText(Resources resources) {
    this.resources = resources;
  }

  /** @param format a value as the chart shows it */
  String spoken(String title, Curve learned, Curve aside, DoubleFunction<String> format) {
    List<String> sentences = new ArrayList<>();
    add(sentences, R.string.curve_learned_spoken, learned, format);
    add(sentences, R.string.curve_aside_spoken, aside, format);
    return sentences.isEmpty() ? resources.getString(R.string.curve_none_spoken, title)
        : resources.getString(R.string.curve_spoken, title, String.join(" ", sentences));
  }

  private void add(List<String> sentences, int sentence, Curve curve, DoubleFunction<String> format) {
    if (!curve.isEmpty()) {
      sentences.add(resources.getString(sentence, format.apply(curve.first()), format.apply(curve.last()),
          Integer.toString(curve.lastStep())));
    }
  }
}
