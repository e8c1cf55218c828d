package app.inkling.training;

import androidx.annotation.Nullable;
import app.inkling.mllib.train.session.Change;
import app.inkling.mllib.train.session.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a session as the database keeps them.
 *
 * @param changes what it changed, meaning by meaning
 */
record SessionFigures(Verdict verdict, List<Change> changes) {
  private static final String CHANGE = "change_";

  /** Reads what {@link VersionRows#figures} wrote; null when that is not what the text holds. */
  @Nullable
  static SessionFigures parse(String text) {
    Map<String, String> values = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    try {
      for (String line : text.split("\n")) {
        int equals = line.indexOf('=');
        String name = line.substring(0, equals);
        String value = line.substring(equals + 1);
        values.put(name, value);
        if (name.startsWith(CHANGE)) {
          String[] counts = value.split(" ");
          changes.add(new Change(name.substring(CHANGE.length()), Integer.parseInt(counts[0]),
              Integer.parseInt(counts[1]), Integer.parseInt(counts[2])));
        }
      }
      return new SessionFigures(new Verdict(Verdict.Reason.valueOf(values.get("reason")),
          whole(values, "judged"), number(values, "loss_before"), number(values, "loss_after"),
          whole(values, "right_before"), whole(values, "right_after"), whole(values, "asked"),
          number(values, "general_before"), number(values, "general_after"), number(values, "probability")),
          changes);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
      return null;
    }
  }

  /** The digit that gained most, if one did. */
  @Nullable
  Change greatestGain() {
    Change best = null;
    for (Change change : changes) {
      int gain = change.after() - change.before();
      if (gain > 0 && (best == null || gain > best.after() - best.before())) {
        best = change;
      }
    }
    return best;
  }

  private static int whole(Map<String, String> values, String name) {
    return Integer.parseInt(values.get(name));
  }

  private static double number(Map<String, String> values, String name) {
    return Double.parseDouble(values.get(name));
  }
}
