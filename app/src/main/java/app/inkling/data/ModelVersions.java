package app.inkling.data;

import androidx.annotation.Nullable;
import androidx.lifecycle.LiveData;
import app.inkling.common.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The models that this phone has. But for {@link #tree} it is called on background threads. */
public final class ModelVersions {
  private final InklingDatabase database;
  private final ModelVersionDao dao;

  public ModelVersions(InklingDatabase database) {
    this.database = database;
    this.dao = database.modelVersions();
  }

  /**
   * Every version of a kind, eldest first, with the id of the one in use, kept up to date.
   *
   * @param disk runs the query
   * @param factory gives the id of the model that came with this app
   */
  public LiveData<Outcome<Tree>> tree(String kind, Executor disk, Callable<String> factory) {
    return new TableLiveData<>(database, disk, () -> {
      ModelVersionRow active = dao.active(kind);
      return new Tree(dao.all(kind), active == null ? null : active.id, factory.call());
    }, "model_version", "active_version");
  }

  /**
   * @param versions eldest first
   * @param active id of the one in use; null while that is the one that came with the app
   * @param factory id of the one that came with the app as it is now, not before its last update
   */
  public record Tree(List<ModelVersionRow> versions, @Nullable String active, String factory) {
    public Tree {
      versions = List.copyOf(versions);
    }

    public boolean uses(ModelVersionRow version) {
      return version.id.equals(active == null ? factory : active);
    }

    /** See {@link ModelVersions#fits}. */
    public boolean fits(ModelVersionRow version) {
      return ModelVersions.fits(version, factory, id -> versions.stream()
          .filter(each -> each.id.equals(id)).findFirst().orElse(null));
    }
  }

  /**
   * Whether a version can be used in this app. A learned model of digits can, whatever it was trained from; a
   * network of words speaks the vocabulary of the model at its root and of no other; and of the models that
   * came with the app only the present one is still in it.
   *
   * @param factory id of the model that came with the app
   */
  public boolean fits(ModelVersionRow version, String factory) {
    return fits(version, factory, dao::find);
  }

  private static boolean fits(ModelVersionRow version, String factory,
      Function<String, ModelVersionRow> find) {
    return version.origin.equals(ModelVersionRow.TRAINED) && version.kind.equals(ModelVersionRow.DIGITS)
        || root(version, find).id.equals(factory);
  }

  /** What a version comes from, as far as that is known. */
  private static ModelVersionRow root(ModelVersionRow version, Function<String, ModelVersionRow> find) {
    ModelVersionRow root = version;
    for (ModelVersionRow next = version; next != null; next = next.parent == null ? null : find.apply(next.parent)) {
      root = next;
    }
    return root;
  }

  /** The eldest version that this one comes from. */
  public ModelVersionRow root(ModelVersionRow version) {
    return root(version, dao::find);
  }

  /** The version in use; null while that is the one that came with the app and nobody chose it. */
  @Nullable
  public ModelVersionRow active(String kind) {
    return dao.active(kind);
  }

  @Nullable
  public ModelVersionRow find(String id) {
    return dao.find(id);
  }

  public List<ModelVersionRow> all(String kind) {
    return dao.all(kind);
  }

  /** Makes a version the one in use. */
  public void use(String kind, String version, long now) {
    ActiveVersionRow active = new ActiveVersionRow();
    active.kind = kind;
    active.version = version;
    active.since = now;
    database.sessions().activate(active);
  }

  /** Forgets trained versions of a kind but for these, with all that is known of them. */
  public void keepOnly(String kind, Collection<String> ids) {
    database.runInTransaction(() -> {
      List<ModelVersionRow> all = new ArrayList<>(dao.all(kind));
      Collections.reverse(all);
      for (ModelVersionRow version : all) {
        if (version.origin.equals(ModelVersionRow.TRAINED) && !ids.contains(version.id)) {
          dao.delete(version.id);
        }
      }
    });
  }

  /** Records versions that are not there yet, parents first, with what they learned from. */
  public void add(List<ModelVersionRow> versions, List<SampleUseRow> uses) {
    database.runInTransaction(() -> {
      versions.forEach(dao::insert);
      database.sessions().insertUses(uses);
    });
  }

  /**
   * Records a model that came with the app and returns its version's id. A model of the same checksum is
   * recorded once.
   *
   * @param kind such as {@link ModelVersionRow#DIGITS}
   * @param file where it lies in the app
   * @param sha256 of that file, hexadecimal
   * @param metrics its measured figures, one {@code name=value} a line
   * @param now milliseconds since 1970
   */
  public String registerShipped(String kind, String file, String sha256, String metrics, long now) {
    ModelVersionRow row = new ModelVersionRow();
    row.id = UUID.nameUUIDFromBytes((kind + ' ' + sha256).getBytes(StandardCharsets.UTF_8)).toString();
    row.kind = kind;
    row.file = "asset:" + file;
    row.sha256 = sha256;
    row.metrics = metrics;
    row.origin = ModelVersionRow.SHIPPED;
    row.accepted = true;
    row.reason = "came with the app";
    row.created = now;
    dao.insert(row);
    return row.id;
  }
}
