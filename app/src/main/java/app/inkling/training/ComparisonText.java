package app.inkling.training;

import android.content.res.Resources;
import app.inkling.R;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import java.util.ArrayList;
import java.util.List;

/** A comparison of two versions in words. */
final class ComparisonText {
  /** So many confusions are named, the most frequent first. */
  private static final int MOST_NAMED = 8;

  private final Resources resources;
  private final PairedText paired;

  ComparisonText(Resources resources) {
    this.resources = resources;
    this.paired = new PairedText(resources, R.string.comparison_only);
  }

  ComparisonPage page(Comparison comparison) {
    List<ComparisonPage.Row> rows = new ArrayList<>();
    for (Comparison.Disagreement each : comparison.apart()) {
      rows.add(new ComparisonPage.Row(each.drawing().ink(), apart(each)));
    }
    return new ComparisonPage(resources.getString(R.string.comparison_right), own(comparison),
        general(comparison), resources.getString(R.string.comparison_confusions), confusions(comparison),
        resources.getQuantityString(R.plurals.comparison_apart, rows.size(), rows.size()), rows);
  }

  String own(Comparison comparison) {
    if (comparison.own().of() == 0) {
      return resources.getString(R.string.comparison_own_none);
    }
    return paired.score(comparison.heldOut() ? R.string.comparison_own : R.string.comparison_own_all,
        comparison.own());
  }

  String general(Comparison comparison) {
    return paired.score(R.string.comparison_general, comparison.general());
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

  private String apart(Comparison.Disagreement apart) {
    return resources.getString(R.string.comparison_apart_row, name(apart.drawing().correction()),
        name(apart.first()), name(apart.second()));
  }

  private String name(int digit) {
    return digit == LabelledDrawing.NOT_A_DIGIT ? resources.getString(R.string.not_a_digit_short)
        : Integer.toString(digit);
  }
}
