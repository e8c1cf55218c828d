package app.inkling.common;

import android.content.res.Resources;
import app.inkling.R;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Numbers as the user's language writes them. Digits that were drawn are no numbers: they stay as they are
 * drawn.
 */
public final class Figures {
  private final Resources resources;
  private final Locale locale;

  public Figures(Resources resources) {
    this.resources = resources;
    this.locale = resources.getConfiguration().getLocales().get(0);
  }

  public String whole(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /**
   * A share from 0 to 1 in whole percent; the nearly certain is not shown as certain, nor the unlikely as
   * impossible.
   */
  public String percent(float share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    int percent = Math.round(100 * share);
    if (percent == 100 && share < 1) {
      return resources.getString(R.string.percent_over, format.format(0.99));
    }
    if (percent == 0 && share > 0) {
      return resources.getString(R.string.percent_under, format.format(0.01));
    }
    return format.format(percent / 100.0);
  }
}
