package app.inkling.training;

import app.inkling.data.ModelVersionRow;
import app.inkling.data.SampleUseRow;
import app.inkling.mllib.train.session.Change;
import app.inkling.mllib.train.session.Sample;
import app.inkling.mllib.train.session.SessionPlan;
import app.inkling.mllib.train.session.Verdict;
import app.inkling.mllib.train.session.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the database keeps of a version in the store: enough to show and to ask, never the only copy. */
final class VersionRows {
  private VersionRows() {}

  static ModelVersionRow version(Version version, long now) {
    ModelVersionRow row = new ModelVersionRow();
    row.id = version.id().toString();
    row.kind = version.kind();
    row.parent = version.parent().map(UUID::toString).orElse(null);
    row.file = version.model() + ".inkling";
    row.sha256 = version.model();
    row.origin = version.plan().isPresent() ? ModelVersionRow.TRAINED : ModelVersionRow.SHIPPED;
    row.accepted = version.usable();
    row.reason = version.verdict().map(verdict -> verdict.reason().name()).orElse("");
    row.metrics = figures(version);
    row.created = version.plan().map(SessionPlan::created).orElse(now);
    return row;
  }

  static List<SampleUseRow> uses(Version version) {
    List<SampleUseRow> rows = new ArrayList<>();
    version.plan().ifPresent(plan -> {
      plan.training().forEach(sample -> rows.add(use(version, sample, false)));
      plan.heldOut().forEach(sample -> rows.add(use(version, sample, true)));
    });
    return rows;
  }

  private static SampleUseRow use(Version version, Sample sample, boolean heldOut) {
    SampleUseRow row = new SampleUseRow();
    row.version = version.id().toString();
    row.sample = sample.id().toString();
    row.target = sample.target();
    row.heldOut = heldOut;
    return row;
  }

  /** A session is known by its plan: resumed, it is the same session. */
  static String sessionId(SessionPlan plan) {
    return UUID.nameUUIDFromBytes(plan.toBytes()).toString();
  }

  /** The verdict and the changes, one {@code name=value} a line; {@link SessionFigures} reads them. */
  static String figures(Version version) {
    StringBuilder lines = new StringBuilder();
    version.verdict().ifPresent(verdict -> append(lines, verdict));
    for (Change change : version.changes()) {
      lines.append("change_").append(change.target()).append('=').append(change.before()).append(' ')
          .append(change.after()).append(' ').append(change.of()).append('\n');
    }
    return lines.toString();
  }

  private static void append(StringBuilder lines, Verdict verdict) {
    lines.append("reason=").append(verdict.reason()).append("\njudged=").append(verdict.judged())
        .append("\nright_before=").append(verdict.rightBefore()).append("\nright_after=")
        .append(verdict.rightAfter()).append("\nasked=").append(verdict.asked()).append("\nloss_before=")
        .append(verdict.lossBefore()).append("\nloss_after=").append(verdict.lossAfter())
        .append("\ngeneral_before=").append(verdict.generalBefore()).append("\ngeneral_after=")
        .append(verdict.generalAfter()).append("\nprobability=").append(verdict.probability()).append('\n');
  }
}
