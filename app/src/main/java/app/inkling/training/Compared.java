package app.inkling.training;

import android.content.res.Resources;

/** Two versions of one kind of model, compared. */
interface Compared {
  /** The same in words. */
  ComparisonPage page(Resources resources);
}
