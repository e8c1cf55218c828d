package app.inkling.mllib.train.session;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that decides what a session makes of a model, written down before it starts: the same plan on the same
 * parent and samples gives the same bytes on every machine. Kept with the version that comes of it: it is the
 * version's provenance.
 *
 * @param kind of model, such as {@code digits}
 * @param parent the version that is trained further
 * @param parentModel SHA-256 of the parent's model file
 * @param depth how much of the model changes
 * @param seed of everything random
 * @param steps updates of each round; recorded, so that a replay without a sample makes as many
 * @param folds 0 when the held-out samples suffice to judge; else the session trains so many times more, each
 *     time without one part of the training samples and judges by that part
 * @param kernels name of the arithmetic
 * @param created when it was planned, milliseconds since 1970
 * @param training samples to learn from, in an order that stays
 * @param heldOut samples that measure and never train
 */
public record SessionPlan(String kind, UUID parent, String parentModel, Depth depth, long seed, long steps,
    int folds,
    String kernels, long created, List<Sample> training, List<Sample> heldOut) {
  private static final String SETTINGS = "settings";
  private static final String TRAINING = "training";
  private static final String HELD_OUT = "held_out";

  public SessionPlan {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
    if (steps < 1 || folds < 0 || folds == 1) {
      throw new IllegalArgumentException("SessionPlan: " + steps + " steps and " + folds
          + " folds; wants at least 1 step, and either no folds or at least 2");
    }
  }

  /** Rounds of training: one for each fold, then the one that makes the new version. */
  public int rounds() {
    return folds + 1;
  }

  /** Updates of all rounds together. */
  public long allSteps() {
    return rounds() * steps;
  }

  /** Whether any of these samples is learned from or measured by. */
  public boolean uses(Set<UUID> samples) {
    return training.stream().anyMatch(sample -> samples.contains(sample.id()))
        || heldOut.stream().anyMatch(sample -> samples.contains(sample.id()));
  }

  /** The plan as it would have been had these samples never been there. */
  public SessionPlan without(Set<UUID> samples) {
    return new SessionPlan(kind, parent, parentModel, depth, seed, steps, folds, kernels, created,
        remaining(training, samples), remaining(heldOut, samples));
  }

  private static List<Sample> remaining(List<Sample> all, Set<UUID> without) {
    List<Sample> remaining = new ArrayList<>(all);
    remaining.removeIf(sample -> without.contains(sample.id()));
    return remaining;
  }

  /** The same plan for another parent. */
  public SessionPlan onto(UUID newParent, String newParentModel) {
    return new SessionPlan(kind, newParent, newParentModel, depth, seed, steps, folds, kernels, created,
        training, heldOut);
  }

  /** A checkpoint's bytes; the same plan gives the same. */
  public byte[] toBytes() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("kind", kind);
    settings.put("parent", parent.toString());
    settings.put("parent_model", parentModel);
    settings.put("depth", depth.name());
    settings.put("seed", Long.toString(seed));
    settings.put("steps", Long.toString(steps));
    settings.put("folds", Integer.toString(folds));
    settings.put("kernels", kernels);
    settings.put("created", Long.toString(created));
    return new Checkpoint().with(SETTINGS, Section.settings(settings)).with(TRAINING, lines(training))
        .with(HELD_OUT, lines(heldOut)).toBytes();
  }

  /** @throws FormatException these bytes are no plan, or damaged */
  public static SessionPlan fromBytes(String source, byte[] bytes) throws FormatException {
    Checkpoint saved = Checkpoint.fromBytes(source, bytes);
    Map<String, String> settings = Section.settings(saved, SETTINGS);
    try {
      return new SessionPlan(settings.get("kind"), UUID.fromString(settings.get("parent")),
          settings.get("parent_model"),
          Depth.valueOf(settings.get("depth")), Long.parseLong(settings.get("seed")),
          Long.parseLong(settings.get("steps")), Integer.parseInt(settings.get("folds")),
          settings.get("kernels"),
          Long.parseLong(settings.get("created")), samples(saved, TRAINING), samples(saved, HELD_OUT));
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new FormatException(source, "a session's plan", "settings " + settings);
    }
  }

  private static byte[] lines(List<Sample> samples) {
    StringBuilder lines = new StringBuilder();
    for (Sample sample : samples) {
      lines.append(sample.id()).append('\t').append(sample.target()).append('\t').append(sample.checksum())
          .append('\n');
    }
    return Section.text(lines.toString());
  }

  private static List<Sample> samples(Checkpoint saved, String section) throws FormatException {
    List<Sample> samples = new ArrayList<>();
    String text = Section.text(saved, section);
    for (String line : text.isEmpty() ? new String[0] : text.split("\n")) {
      String[] columns = line.split("\t", -1);
      if (columns.length != 3) {
        throw new FormatException(saved.source() + ", section \"" + section + "\"", "id, target and checksum",
            line);
      }
      samples.add(new Sample(UUID.fromString(columns[0]), columns[1], columns[2]));
    }
    return samples;
  }
}
