package app.inkling.settings;

import android.net.Uri;
import android.view.View;
import android.widget.TextView;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.annotation.Nullable;
import androidx.fragment.app.Fragment;
import app.inkling.R;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Everything taken along, an archive taken in, all erased; the system's own screen asks for the file. */
final class DataPanel {
  private static final String ARCHIVE = "application/zip";

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
    view.findViewById(R.id.data_export).setOnClickListener(clicked -> actions.checkBeforeExport(this::warn));
    view.findViewById(R.id.data_import).setOnClickListener(clicked ->
        open.launch(new String[] {ARCHIVE, "application/octet-stream"}));
    view.findViewById(R.id.data_erase).setOnClickListener(clicked -> ask());
    actions.report().observe(fragment.getViewLifecycleOwner(), report -> show(view, report));
  }

  /** What has left the phone can't be taken back: a question is in place. */
  private void warn(List<String> told) {
    if (!fragment.isAdded()) {
      return;
    }
    if (told.isEmpty()) {
      chooseFile();
      return;
    }
    List<String> named = new ArrayList<>(told.subList(0, Math.min(MOST_NAMED, told.size())));
    if (told.size() > MOST_NAMED) {
      named.add(fragment.getString(R.string.data_told_more, told.size() - MOST_NAMED));
    }
    new MaterialAlertDialogBuilder(fragment.requireContext())
        .setTitle(R.string.data_told_title)
        .setMessage(fragment.getString(R.string.data_told, String.join("\n", named)))
        .setNegativeButton(android.R.string.cancel, null)
        .setPositiveButton(R.string.data_told_anyway, (dialog, which) -> chooseFile())
        .show();
  }

  private void chooseFile() {
    create.launch("inkling-" + LocalDate.now() + ".zip");
  }

  /** What is erased so cannot come back: here a question is in place. */
  private void ask() {
    new MaterialAlertDialogBuilder(fragment.requireContext())
        .setTitle(R.string.data_erase_title)
        .setMessage(R.string.data_erase_question)
        .setNegativeButton(android.R.string.cancel, null)
        .setPositiveButton(R.string.data_erase_all, (dialog, which) -> actions.erase())
        .show();
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
      case EXPORTED -> fragment.getString(R.string.data_exported, report.drawings(), report.models());
      case IMPORTED -> fragment.getString(R.string.data_imported, report.drawings(), report.models());
      case ERASED -> report.problem().isEmpty() ? fragment.getString(R.string.data_erased)
          : fragment.getString(R.string.data_erased_not_all, report.problem());
      case FAILED -> fragment.getString(R.string.data_failed, report.problem());
    };
  }
}
