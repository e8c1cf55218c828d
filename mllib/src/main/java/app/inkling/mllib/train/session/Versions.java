package app.inkling.mllib.train.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tree of versions: who was trained from whom, and with what. Immutable. */
public final class Versions {
  private final Map<UUID, Version> versions = new LinkedHashMap<>();

  public Versions(List<Version> versions) {
    List<Version> sorted = new ArrayList<>(versions);
    sorted.sort(Comparator.comparing(Versions::created).thenComparing(Version::id));
    for (Version version : sorted) {
      this.versions.put(version.id(), version);
    }
  }

  private static long created(Version version) {
    return version.plan().map(SessionPlan::created).orElse(Long.MIN_VALUE);
  }

  /** Every version, factory models first, then by the time of their plans. */
  public List<Version> all() {
    return Collections.unmodifiableList(new ArrayList<>(versions.values()));
  }

  public Optional<Version> find(UUID id) {
    return Optional.ofNullable(versions.get(id));
  }

  /** The versions that were trained from this one, rejected ones included. */
  public List<Version> children(UUID id) {
    List<Version> children = new ArrayList<>();
    for (Version version : versions.values()) {
      if (version.parent().isPresent() && version.parent().get().equals(id)) {
        children.add(version);
      }
    }
    return children;
  }

  /** From the factory model down to this version, both included; without the versions that are missing. */
  public List<Version> path(UUID id) {
    List<Version> path = new ArrayList<>();
    for (Optional<Version> at = find(id); at.isPresent(); at = at.get().parent().flatMap(this::find)) {
      path.add(0, at.get());
    }
    return path;
  }

  /**
   * The sessions in which a version came about, in their order: those on the way to it, and those tried on
   * the way whose model was rejected, since without some sample they might not have been.
   */
  public List<Version> history(UUID id) {
    List<Version> path = path(id);
    List<Version> history = new ArrayList<>();
    for (Version version : versions.values()) {
      boolean tried = !version.usable() && path.stream()
          .anyMatch(on -> version.parent().get().equals(on.id()));
      if (version.plan().isPresent() && (path.contains(version) || tried)) {
        history.add(version);
      }
    }
    return history;
  }

  /** Whether one of these samples trained or judged this version or one that it comes from. */
  public boolean uses(UUID id, Set<UUID> samples) {
    for (Version version : path(id)) {
      if (version.plan().isPresent() && version.plan().get().uses(samples)) {
        return true;
      }
    }
    return false;
  }
}
