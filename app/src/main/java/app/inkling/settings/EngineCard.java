package app.inkling.settings;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.RadioButton;
import android.widget.RadioGroup;
import android.widget.TextView;
import androidx.annotation.Nullable;
import app.inkling.R;
import app.inkling.data.ModelVersionRow;
import app.inkling.engines.EngineTable;
import app.inkling.engines.RecognizerStatus;
import app.inkling.mllib.inference.EngineReport;
import java.util.HashMap;
import java.util.Map;

/** The table of one model's engines, each a row that can be wished for. Rows stay, their words change. */
final class EngineCard {
  private final EnginesViewModel model;
  private final String kind;
  private final EngineText words;
  private final View card;
  private final RadioGroup rows;
  private final RadioButton automatic;
  private final Map<String, RadioButton> names = new HashMap<>();
  private final Map<String, TextView> findings = new HashMap<>();

  /** Adds the card to {@code parent}. */
  EngineCard(EnginesViewModel model, String kind, ViewGroup parent) {
    this.model = model;
    this.kind = kind;
    this.words = new EngineText(parent.getResources());
    this.card = LayoutInflater.from(parent.getContext()).inflate(R.layout.card_engines, parent, false);
    this.rows = card.findViewById(R.id.engines_rows);
    this.automatic = card.findViewById(R.id.engines_automatic);
    card.setTag(kind);
    text(R.id.engines_kind).setText(
        kind.equals(ModelVersionRow.DIGITS) ? R.string.engines_digits : R.string.engines_keyboard);
    automatic.setOnClickListener(clicked -> model.pin(kind, null));
    card.findViewById(R.id.engines_again).setOnClickListener(clicked -> model.measureAgain(kind));
    parent.addView(card);
  }

  void show(EngineTable table) {
    boolean busy = table.trying() != null;
    text(R.id.engines_use).setText(use(table));
    card.findViewById(R.id.engines_progress).setVisibility(busy ? View.VISIBLE : View.GONE);
    card.findViewById(R.id.engines_again).setEnabled(!busy);
    rows.setVisibility(table.reports().isEmpty() ? View.GONE : View.VISIBLE);
    automatic.setEnabled(!busy);
    for (EngineReport report : table.reports()) {
      if (!names.containsKey(report.engine())) {
        addRow(report.engine());
      }
      names.get(report.engine()).setEnabled(!busy && !report.outcome().rejected());
      findings.get(report.engine()).setText(words.findings(table, report));
    }
    RadioButton wished = table.pinned() == null ? automatic : names.get(table.pinned());
    if (wished != null) {
      rows.check(wished.getId());
      wished.jumpDrawablesToCurrentState();
    }
  }

  /** Which version the figures are of, where it is known. */
  void showModel(@Nullable RecognizerStatus status) {
    if (status instanceof RecognizerStatus.Ready ready) {
      String version = card.getResources().getString(R.string.you_model, ready.modelVersion());
      text(R.id.engines_model).setText(ready.metrics().isEmpty() ? version
          : version + "\n" + ready.metrics().trim().replace('_', ' ').replace("=", ": "));
    }
  }

  private String use(EngineTable table) {
    if (table.fault() != null) {
      return words.quoting(card.getResources().getString(R.string.engines_failed), table.fault());
    }
    if (table.trying() == null) {
      return card.getResources().getString(R.string.engines_in_use, words.name(table.engine()));
    }
    return table.trying().isEmpty() ? card.getResources().getString(R.string.engines_measuring)
        : card.getResources().getString(R.string.engines_trying, words.name(table.trying()));
  }

  private void addRow(String engine) {
    LayoutInflater.from(rows.getContext()).inflate(R.layout.row_engine, rows, true);
    RadioButton name = rows.findViewById(R.id.engine_name);
    TextView finding = rows.findViewById(R.id.engine_findings);
    name.setId(View.generateViewId());
    finding.setId(View.generateViewId());
    name.setSaveEnabled(false); // its number is another one after a rotation
    name.setText(words.name(engine));
    name.setOnClickListener(clicked -> model.pin(kind, engine));
    names.put(engine, name);
    findings.put(engine, finding);
  }

  private TextView text(int id) {
    return card.findViewById(id);
  }
}
