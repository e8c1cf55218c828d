package app.inkling.training;

import android.content.res.Resources;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import app.inkling.R;
import app.inkling.common.Figures;
import app.inkling.data.Learning;
import app.inkling.data.ModelVersionRow;
import com.google.android.material.progressindicator.LinearProgressIndicator;
import java.util.ArrayList;
import java.util.List;

/** What waits to be learned, digit by digit, and the session that learns it: begin, progress, stop. */
final class WaitingPanel {
  private static final int DIGITS = 10;

  private final View root;
  private final Resources resources;
  private final Figures figures;
  private final List<View> cells = new ArrayList<>();

  WaitingPanel(View root) {
    this.root = root;
    this.resources = root.getResources();
    this.figures = new Figures(resources);
    LayoutInflater inflater = LayoutInflater.from(root.getContext());
    for (int digit = 0; digit < DIGITS; digit++) {
      ViewGroup row = root.findViewById(digit < DIGITS / 2 ? R.id.named_first : R.id.named_second);
      View cell = inflater.inflate(R.layout.item_named, row, false);
      ((TextView) cell.findViewById(R.id.named_digit)).setText(Integer.toString(digit));
      row.addView(cell);
      cells.add(cell);
    }
  }

  void show(TrainState state) {
    boolean loaded = state.learning() != null && !state.learning().failed();
    if (state.learning() == null) {
      say(R.string.train_loading, "");
    } else if (!loaded) {
      say(R.string.train_failed, state.learning().failure().getMessage());
    } else if (state.words()) {
      showSentences(state.learning().value());
    } else {
      showLearning(state.learning().value());
    }
    boolean running = state.progress() != null;
    boolean teachable = loaded && TeachingNeeds.met(state.kind(), state.learning().value());
    shown(R.id.named, loaded && !state.words() && state.learning().value().teaching() > 0);
    shown(R.id.depth, !running && teachable);
    shown(R.id.start, !running);
    root.findViewById(R.id.start).setEnabled(teachable);
    shown(R.id.running, running);
    if (running) {
      showProgress(state.progress());
    }
    if (state.fault() != null) {
      text(R.id.waiting_text).setText(resources.getString(R.string.train_fault, state.fault()));
    }
  }

  private void showLearning(Learning learning) {
    int waiting = learning.waiting();
    if (learning.samples().isEmpty()) {
      say(R.string.train_empty_title, resources.getString(R.string.train_empty));
    } else if (!TeachingNeeds.met(ModelVersionRow.DIGITS, learning)) {
      int missing = TeachingNeeds.missing(ModelVersionRow.DIGITS, learning);
      say(resources.getQuantityString(R.plurals.train_waiting, waiting, waiting),
          resources.getQuantityString(R.plurals.train_too_few, missing, missing));
    } else if (waiting == 0) {
      int teaching = learning.teaching();
      say(resources.getString(R.string.train_all_learned),
          resources.getQuantityString(R.plurals.train_all_learned_text, teaching, teaching));
    } else {
      say(resources.getQuantityString(R.plurals.train_waiting, waiting, waiting), measured(learning));
    }
    showDigits(learning);
  }

  private void showSentences(Learning learning) {
    int waiting = learning.waiting();
    if (learning.samples().isEmpty()) {
      say(R.string.train_empty_title, resources.getString(R.string.train_words_empty));
    } else if (!TeachingNeeds.met(ModelVersionRow.WORDS, learning)) {
      int missing = TeachingNeeds.missing(ModelVersionRow.WORDS, learning);
      say(resources.getQuantityString(R.plurals.train_words_waiting, waiting, waiting),
          resources.getQuantityString(R.plurals.train_words_too_few, missing, missing));
    } else if (waiting == 0) {
      int teaching = learning.teaching();
      say(resources.getString(R.string.train_all_learned),
          resources.getQuantityString(R.plurals.train_words_all_learned, teaching, teaching));
    } else {
      say(resources.getQuantityString(R.plurals.train_words_waiting, waiting, waiting),
          resources.getString(R.string.train_words_measure));
    }
  }

  private String measured(Learning learning) {
    int aside = learning.heldOut();
    return aside == 0 ? resources.getString(R.string.train_none_measure)
        : resources.getQuantityString(R.plurals.train_measure, aside, aside);
  }

  private void showDigits(Learning learning) {
    int[] waiting = new int[DIGITS];
    learning.samples().stream().filter(named -> named.digit() >= 0)
        .forEach(named -> waiting[named.digit()] = named.waiting());
    List<String> spoken = new ArrayList<>();
    for (int digit = 0; digit < DIGITS; digit++) {
      ((TextView) cells.get(digit).findViewById(R.id.named_count)).setText(figures.whole(waiting[digit]));
      cells.get(digit).setBackgroundResource(waiting[digit] == 0 ? 0 : R.drawable.waiting);
      if (waiting[digit] > 0) {
        spoken.add(resources.getQuantityString(R.plurals.train_named_spoken, waiting[digit],
            Integer.toString(digit), waiting[digit]));
      }
    }
    root.findViewById(R.id.named).setContentDescription(spoken.isEmpty()
        ? resources.getString(R.string.train_named_nothing_spoken) : String.join(", ", spoken));
  }

  private void showProgress(Progress progress) {
    LinearProgressIndicator bar = root.findViewById(R.id.progress);
    if (progress.steps() > 0) {
      bar.setIndeterminate(false);
      bar.setProgressCompat((int) (bar.getMax() * progress.step() / progress.steps()), false);
    }
    root.findViewById(R.id.stop).setEnabled(!progress.stopping());
    text(R.id.progress_text).setText(progressText(progress));
  }

  private String progressText(Progress progress) {
    if (progress.stopping()) {
      return resources.getString(R.string.train_stopping);
    }
    if (progress.steps() == 0) {
      return resources.getString(R.string.train_starting);
    }
    String step = resources.getString(R.string.train_step, figures.whole(progress.step()),
        figures.whole(progress.steps()));
    return progress.secondsLeft() < 0 ? step : step + resources.getString(R.string.list_separator)
        + resources.getQuantityString(R.plurals.train_seconds_left, progress.secondsLeft(),
            progress.secondsLeft());
  }

  private void say(int title, String sentence) {
    say(resources.getString(title), sentence);
  }

  private void say(String title, String sentence) {
    text(R.id.waiting_title).setText(title);
    text(R.id.waiting_text).setText(sentence);
    shown(R.id.waiting_text, sentence != null && !sentence.isEmpty());
  }

  private void shown(int id, boolean shown) {
    root.findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  private TextView text(int id) {
    return root.findViewById(id);
  }
}
