package app.inkling.training;

import androidx.annotation.Nullable;
import androidx.annotation.WorkerThread;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.ModelVersions;
import app.inkling.data.SampleUseRow;
import app.inkling.data.SessionRow;
import app.inkling.data.Sessions;
import app.inkling.mllib.train.session.Damage;
import app.inkling.mllib.train.session.Disk;
import app.inkling.mllib.train.session.SessionStore;
import app.inkling.mllib.train.session.Version;
import app.inkling.mllib.train.session.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The versions of one kind of model, in files and in the database. The files are the truth: each carries its
 * checksum, and a version's record names its plan and its model. The database follows: opening the
 * {@link #store} brings it in line, after a crash between the two as well. Called on background threads, one
 * at a time.
 */
@WorkerThread
public final class VersionTree {
  /** Opens the disk that holds the files. */
  interface Files {
    Disk open() throws IOException;
  }

  /** Told that another version is in use. */
  public interface Change {
    void run() throws IOException;
  }

  private final SessionKind kind;
  private final Files files;
  private final ModelVersions versions;
  private final Sessions sessions;
  private final Change changed;
  private final LongSupplier clock;

  /** Opened once: opening clears away what a session in work would be writing. */
  @Nullable
  private SessionStore store;
  /** The model that came with the app; known once the store is open. */
  private Version factory;

  /**
   * @param directory where the store's files lie
   * @param changed called when another version is in use
   * @param clock milliseconds since 1970
   */
  public VersionTree(SessionKind kind, Path directory, ModelVersions versions, Sessions sessions,
      Change changed, LongSupplier clock) {
    this(kind, () -> Disk.folder(directory), versions, sessions, changed, clock);
  }

  VersionTree(SessionKind kind, Files files, ModelVersions versions, Sessions sessions, Change changed,
      LongSupplier clock) {
    this.kind = kind;
    this.files = files;
    this.versions = versions;
    this.sessions = sessions;
    this.changed = changed;
    this.clock = clock;
  }

  /** The store; the first call removes what a crash left and brings the database in line with the files. */
  synchronized SessionStore store() throws IOException {
    if (store == null) {
      SessionStore opened = new SessionStore(files.open());
      factory = kind.factory(opened);
      opened.deleteUnusedModels();
      reconcile(opened);
      store = opened;
    }
    return store;
  }

  private void reconcile(SessionStore opened) throws IOException {
    Versions whole = opened.versions(new ArrayList<>());
    addRows(whole);
    for (SessionRow row : sessions.unfinished()) {
      settle(opened, whole, row);
    }
  }

  private void addRows(Versions whole) {
    List<ModelVersionRow> rows = new ArrayList<>();
    List<SampleUseRow> uses = new ArrayList<>();
    for (Version version : whole.all()) {
      rows.add(VersionRows.version(version, clock.getAsLong()));
      uses.addAll(VersionRows.uses(version));
    }
    versions.add(rows, uses);
  }

  /** Ends the row of a session that is not unfinished any more: the process died between file and row. */
  private void settle(SessionStore opened, Versions whole, SessionRow row) throws IOException {
    if (!row.kind.equals(kind.kind()) || row.origin.equals(Trainings.REBUILD)
        || opened.hasUnfinished(row.kind)) {
      return;
    }
    for (Version version : whole.all()) {
      if (version.plan().isPresent() && VersionRows.sessionId(version.plan().get()).equals(row.id)) {
        keep(opened, row, version);
        return;
      }
    }
    sessions.end(row.id, SessionRow.State.CANCELLED, "", clock.getAsLong());
  }

  /** Damaged files of the store, in sentences. */
  synchronized List<Damage> damages() throws IOException {
    List<Damage> damages = new ArrayList<>();
    store().versions(damages);
    return damages;
  }

  /** Every whole version. */
  synchronized Versions whole() throws IOException {
    return store().versions(new ArrayList<>());
  }

  /** The model that came with the app. */
  synchronized Version factory() throws IOException {
    store();
    return factory;
  }

  /** Whether a version can be used with the model that came with the app: an update may have changed that. */
  synchronized boolean fits(UUID id) throws IOException {
    ModelVersionRow row = versions.find(id.toString());
    return row != null && versions.fits(row, factory().id().toString());
  }

  /**
   * The version in use; if its files are damaged, its nearest whole ancestor; if an update of the app has left
   * it behind, the model that came with that.
   */
  synchronized Version active() throws IOException {
    Versions whole = whole();
    ModelVersionRow row = versions.active(kind.kind());
    while (row != null) {
      Optional<Version> version = whole.find(UUID.fromString(row.id));
      if (version.isPresent() && fits(version.get().id())) {
        return version.get();
      }
      row = row.parent == null ? null : versions.find(row.parent);
    }
    return factory();
  }

  /** Records the end of a session and what came of it; an accepted version is in use from then on. */
  synchronized void keep(SessionRow row, Version version) throws IOException {
    keep(store(), row, version);
  }

  private void keep(SessionStore opened, SessionRow row, Version version) throws IOException {
    boolean accepted = version.usable();
    row.state = (accepted ? SessionRow.State.ACCEPTED : SessionRow.State.REJECTED).name();
    row.outcome = VersionRows.figures(version);
    ModelVersionRow versionRow = VersionRows.version(version, clock.getAsLong());
    sessions.finish(row, versionRow, VersionRows.uses(version), accepted, clock.getAsLong());
    if (accepted) {
      changed.run();
    }
  }

  /** Ends a rebuild: its result is in use, and every version that these samples taught or judged goes. */
  synchronized void replace(SessionRow row, Version rebuilt, Set<UUID> gone) throws IOException {
    Versions whole = whole();
    addRows(whole);
    versions.use(kind.kind(), rebuilt.id().toString(), clock.getAsLong());
    changed.run();
    List<Version> all = new ArrayList<>(whole.all());
    for (int i = all.size() - 1; i >= 0; i--) {
      if (whole.uses(all.get(i).id(), gone)) {
        store().deleteVersion(all.get(i).id());
      }
    }
    versions.keepOnly(kind.kind(), whole().all().stream().map(each -> each.id().toString())
        .collect(Collectors.toList()));
    sessions.end(row.id, SessionRow.State.ACCEPTED, rebuilt.id().toString(), VersionRows.figures(rebuilt),
        clock.getAsLong());
  }

  /**
   * Takes in the versions of another store's files.
   *
   * @return how many were not here
   * @throws IOException one of them is damaged; nothing was taken in
   */
  synchronized int takeIn(Path archive) throws IOException {
    List<Damage> damages = new ArrayList<>();
    SessionStore theirs = new SessionStore(Disk.folder(archive));
    Versions versionsThere = theirs.versions(damages);
    if (!damages.isEmpty()) {
      throw new IOException(damages.get(0).file() + ": " + damages.get(0).problem());
    }
    Versions here = whole();
    int taken = 0;
    for (Version version : versionsThere.all()) {
      if (version.kind().equals(kind.kind()) && !here.find(version.id()).isPresent()) {
        kind.check(theirs.model(version.model()));
        store().putModel(theirs.model(version.model()));
        store().putVersion(version);
        taken++;
      }
    }
    addRows(whole());
    return taken;
  }

  /** Removes every learned version and unfinished session; {@link #store} begins anew. */
  synchronized void forgetAll() throws IOException {
    store().eraseAll();
    store = null;
  }

  /** Files of the store beside the model that came with the app; empty when nothing was learned. */
  synchronized List<String> remains() throws IOException {
    List<String> remains = new ArrayList<>();
    for (Version version : whole().all()) {
      if (version.plan().isPresent()) {
        remains.add("version " + version.id());
      }
    }
    if (store().hasUnfinished(kind.kind())) {
      remains.add("an unfinished session");
    }
    return remains;
  }

  /**
   * Makes a version the one that reads.
   *
   * @throws IOException it is damaged or gone
   */
  synchronized void use(UUID id) throws IOException {
    if (!whole().find(id).isPresent()) {
      throw new IOException("version " + id + " is missing or damaged; another one has to be used");
    }
    if (!fits(id)) {
      throw new IOException("version " + id + " comes from another model than the app's; use one of that");
    }
    versions.use(kind.kind(), id.toString(), clock.getAsLong());
    changed.run();
  }
}
