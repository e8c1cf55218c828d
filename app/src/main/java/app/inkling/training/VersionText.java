package app.inkling.training;

import android.content.res.Resources;
import android.text.format.DateUtils;
import app.inkling.R;
import app.inkling.data.ModelVersionRow;
import java.util.ArrayList;
import java.util.List;

/** A version in words. */
final class VersionText {
  private final Resources resources;
  private final SessionText sessions;

  VersionText(Resources resources) {
    this.resources = resources;
    this.sessions = new SessionText(resources);
  }

  /** @param present whether it is the one that came with the app as it is now */
  String title(ModelVersionRow version, boolean used, boolean present) {
    boolean former = version.origin.equals(ModelVersionRow.SHIPPED) && !present;
    String name = former ? resources.getString(R.string.version_former_factory) : name(version);
    return used ? resources.getString(R.string.version_used, name) : name;
  }

  /** Where it came from and when. */
  String name(ModelVersionRow version) {
    if (version.origin.equals(ModelVersionRow.SHIPPED)) {
      return resources.getString(R.string.version_factory);
    }
    long now = System.currentTimeMillis();
    String when = now - version.created < DateUtils.MINUTE_IN_MILLIS ? resources.getString(R.string.just_now)
        : DateUtils.getRelativeTimeSpanString(version.created, now, DateUtils.MINUTE_IN_MILLIS,
            DateUtils.FORMAT_ABBREV_RELATIVE).toString();
    return resources.getString(version.accepted ? R.string.version_learned : R.string.version_rejected, when);
  }

  /**
   * What its session came to, and the checksum by which its file is known.
   *
   * @param fits whether it can be used in this app
   */
  String detail(ModelVersionRow version, boolean fits) {
    List<String> parts = new ArrayList<>();
    SessionFigures figures = SessionFigures.parse(version.metrics);
    if (figures != null) {
      parts.add(sessions.sentence(version.kind, figures));
    }
    if (!fits) {
      parts.add(resources.getString(R.string.version_outgrown));
    }
    parts.add(resources.getString(R.string.version_checksum, version.sha256.substring(0, 12)));
    return String.join("\n", parts);
  }

  String useSpoken(ModelVersionRow version) {
    return resources.getString(R.string.version_use_spoken, name(version), version.sha256.substring(0, 4));
  }

  String compareSpoken(ModelVersionRow version) {
    return resources.getString(R.string.version_compare_spoken, name(version),
        version.sha256.substring(0, 4));
  }
}
