package app.inkling.training;

import android.content.res.Resources;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import java.util.ArrayList;
import java.util.List;

/** A comparison of two versions in words. */
final class ComparisonText {
  /** So many confusions are named, the most frequent first. */
  private static final int MOST_NAMED = 8;

  private final Resources resources;
  private final Figures figures;

  ComparisonText(Resources resources) {
    this.resources = resources;
    this.figures = new Figures(resources);
  }

  String own(Comparison comparison) {
    Comparison.Score score = comparison.own();
    if (score.of() == 0) {
      return resources.getString(R.string.comparison_own_none);
    }
    return score(comparison.heldOut() ? R.string.comparison_own : R.string.comparison_own_all, score);
  }

  String general(Comparison comparison) {
    return score(R.string.comparison_general, comparison.general());
  }

  String confusions(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    for (Comparison.Confusion confusion : comparison.confusions()) {
      if (lines.size() < MOST_NAMED) {
        lines.add(resources.getString(R.string.comparison_confusion, name(confusion.meant()),
            name(confusion.read()), confusion.first(), confusion.second()));
      }
    }
    return lines.isEmpty() ? resources.getString(R.string.comparison_confusions_none)
        : String.join("\n", lines);
  }

  String apart(Comparison.Disagreement apart) {
    return resources.getString(R.string.comparison_apart_row, name(apart.drawing().correction()),
        name(apart.first()), name(apart.second()));
  }

  private String score(int sentence, Comparison.Score score) {
    String counts = resources.getString(sentence, score.first(), score.second(), score.of());
    if (score.onlyFirst() + score.onlySecond() == 0) {
      return counts + ' ' + resources.getString(R.string.comparison_same);
    }
    String only = resources.getString(R.string.comparison_only, score.onlyFirst(), score.onlySecond());
    return counts + ' ' + only + ' ' + resources.getString(R.string.comparison_chance,
        figures.percent((float) score.chance()));
  }

  private String name(int digit) {
    return digit == LabelledDrawing.NOT_A_DIGIT ? resources.getString(R.string.not_a_digit_short)
        : Integer.toString(digit);
  }
}
