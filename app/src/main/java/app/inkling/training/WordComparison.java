package app.inkling.training;

import android.content.res.Resources;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.mllib.suggest.learning.NetworkComparison;
import app.inkling.mllib.train.session.Paired;
import java.util.ArrayList;
import java.util.List;

/**
 * Two versions of the keyboard's network predict the same words.
 *
 * @param own on what the user wrote and neither learned from
 * @param general among three, on general text
 */
record WordComparison(NetworkComparison own, Paired general) implements Compared {
  /** So many words before one tell enough of its place. */
  private static final int CONTEXT = 5;

  @Override
  public ComparisonPage page(Resources resources) {
    boolean any = own.top3().of() > 0;
    PairedText paired = new PairedText(resources, R.string.comparison_words_only);
    return new ComparisonPage(resources.getString(R.string.comparison_words_right),
        !any ? resources.getString(R.string.comparison_words_none)
            : paired.score(R.string.comparison_words_own, own.top3()) + '\n'
                + paired.counts(R.string.comparison_words_likeliest, own.top1()),
        paired.score(R.string.comparison_words_general, general),
        resources.getString(R.string.comparison_words_perplexity),
        !any ? resources.getString(R.string.comparison_words_no_perplexity) : perplexity(resources),
        resources.getQuantityString(R.plurals.comparison_words_apart, own.apart().size(), own.apart().size()),
        rows(resources));
  }

  private String perplexity(Resources resources) {
    Figures figures = new Figures(resources);
    return resources.getString(R.string.comparison_words_perplexities,
        figures.whole(Math.round(own.firstPerplexity())), figures.whole(Math.round(own.secondPerplexity())));
  }

  private List<ComparisonPage.Row> rows(Resources resources) {
    List<ComparisonPage.Row> rows = new ArrayList<>();
    for (NetworkComparison.Found found : own.apart()) {
      List<String> before = found.before();
      String place = before.isEmpty() ? resources.getString(R.string.comparison_words_at_start)
          : resources.getString(R.string.comparison_words_after,
              String.join(" ", before.subList(Math.max(0, before.size() - CONTEXT), before.size())));
      rows.add(new ComparisonPage.Row(null, resources.getString(found.byFirst()
          ? R.string.comparison_words_first : R.string.comparison_words_second, place, found.word())));
    }
    return rows;
  }
}
