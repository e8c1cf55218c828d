package app.inkling.settings;

import android.content.res.Resources;
import android.net.Uri;
import android.view.View;
import android.widget.TextView;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.annotation.Nullable;
import androidx.annotation.StringRes;
import androidx.fragment.app.Fragment;
import app.inkling.R;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Everything taken along, an archive taken in, all erased; the system's own screen asks for the file. */
final class DataPanel {
  private static final String ARCHIVE = "application/zip";
  private static final String TOLD = "told";
  private static final String ERASE = "erase";

  /** So many sentences are named in a warning; more would not be read. */
  private static final int MOST_NAMED = 5;

  private final Fragment fragment;
  private final ActivityResultLauncher<String> create;
  private final ActivityResultLauncher<String[]> open;
  private DataActions actions;

  /** To be made as the fragment is: what it launches has to be known before the fragment starts. */
  DataPanel(Fragment fragment) {
    this.fragment = fragment;
    create = fragment.registerForActivityResult(
        new ActivityResultContracts.CreateDocument(ARCHIVE), this::export);
    open = fragment.registerForActivityResult(new ActivityResultContracts.OpenDocument(), this::take);
  }

  void attach(View view, DataActions dataActions) {
    actions = dataActions;
    view.findViewById(R.id.data_export).setOnClickListener(clicked -> actions.checkBeforeExport());
    view.findViewById(R.id.data_import).setOnClickListener(clicked ->
        open.launch(new String[] {ARCHIVE, "application/octet-stream"}));
    view.findViewById(R.id.data_erase).setOnClickListener(clicked -> ask());
    Question.whenAgreed(fragment, TOLD, this::chooseFile);
    Question.whenAgreed(fragment, ERASE, actions::erase);
    actions.told().observe(fragment.getViewLifecycleOwner(), this::warn);
    actions.report().observe(fragment.getViewLifecycleOwner(), report -> show(view, report));
  }

  /** What has left the phone can't be taken back: a question is in place. */
  private void warn(@Nullable List<String> told) {
    if (told == null) {
      return;
    }
    actions.toldSeen();
    if (told.isEmpty()) {
      chooseFile();
      return;
    }
    List<String> named = new ArrayList<>(told.subList(0, Math.min(MOST_NAMED, told.size())));
    if (told.size() > MOST_NAMED) {
      named.add(fragment.getString(R.string.data_told_more, told.size() - MOST_NAMED));
    }
    Question.ask(fragment, TOLD, R.string.data_told_title,
        fragment.getString(R.string.data_told, String.join("\n", named)), R.string.data_told_anyway);
  }

  private void chooseFile() {
    create.launch("inkling-" + LocalDate.now() + ".zip");
  }

  /** What is erased so cannot come back: here a question is in place. */
  private void ask() {
    Question.ask(fragment, ERASE, R.string.data_erase_title, fragment.getString(R.string.data_erase_question),
        R.string.data_erase_all);
  }

  private void export(@Nullable Uri target) {
    if (target != null) {
      actions.exportTo(target);
    }
  }

  private void take(@Nullable Uri source) {
    if (source != null) {
      actions.importFrom(source);
    }
  }

  private void show(View view, @Nullable DataReport report) {
    boolean working = report != null && report.kind() == DataReport.Kind.WORKING;
    TextView text = view.findViewById(R.id.data_report);
    text.setVisibility(report == null || report.kind() == DataReport.Kind.CHECKED ? View.GONE : View.VISIBLE);
    text.setText(report == null ? "" : text(report));
    for (int id : new int[] {R.id.data_export, R.id.data_import, R.id.data_erase}) {
      view.findViewById(id).setEnabled(!working);
    }
  }

  private String text(DataReport report) {
    return switch (report.kind()) {
      case CHECKED -> "";
      case WORKING -> fragment.getString(R.string.data_working);
      case EXPORTED -> with(R.string.data_exported, report);
      case IMPORTED -> with(R.string.data_imported, report);
      case ERASED -> report.problem().isEmpty() ? fragment.getString(R.string.data_erased)
          : fragment.getString(R.string.data_erased_not_all, report.problem());
      case FAILED -> fragment.getString(R.string.data_failed, report.problem());
    };
  }

  private String with(@StringRes int sentence, DataReport report) {
    Resources resources = fragment.getResources();
    return resources.getString(sentence,
        resources.getQuantityString(R.plurals.data_drawings, report.drawings(), report.drawings()),
        resources.getQuantityString(R.plurals.data_versions, report.models(), report.models()));
  }
}
