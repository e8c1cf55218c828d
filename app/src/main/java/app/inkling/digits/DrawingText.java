package app.inkling.digits;

import android.content.res.Resources;
import android.text.format.DateUtils;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.data.StoredDrawing;
import app.inkling.mllib.data.stroke.LabelledDrawing;
import java.util.ArrayList;
import java.util.List;

/** A stored drawing in words. */
final class DrawingText {
  private final Resources resources;
  private final Figures figures;

  DrawingText(Resources resources) {
    this.resources = resources;
    this.figures = new Figures(resources);
  }

  /** What it is: what the user said if they said anything, else what was read. */
  String title(StoredDrawing drawing) {
    return drawing.correction() == null ? read(drawing) : resources.getString(R.string.guess_named,
        drawing.correction() == LabelledDrawing.NOT_A_DIGIT
            ? resources.getString(R.string.not_a_digit_short) : drawing.correction().toString());
  }

  /** What was read if the title says something else, when it was drawn, and by which model it was read. */
  String detail(StoredDrawing drawing, long now) {
    List<String> parts = new ArrayList<>();
    if (drawing.ink() == null) {
      parts.add(resources.getString(R.string.history_unreadable));
    }
    if (drawing.correction() != null) {
      parts.add(read(drawing));
    }
    parts.add(when(drawing.created(), now));
    if (drawing.guess() != null && drawing.guess().modelVersion() != null) {
      parts.add(resources.getString(R.string.history_version, shortId(drawing.guess().modelVersion())));
    }
    return String.join(resources.getString(R.string.list_separator), parts);
  }

  private String when(long created, long now) {
    return now - created < DateUtils.MINUTE_IN_MILLIS ? resources.getString(R.string.just_now)
        : DateUtils.getRelativeTimeSpanString(
            created, now, DateUtils.MINUTE_IN_MILLIS, DateUtils.FORMAT_ABBREV_RELATIVE).toString();
  }

  /** The first eight characters of a UUID: enough to tell versions apart. */
  static String shortId(String id) {
    return id.substring(0, Math.min(8, id.length()));
  }

  private String read(StoredDrawing drawing) {
    StoredDrawing.Guess guess = drawing.guess();
    if (guess == null) {
      return resources.getString(R.string.history_unread);
    }
    return guess.refused() ? resources.getString(R.string.history_refused)
        : resources.getString(R.string.history_read,
            Integer.toString(guess.digit()), figures.percent(guess.confidence()));
  }
}
