package app.inkling.engines;

import app.inkling.data.StoredDrawing;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.digits.Evidence;
import app.inkling.mllib.digits.personal.DigitMemory;
import app.inkling.mllib.digits.personal.OwnDrawing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps a {@link DigitMemory} in line with the drawings that the user named. Compute thread only. */
final class TaughtMemory {
  /** New drawings seen in one go: a few milliseconds' work. */
  private static final int AT_ONCE = 4;

  private final DigitMemory memory;
  private final Map<UUID, OwnDrawing> known = new HashMap<>();

  TaughtMemory(DigitModel model) {
    memory = new DigitMemory(model);
  }

  Evidence evidence() {
    return memory;
  }

  /**
   * Forgets what is no longer named and remembers some of what is new.
   *
   * @return whether there is more to remember
   */
  boolean follow(List<StoredDrawing> named) {
    Set<UUID> gone = new HashSet<>(known.keySet());
    int remembered = 0;
    for (StoredDrawing drawing : named) {
      if (drawing.ink() == null || drawing.ink().isEmpty() || drawing.correction() == null) {
        continue;
      }
      OwnDrawing own = new OwnDrawing(
          UUID.fromString(drawing.id()), drawing.correction(), drawing.ink(), drawing.heldOut());
      gone.remove(own.id());
      if (!same(own, known.get(own.id()))) {
        if (remembered == AT_ONCE) {
          return true;
        }
        memory.remember(own);
        known.put(own.id(), own);
        remembered++;
      }
    }
    gone.forEach(id -> {
      memory.forget(id);
      known.remove(id);
    });
    return false;
  }

  private static boolean same(OwnDrawing one, OwnDrawing other) {
    return other != null && one.sample().equals(other.sample());
  }
}
