package app.inkling.training;

import android.content.res.Resources;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.mllib.train.session.Paired;

/** What two versions got right, in words. */
final class PairedText {
  private final Resources resources;
  private final Figures figures;
  private final int only;

  /** @param only a sentence of what only the first and only the second got right */
  PairedText(Resources resources, int only) {
    this.resources = resources;
    this.figures = new Figures(resources);
    this.only = only;
  }

  /** @param sentence with places for both counts and for how many were asked */
  String counts(int sentence, Paired paired) {
    return resources.getString(sentence, paired.first(), paired.second(), paired.of());
  }

  /** The same, with how far chance could account for it. */
  String score(int sentence, Paired paired) {
    String counts = counts(sentence, paired);
    if (paired.onlyFirst() + paired.onlySecond() == 0) {
      return counts + ' ' + resources.getString(R.string.comparison_same);
    }
    return counts + ' ' + resources.getString(only, paired.onlyFirst(), paired.onlySecond()) + ' '
        + resources.getString(R.string.comparison_chance, figures.percent((float) paired.chance()));
  }
}
