package app.inkling.training;

import android.content.res.Resources;
import android.view.View;
import android.widget.TextView;
import app.inkling.R;
import app.inkling.data.Learning;
import app.inkling.data.SessionRow;
import app.inkling.data.SessionStepRow;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The session begun last: what it came to, an undo, and its curves, which grow while it runs. */
final class SessionPanel {
  private final View root;
  private final Resources resources;
  private final SessionText text;
  private final CurveText curveText;
  private final NumberFormat numbers;
  private final NumberFormat shares;

  SessionPanel(View root) {
    this.root = root;
    this.resources = root.getResources();
    this.text = new SessionText(resources);
    this.curveText = new CurveText(resources);
    this.numbers = NumberFormat.getNumberInstance(resources.getConfiguration().getLocales().get(0));
    numbers.setMinimumFractionDigits(2);
    numbers.setMaximumFractionDigits(2);
    this.shares = NumberFormat.getPercentInstance(resources.getConfiguration().getLocales().get(0));
  }

  void show(TrainState state) {
    Learning learning = state.learning() == null ? null : state.learning().value();
    boolean any = learning != null && learning.session() != null;
    shown(R.id.session, any);
    shown(R.id.damaged, state.damaged());
    view(R.id.damaged).setText(state.words() ? R.string.train_words_damaged : R.string.train_damaged);
    if (any) {
      show(learning, state);
    }
  }

  private void show(Learning learning, TrainState state) {
    SessionRow session = learning.session();
    List<SessionStepRow> steps = learning.steps();
    SessionRow.State ended = SessionRow.State.valueOf(session.state);
    boolean paused = ended == SessionRow.State.RUNNING && state.progress() == null;
    view(R.id.session_title).setText(paused ? resources.getString(R.string.train_session_paused)
        : text.title(session));
    String sentence = paused ? resources.getString(R.string.train_session_paused_text)
        : learning.outgrown() ? resources.getString(R.string.train_words_outgrown) : text.sentence(session);
    view(R.id.session_text).setText(sentence);
    shown(R.id.session_text, !sentence.isEmpty());
    shown(R.id.undo_session, state.undoable());
    view(R.id.undo_session).setText(state.words() ? R.string.train_words_undo : R.string.train_undo);
    int round = steps.isEmpty() ? 1 : steps.get(steps.size() - 1).round;
    int before = 0;
    for (SessionStepRow step : steps) {
      before = step.round < round ? step.step : before;
    }
    List<SessionStepRow> last = steps.stream().filter(step -> step.round == round)
        .collect(Collectors.toList());
    boolean measured = !last.isEmpty();
    shown(R.id.chart_loss, measured);
    shown(R.id.chart_accuracy, measured);
    shown(R.id.legend, measured);
    shown(R.id.gradient, measured);
    if (measured) {
      chart(R.id.chart_loss, R.string.train_loss, curve(last, before, step -> step.loss),
          curve(last, before, step -> step.heldOutLoss), 0, 0.1, numbers::format);
      chart(R.id.chart_accuracy, R.string.train_accuracy, curve(last, before, step -> step.accuracy),
          curve(last, before, step -> step.heldOutAccuracy), 0.5, 1, shares::format);
      Double norm = last.get(last.size() - 1).gradientNorm;
      view(R.id.gradient).setText(resources.getString(R.string.train_gradient,
          norm == null ? "" : numbers.format(norm)));
    }
  }

  private void chart(int id, int title, Curve learned, Curve aside, double least, double most,
      DoubleFunction<String> format) {
    View chart = root.findViewById(id);
    String name = resources.getString(title);
    ((TextView) chart.findViewById(R.id.chart_title)).setText(name);
    ((CurveView) chart.findViewById(R.id.chart_curves)).show(learned, aside, least, most, format);
    chart.setContentDescription(curveText.spoken(name, learned, aside, format));
  }

  private static Curve curve(List<SessionStepRow> steps, int before, Function<SessionStepRow, Double> value) {
    Curve.Builder curve = new Curve.Builder();
    for (SessionStepRow step : steps) {
      curve.add(step.step - before, value.apply(step));
    }
    return curve.build();
  }

  private void shown(int id, boolean shown) {
    root.findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  private TextView view(int id) {
    return root.findViewById(id);
  }
}
