package app.inkling.mllib.train.session;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.train.Checkpoint;
import app.inkling.mllib.train.Section;
import app.inkling.mllib.train.session.Verdict.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A model that came with the app or out of a session, accepted or rejected, and how it came about.
 *
 * @param id follows from plan and model: the same session ends in the same version
 * @param kind of model, such as {@code digits}
 * @param model SHA-256 of its model file, which {@link SessionStore#model} reads
 * @param plan of the session that made it; none for a factory model, the root of a tree
 * @param verdict of the gate; none for a factory model
 * @param changes what the session changed for each meaning
 */
public record Version(UUID id, String kind, String model, Optional<SessionPlan> plan,
    Optional<Verdict> verdict,
    List<Change> changes) {
  private static final String VERSION = "version";
  private static final String PLAN = "plan";
  private static final String CHANGES = "changes";

  public Version {
    changes = List.copyOf(changes);
  }

  /** A model that came with the app. */
  public static Version factory(String kind, String model) {
    return new Version(idOf(kind + ' ' + model, new byte[0]), kind, model, Optional.empty(), Optional.empty(),
        List.of());
  }

  /** What a session made. */
  public static Version of(SessionPlan plan, String model, Verdict verdict, List<Change> changes) {
    return new Version(idOf(plan.kind() + ' ' + model + ' ', plan.toBytes()), plan.kind(), model,
        Optional.of(plan),
        Optional.of(verdict), changes);
  }

  private static UUID idOf(String text, byte[] plan) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] first = text.getBytes(StandardCharsets.UTF_8);
    bytes.write(first, 0, first.length);
    bytes.write(plan, 0, plan.length);
    return UUID.nameUUIDFromBytes(bytes.toByteArray());
  }

  /** The version it was trained from; none for a factory model. */
  public Optional<UUID> parent() {
    return plan.map(SessionPlan::parent);
  }

  /** Whether it may be used: a factory model, or accepted. */
  public boolean usable() {
    return verdict.map(Verdict::accepted).orElse(true);
  }

  byte[] toBytes() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("id", id.toString());
    settings.put("kind", kind);
    settings.put("model", model);
    verdict.ifPresent(v -> {
      settings.put("reason", v.reason().name());
      settings.put("judged", Integer.toString(v.judged()));
      settings.put("loss_before", Double.toString(v.lossBefore()));
      settings.put("loss_after", Double.toString(v.lossAfter()));
      settings.put("right_before", Integer.toString(v.rightBefore()));
      settings.put("right_after", Integer.toString(v.rightAfter()));
      settings.put("asked", Integer.toString(v.asked()));
      settings.put("general_before", Double.toString(v.generalBefore()));
      settings.put("general_after", Double.toString(v.generalAfter()));
      settings.put("probability", Double.toString(v.probability()));
    });
    StringBuilder lines = new StringBuilder();
    for (Change change : changes) {
      lines.append(change.target()).append('\t').append(change.before()).append('\t').append(change.after())
          .append('\t')
          .append(change.of()).append('\n');
    }
    Checkpoint bytes = new Checkpoint().with(VERSION, Section.settings(settings))
        .with(CHANGES, Section.text(lines.toString()));
    return (plan.isPresent() ? bytes.with(PLAN, plan.get().toBytes()) : bytes).toBytes();
  }

  static Version fromBytes(String source, byte[] bytes) throws FormatException {
    Checkpoint saved = Checkpoint.fromBytes(source, bytes);
    Map<String, String> settings = Section.settings(saved, VERSION);
    try {
      Optional<SessionPlan> plan = saved.has(PLAN)
          ? Optional.of(SessionPlan.fromBytes(source + ", plan", saved.section(PLAN))) : Optional.empty();
      List<Change> changes = new ArrayList<>();
      String text = Section.text(saved, CHANGES);
      for (String line : text.isEmpty() ? new String[0] : text.split("\n")) {
        String[] columns = line.split("\t", -1);
        changes.add(new Change(columns[0], Integer.parseInt(columns[1]), Integer.parseInt(columns[2]),
            Integer.parseInt(columns[3])));
      }
      return new Version(UUID.fromString(settings.get("id")), settings.get("kind"), settings.get("model"),
          plan,
          settings.containsKey("reason") ? Optional.of(verdict(settings)) : Optional.empty(), changes);
    } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
      throw new FormatException(source, "a version's record", "settings " + settings);
    }
  }

  private static Verdict verdict(Map<String, String> settings) {
    return new Verdict(Reason.valueOf(settings.get("reason")), Integer.parseInt(settings.get("judged")),
        Double.parseDouble(settings.get("loss_before")), Double.parseDouble(settings.get("loss_after")),
        Integer.parseInt(settings.get("right_before")), Integer.parseInt(settings.get("right_after")),
        Integer.parseInt(settings.get("asked")), Double.parseDouble(settings.get("general_before")),
        Double.parseDouble(settings.get("general_after")), Double.parseDouble(settings.get("probability")));
  }
}
