package app.inkling.training;

import app.inkling.data.Learning;
import app.inkling.data.ModelVersionRow;
import app.inkling.mllib.digits.personal.DigitSessions;
import app.inkling.mllib.suggest.learning.WordSessions;

/** How many drawings or sentences a session needs to teach and to be judged. */
final class TeachingNeeds {
  private TeachingNeeds() {}

  static boolean met(String kind, Learning learning) {
    return met(kind, learning, 0);
  }

  private static boolean met(String kind, Learning learning, int more) {
    int teaching = learning.teaching() + more;
    return kind.equals(ModelVersionRow.WORDS) ? WordSessions.ready(teaching)
        : DigitSessions.ready(teaching, learning.heldOut());
  }

  /** How many more would do, if none of them is set aside. */
  static int missing(String kind, Learning learning) {
    int more = 0;
    while (!met(kind, learning, more)) {
      more++;
    }
    return more;
  }
}
