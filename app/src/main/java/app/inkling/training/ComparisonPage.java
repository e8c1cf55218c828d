package app.inkling.training;

import androidx.annotation.Nullable;
import app.inkling.mllib.data.stroke.Drawing;
import java.util.List;

/**
 * What the Comparison screen says, whatever is compared.
 *
 * @param right what both got right, first of the user's own, then of other people's
 * @param more one figure more, under its own title
 * @param apart what only one of them got right, one by one
 */
record ComparisonPage(String rightTitle, String right, String general, String moreTitle, String more,
    String apartTitle, List<Row> apart) {
  /** @param ink drawn beside the text; null where there is nothing to draw */
  record Row(@Nullable Drawing ink, String text) {}
}
