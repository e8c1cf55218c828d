package app.inkling.data;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The models that this phone has. Called on a background thread. */
public final class ModelVersions {
  private final ModelVersionDao dao;

  public ModelVersions(InklingDatabase database) {
    this.dao = database.modelVersions();
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
