package app.inkling.training;

import app.inkling.data.Learning;
import app.inkling.data.NamedDrawings;
import app.inkling.mllib.digits.personal.DigitSessions;

/** How many drawings a session needs to teach and to be judged. */
final class TeachingNeeds {
  private TeachingNeeds() {}

  static boolean met(Learning learning) {
    return DigitSessions.ready(learning.teaching(), heldOut(learning));
  }

  /** How many more named drawings would do, if none of them is set aside. */
  static int missing(Learning learning) {
    int more = 0;
    while (!DigitSessions.ready(learning.teaching() + more, heldOut(learning))) {
      more++;
    }
    return more;
  }

  private static int heldOut(Learning learning) {
    return learning.named().stream().mapToInt(NamedDrawings::heldOut).sum();
  }
}
